/**
 * What comes out of many backups at once, and key files: with the browser's own writing, zipping and
 * downloads.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { test } from "@playwright/test";
import { unzipSync } from "fflate";
import { addText } from "../../src/ui/text/en/add-key.ts";
import { openText } from "../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsWords, verdictText } from "../../src/ui/text/en/backups.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { makeBackup, makeDatabase, makeMedia } from "../support/backup-files.ts";
import { addKey, button, createKeyring, field, link, STATUS, type Target, text, toKeys } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = randomBytes(32);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(3_000_000)]);
const DATABASES = [makeDatabase(3), makeDatabase(900)].map((database) => Buffer.from(database));
const FOLDERS = one("chromium", "only here a page may write into a folder or a file", "save-dialog");

let browser: Driver;
let app: Page;
/** Of the test: a page reads what was chosen when it needs it. */
let folder: string;

const cells = (words: string | RegExp): Target => ({ css: "td", holding: words });

setUp(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-acts-"));
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY.toString("hex"), "Old phone");
  await app.click(link("Backups"));
});

test.afterAll(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, Uint8Array>, inside: string): void {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, inside, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Chooses a folder of backups, tests them, and tells what they must open to, by path. */
async function testFolder(): Promise<Record<string, Buffer>> {
  const { name, media, metadataName, metadata } = makeMedia(KEY, JPEG, '{"name":"sea.jpg"}');
  const [small, large] = DATABASES as [Buffer, Buffer];
  const backups = {
    "2023/msgstore.db.crypt15": makeBackup(KEY, { payload: small }),
    "2024/msgstore.db.crypt15": makeBackup(KEY, { payload: large }),
    [`media/${name}`]: media,
    [`media/${metadataName}`]: metadata,
    "notes.txt": Buffer.from("no backup"),
  };
  rmSync(join(folder, "phone"), { recursive: true, force: true });
  write(backups, "phone");
  await app
    .inChromium()
    .getByLabel(backupsWords.pickFolder, { exact: true })
    .setInputFiles(join(folder, "phone"));
  await app.expectCount("tr", 6);
  await app.expectShown(cells(verdictText["not-a-backup"]));
  await app.click(button(backupsPress.test));
  await app.expectCount(cells(verdictText["right-key"]), 4);
  return {
    "phone/2023/msgstore.db": small,
    "phone/2024/msgstore.db": large,
    "phone/media/sea.jpg": JPEG,
    [`phone/media/${metadataName}.json`]: Buffer.from('{"name":"sea.jpg"}'),
  };
}

/** Whole, and with a list of sums that fits by a tool that no one here wrote. */
function expectFiles(found: Record<string, Uint8Array>, expected: Record<string, Buffer>): void {
  const { "SHA256SUMS.txt": _, ...files } = found;
  expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
  for (const [path, bytes] of Object.entries(expected))
    expect(bytes.equals(files[path] ?? Buffer.alloc(0)), path).toBe(true);
  const unpacked = mkdtempSync(join(folder, "unpacked-"));
  write(found, basename(unpacked));
  const said = execFileSync("sha256sum", ["-c", "SHA256SUMS.txt"], { cwd: unpacked, encoding: "utf8" });
  expect(said.trim().split("\n")).toHaveLength(Object.keys(files).length);
}

/** All files of a folder in the private store, in Base64. */
function filesOfStore(): Promise<[path: string, base64: string][]> {
  return app.evaluate(async () => {
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
}

story("a folder of backups is opened into a folder, with its paths and a list of sums", FOLDERS, async () => {
  // No folder dialog can be driven: this one gives a folder of the private store.
  await app.evaluate(() => {
    const pickers = window as unknown as { showDirectoryPicker: unknown };
    pickers.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("chosen", { create: true });
  });
  const expected = await testFolder();
  await app.click(button(backupsPress.open));
  await app.expectShown(text(openText.intoFolder));
  await app.click(button(openText.start));
  await app.expectText(STATUS, "All 4 files opened.");
  await app.expectShown(cells("Opened: SQLite database, 900 pages"));
  const found = (await filesOfStore()).map(([path, base64]) => [path, Buffer.from(base64, "base64")]);
  expectFiles(Object.fromEntries(found), expected);
  await app.click(button(backupsPress.clear));
});

story("where there is no folder dialog they come as one ZIP", FOLDERS, async () => {
  await app.evaluate(() => {
    Reflect.deleteProperty(window, "showDirectoryPicker");
    Reflect.deleteProperty(Object.getPrototypeOf(window), "showDirectoryPicker");
  });
  const expected = await testFolder();
  await app.click(button(backupsPress.open));
  const { name, bytes } = await browser.download(app, () => app.click(button(openText.startZip)));
  expect(name).toBe("opened-backups.zip");
  expectFiles(unzipSync(bytes), expected);
  await app.click(button(backupsPress.clear));
});

story("an opening that is cancelled leaves nothing", FOLDERS, async () => {
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(600_000_000)]);
  const large = { name: "large.db.crypt15", bytes: makeBackup(KEY, { payload, zlib: { level: 1 } }) };
  await app.setFiles(field(backupsWords.pick), [large]);
  await app.expectShown(cells("crypt15 backup"));
  await app.click(button(backupsPress.test));
  await app.expectShown(cells(verdictText["right-key"]));
  await app.evaluate(() => {
    const pickers = window as unknown as { showSaveFilePicker: unknown };
    pickers.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  await app.click(button(backupsPress.open));
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
  await app.click(button(openText.start));
  await app.expectText(STATUS, openText.cancelled);
  const names = await app.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });
  expect(names).not.toContain("large.db");
});

story(
  "a key goes out as encrypted_backup.key, and comes in from it, chosen or dropped",
  one("chromium", "our own file; downloads and file dialogs are both browsers' in first-run.spec.ts"),
  async () => {
    const box = field("64-digit key");
    await app.click(link("Keys"));
    await app.click(link("Old phone"));
    await app.click(button("Save encrypted_backup.key"));
    const dialog: Target = { role: "dialog" };
    await app.expectText(dialog, "not encrypted");
    const file = await browser.download(app, () =>
      app.click(button("Save encrypted_backup.key", { within: dialog })),
    );
    expect(file.name).toBe("encrypted_backup.key");
    expect(file.bytes).toHaveLength(59);
    expect(Buffer.from(file.bytes.subarray(27)).equals(KEY)).toBe(true);
    await toKeys(app);
    await app.click(button("Add my WhatsApp key"));
    await app.setFiles("input[type=file]", [file]);
    await app.expectValue(box, KEY.toString("hex"));
    await app.expectSays(addText.there);
    await app.fill(box, "");
    await app.expectGone(text(addText.there));
    await app.dropFiles("textarea", [file]);
    await app.expectValue(box, KEY.toString("hex"));
    await app.expectSays(addText.there);
  },
);
