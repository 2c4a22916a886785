/** What comes out of many backups at once, and key files: with the browser's own writing, zipping and downloads. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { makeBackup, makeDatabase, makeMedia } from "../../support/backup-files.ts";
import { addKey, button, createKeyring, expect, launch, test, textBox } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = randomBytes(32);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(3_000_000)]);
const DATABASES = [makeDatabase(3), makeDatabase(900)];

let browser: Chromium;
let app: Page;
let folder: string;
/** Opened files by their paths below the folder that was dropped. */
let expected: Record<string, Buffer>;

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

/** Checks with a tool that no one here wrote that the list fits the files. */
function checkSums(files: Record<string, Uint8Array>): void {
  const unpacked = mkdtempSync(join(tmpdir(), "sixtyfour-sums-"));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  const said = execFileSync("sha256sum", ["-c", "SHA256SUMS.txt"], { cwd: unpacked, encoding: "utf8" });
  expect(said.trim().split("\n")).toHaveLength(Object.keys(files).length - 1);
  rmSync(unpacked, { recursive: true });
}

function expectFiles(found: Record<string, Uint8Array>): void {
  const { "SHA256SUMS.txt": _, ...files } = found;
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  for (const [path, bytes] of Object.entries(expected))
    expect(bytes.equals(files[path] ?? Buffer.alloc(0)), path).toBe(true);
  checkSums(found);
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-acts-"));
  const { name, media, metadataName, metadata } = makeMedia(KEY, JPEG, '{"name":"sea.jpg"}');
  put("phone/2023/msgstore.db.crypt15", makeBackup(KEY, { payload: DATABASES[0] as Uint8Array }));
  put("phone/2024/msgstore.db.crypt15", makeBackup(KEY, { payload: DATABASES[1] as Uint8Array }));
  put(`phone/media/${name}`, media);
  put(`phone/media/${metadataName}`, metadata);
  put("phone/notes.txt", Buffer.from("no backup"));
  expected = {
    "phone/2023/msgstore.db": Buffer.from(DATABASES[0] ?? []),
    "phone/2024/msgstore.db": Buffer.from(DATABASES[1] ?? []),
    "phone/media/sea.jpg": JPEG,
    [`phone/media/${metadataName}.json`]: Buffer.from('{"name":"sea.jpg"}'),
  };
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY.toString("hex"), "Old phone");
  await app.getByRole("link", { name: "Backups" }).click();
  await app.getByLabel("Choose a folder").setInputFiles(join(folder, "phone"));
  await expect(app.getByRole("row")).toHaveCount(6);
  await expect(app.getByRole("cell", { name: /^Not a backup/ })).toBeVisible();
  await button(app, "Prove").click();
  await expect(app.getByRole("cell", { name: /^Right key/ })).toHaveCount(4);
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a folder of backups is opened into a folder, with its paths and a list of sums", async () => {
  // No folder dialog can be driven: this one gives a folder of the private store.
  await app.evaluate(() => {
    const pickers = window as unknown as { showDirectoryPicker: unknown };
    pickers.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("chosen", { create: true });
  });
  await button(app, "Open").click();
  await expect(app.getByText(/nothing is overwritten/)).toBeVisible();
  await button(app, "Choose where to save").click();
  await expect(app.getByRole("status")).toContainText("All 4 files opened.");
  await expect(app.getByRole("cell", { name: /Opened: SQLite database, 900 pages/ })).toBeVisible();
  const found = await app.evaluate(async () => {
    const all: [string, string][] = [];
    const walk = async (inside: FileSystemDirectoryHandle, path: string): Promise<void> => {
      const entries = (inside as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const entry of entries) {
        if (entry.kind === "directory") {
          await walk(entry as FileSystemDirectoryHandle, `${path}${entry.name}/`);
          continue;
        }
        const bytes = new Uint8Array(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer());
        let text = "";
        for (let at = 0; at < bytes.length; at += 8192)
          text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        all.push([path + entry.name, btoa(text)]);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("chosen"), "");
    return all;
  });
  expectFiles(Object.fromEntries(found.map(([path, bytes]) => [path, Buffer.from(bytes, "base64")])));
});

test("where there is no folder dialog they come as one ZIP", async () => {
  await app.evaluate(() => {
    Reflect.deleteProperty(window, "showDirectoryPicker");
    Reflect.deleteProperty(Object.getPrototypeOf(window), "showDirectoryPicker");
  });
  await button(app, "Open").click();
  const downloading = app.waitForEvent("download");
  await button(app, "Open into one ZIP").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("opened-backups.zip");
  const saved = join(folder, "opened.zip");
  await download.saveAs(saved);
  expectFiles(unzipSync(readFileSync(saved)));
  // The ZIP stays for the download, nothing else does.
  const left = await app.evaluate(async () => {
    const inside = await (await navigator.storage.getDirectory()).getDirectoryHandle("unfinished");
    const names: string[] = [];
    for await (const name of (inside as unknown as { keys(): AsyncIterable<string> }).keys())
      names.push(name);
    return names.length;
  });
  expect(left).toBe(1);
});

test("an opening that is cancelled leaves nothing", async () => {
  await button(app, "Clear the list").click();
  const large = join(folder, "large.db.crypt15");
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(600_000_000)]);
  writeFileSync(large, makeBackup(KEY, { payload, zlib: { level: 1 } }));
  await app.getByLabel("Choose files").setInputFiles(large);
  await expect(app.getByRole("cell", { name: /crypt15 backup/ })).toBeVisible();
  await button(app, "Prove").click();
  await expect(app.getByRole("cell", { name: /^Right key/ })).toBeVisible();
  await app.evaluate(() => {
    const pickers = window as unknown as { showSaveFilePicker: unknown };
    pickers.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  await button(app, "Open").click();
  // Pressed within the page: from here it may come when all is written already.
  await app.evaluate(() => {
    const shown = () =>
      [...document.querySelectorAll("button")].filter((one) => one.textContent === "Cancel");
    const before = new Set(shown());
    const seen = new MutationObserver(() => {
      const cancel = shown().find((one) => !before.has(one));
      if (!cancel) return;
      seen.disconnect();
      setTimeout(() => cancel.click(), 50);
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  await button(app, "Choose where to save").click();
  await expect(app.getByRole("status")).toContainText("Stopped. Nothing was kept");
  const names = await app.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });
  expect(names).not.toContain("large.db");
});

test("a key goes out as encrypted_backup.key, and comes in from it", async () => {
  await app.getByRole("link", { name: "Keys" }).click();
  await app.getByRole("link", { name: "Old phone" }).first().click();
  await button(app, "Save encrypted_backup.key").click();
  const dialog = app.getByRole("dialog");
  await expect(dialog).toContainText("not encrypted");
  const downloading = app.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save encrypted_backup.key" }).click();
  const download = await downloading;
  const saved = join(folder, download.suggestedFilename());
  await download.saveAs(saved);
  expect(readFileSync(saved).subarray(27).equals(KEY)).toBe(true);
  await button(app, "Add a key").click();
  await app.locator("input[type=file]").setInputFiles(saved);
  await expect(textBox(app, "64-digit key")).toHaveValue(KEY.toString("hex"));
  await expect(app.getByText("already in the keyring").first()).toBeVisible();
});
