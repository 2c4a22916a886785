/** Without a save dialog, opened files pass through the browser's private store, and do not stay there. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { makeBackup } from "../../support/backup-files.ts";
import { searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import { APP, addKey, button, createKeyring, expect, launch, test } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = randomBytes(32);
/** Something that somebody wrote in a chat. */
const CHAT = { name: "chat", value: randomBytes(24).toString("hex") };

let browser: Chromium;
let app: Page;
let folder: string;

/** A database full of the chat, too large to be opened in an instant. */
function makeLarge(): string {
  const line = Buffer.from(`${CHAT.value} `);
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(400_000_000, line)]);
  const path = join(folder, "large.db.crypt15");
  writeFileSync(path, makeBackup(KEY, { payload, zlib: { level: 1 } }));
  return path;
}

/** How many files lie in the private store. */
function unfinished(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const inside = await root.getDirectoryHandle("unfinished", { create: true });
    let count = 0;
    for await (const _ of (inside as unknown as { keys(): AsyncIterable<string> }).keys()) count += 1;
    return count;
  });
}

async function openThrough(path: string): Promise<void> {
  await app.evaluate(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  await app.evaluate(() => Reflect.deleteProperty(Object.getPrototypeOf(window), "showSaveFilePicker"));
  expect(await app.evaluate(() => "showSaveFilePicker" in window)).toBe(false);
  await app.getByRole("link", { name: "Backups" }).click();
  await app.getByLabel("Choose files").setInputFiles([path]);
  await expect(app.getByRole("cell", { name: /crypt15 backup/ })).toBeVisible();
  await button(app, "Prove").click();
  await expect(app.getByRole("cell", { name: /^Right key/ })).toBeVisible();
  await button(app, "Open").click();
  await button(app, "Choose where to save").click();
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-store-"));
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY.toString("hex"));
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a small one arrives as a download with its name, and goes when the tab has gone", async () => {
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(50_000, CHAT.value)]);
  const path = join(folder, "msgstore.db.crypt15");
  writeFileSync(path, makeBackup(KEY, { payload }));
  const downloading = app.waitForEvent("download");
  await openThrough(path);
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("msgstore.db");
  const saved = join(folder, "saved.db");
  await download.saveAs(saved);
  expect(Buffer.compare(readFileSync(saved), payload)).toBe(0);
  await download.delete();
  // Still there while the page may be asked for it again; another tab looks in afterwards.
  expect(await unfinished(app)).toBe(1);
  const other = await browser.newPage(browser.extUrl(APP));
  await app.close();
  app = other;
  await browser.stopWorker();
  await app.evaluate(() => chrome.runtime.sendMessage(null));
  await waitFor("the store to be empty", async () => (await unfinished(app)) === 0);
});

test("killed in the middle, the next start removes what was written", async () => {
  await openThrough(makeLarge());
  await waitFor("chat on the disk", async () => (await searchProfile(browser.profile, [CHAT])).length > 0, {
    timeoutMs: 30_000,
  });
  await browser.kill();
  expect(await searchProfile(browser.profile, [CHAT])).not.toEqual([]);
  // The browser's start is enough: no page of ours is opened.
  await browser.relaunch();
  await waitFor(
    "no chat on the disk",
    async () => (await searchProfile(browser.profile, [CHAT])).length === 0,
    {
      timeoutMs: 30_000,
    },
  );
  app = await browser.newPage(browser.extUrl(APP));
  expect(await unfinished(app)).toBe(0);
});
