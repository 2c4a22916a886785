/** Backups in the full tab: described, proven, checked, opened, locked, repaired, with real files and real keys. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { ROOT } from "../practice.ts";
import { addKey, button, createKeyring, generate, launch, textBox } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const sample = (name: string) => resolve(ROOT, "tests/vectors", name);
const DATABASE = sample("msgstore-2026-level9.db.crypt15");
const DAMAGED = sample("neg-midbyte-flipped.db.crypt15");
const STICKERS = sample("stickers.backup.crypt15");

let browser: Chromium;
let app: Page;
let folder: string;

const row = (name: string) =>
  app.getByRole("table", { name: "Backups" }).getByRole("row").filter({ hasText: name });
const verdict = (name: string) => row(name).getByRole("cell").last();
const alert = () => app.getByRole("alert");
const status = () => app.getByRole("status");

async function choose(paths: string[]): Promise<void> {
  await app.getByRole("group", { name: "Drop backups here" }).getByLabel("Choose files").setInputFiles(paths);
}

/** What the stand-in for the save dialog was given, by name; it writes with the browser's own writable stream. */
async function savedFile(name: string): Promise<Buffer | null> {
  const bytes = await app.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    try {
      const file = await (await root.getFileHandle(name)).getFile();
      return [...new Uint8Array(await file.arrayBuffer())];
    } catch {
      return null;
    }
  }, name);
  return bytes && Buffer.from(bytes);
}

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-backups-"));
  browser = await launch();
  app = await createKeyring(browser);
  await generate(app);
  await addKey(app, KEY, "Old phone");
  // No save dialog can be driven: this one gives a file of the private store under the name it is asked for.
  await app.evaluate(() => {
    const pickers = window as unknown as { showSaveFilePicker: unknown };
    pickers.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  await app.getByRole("link", { name: "Backups" }).click();
  await expect(app.getByRole("heading", { name: "Backups" })).toBeVisible();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test("files are described before any key is asked for", async () => {
  const text = join(folder, "notes.txt");
  writeFileSync(text, "nothing to see");
  await choose([DATABASE, DAMAGED, STICKERS, text]);
  await expect(row("msgstore-2026")).toContainText("crypt15 backup, version 2.26.34.7");
  await expect(row("msgstore-2026")).toContainText("locked with a 64-digit key");
  await expect(verdict("notes.txt")).toHaveText(/^Not a backup. It looks like plain text/);
});

test("every key is tried at once, and the right one is named", async () => {
  await button(app, "Prove").click();
  for (const name of ["msgstore-2026", "neg-midbyte", "stickers"]) {
    await expect(verdict(name)).toHaveText(/^Right key. Beginning only: Check whole proves the rest/);
    await expect(row(name)).toContainText("Old phone");
  }
});

test("the whole file tells a damaged one", async () => {
  await button(app, "Check whole").click();
  await expect(verdict("msgstore-2026")).toHaveText(
    /^Right key. Complete and untouched, by tag and checksum/,
  );
  await expect(verdict("stickers")).toHaveText(/^Right key. Complete and untouched, by its tag/);
  await expect(verdict("neg-midbyte")).toHaveText(/^Damaged/);
});

test("one is opened to what is inside; nothing is kept of a damaged one", async () => {
  for (const name of ["neg-midbyte", "stickers"]) await row(name).getByRole("checkbox").uncheck();
  await button(app, "Open").click();
  await button(app, "Choose where to save").click();
  await expect(verdict("msgstore-2026")).toContainText("Opened: SQLite database, 30 pages of 4096 bytes");
  const opened = await savedFile("msgstore-2026-level9.db");
  expect(opened?.subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(opened?.length).toBe(122_880);
});

test("files are locked, and what was locked is proven and opened again", async () => {
  await button(app, "Lock a file").click();
  const panel = app.getByRole("group", { name: "Drop what is to be locked" });
  const photo = join(folder, "photo.jpg");
  writeFileSync(photo, Buffer.alloc(100_000, 7));
  await panel.getByLabel("Pick files to lock").setInputFiles([photo]);
  await button(app, "Lock and save").click();
  await expect(status()).toContainText("Locked: photo.jpg.zip.crypt15");
  const locked = await savedFile("photo.jpg.zip.crypt15");
  const path = join(folder, "photo.jpg.zip.crypt15");
  writeFileSync(path, locked ?? "");
  await choose([path]);
  await expect(row("photo.jpg.zip")).toContainText("Locked with Sixtyfour");
  await button(app, "Check whole").click();
  await expect(verdict("photo.jpg.zip")).toHaveText(/^Right key. Complete/);
  expect(readFileSync(path).includes("photo.jpg")).toBe(false);
});

test("a slip is found, marked, and saved only by a press", async () => {
  await button(app, "Clear the list").click();
  await choose([DATABASE]);
  await button(app, "Repair").click();
  const typed = `${KEY.slice(0, 20)}${KEY[20] === "0" ? "1" : "0"}${KEY.slice(21)}`;
  await textBox(app, "What you have of the key").fill(typed);
  await button(app, "Search").click();
  await expect(status()).toContainText("This key opens the file.");
  await expect(app.locator("mark")).toHaveText([KEY[20] ?? ""]);
  await button(app, "Save this key").click();
  await expect(alert()).toContainText("already in the keyring");
});

test("the key's entry says when it was proven", async () => {
  await app.getByRole("link", { name: "Keys" }).click();
  await app.getByRole("link", { name: "Old phone" }).first().click();
  await expect(app.getByText(/Proven against a backup on/)).toBeVisible();
});
