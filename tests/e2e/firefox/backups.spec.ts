/** Backups in Firefox: proven, checked, opened through the private store, locked, repaired; workers included. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { makeBackup } from "../../support/backup-files.ts";
import { searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import {
  ALERT,
  APP,
  addKey,
  button,
  createKeyring,
  expect,
  expectText,
  field,
  launch,
  link,
  ROOT,
  STATUS,
  test,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = randomBytes(32);
/** Something that somebody wrote in a chat. */
const CHAT = { name: "chat", value: randomBytes(24).toString("hex") };
const vectors = (name: string) => resolve(ROOT, "tests/vectors", name);
const DATABASE = vectors("msgstore-2026-level9.db.crypt15");
const DAMAGED = vectors("neg-midbyte-flipped.db.crypt15");

let firefox: Firefox;
let app: FirefoxPage;
const downloads = mkdtempSync(join(tmpdir(), "sixtyfour-opened-"));

test.beforeAll(async () => {
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": downloads } });
  app = await createKeyring(firefox);
  await addKey(app, KEY, "Old phone");
  await addKey(app, OTHER.toString("hex"), "New phone");
  await app.click(link("Backups"));
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(downloads, { recursive: true, force: true });
});

/** Gives the input files; they are there when it returns. */
async function choose(inputLabel: string, files: Record<string, Uint8Array>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => ({
    name,
    bytes: Buffer.from(bytes).toString("base64"),
  }));
  await app.on(
    field(inputLabel),
    `(picker) => {
      const chosen = new DataTransfer();
      for (const { name, bytes } of ${JSON.stringify(given)})
        chosen.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
      picker.files = chosen.files;
      picker.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
  );
}

const rowText = (name: string) =>
  app.evaluate<string>(
    `[...document.querySelectorAll("table tr")].find((row) => row.textContent.includes(${JSON.stringify(name)}))?.textContent ?? ""`,
  );

async function expectRow(name: string, expected: string): Promise<void> {
  await expect.poll(() => rowText(name), { timeout: 15_000, intervals: [50] }).toContain(expected);
}

function unfinished(page: FirefoxPage): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const root = await navigator.storage.getDirectory();
    const inside = await root.getDirectoryHandle("unfinished", { create: true });
    let count = 0;
    for await (const _ of inside.keys()) count += 1;
    return count;
  })()`);
}

test("files are described, proven by the key that fits, and checked whole", async () => {
  await choose("Choose files", {
    [basename(DATABASE)]: readFileSync(DATABASE),
    [basename(DAMAGED)]: readFileSync(DAMAGED),
    "notes.txt": Buffer.from("plain words"),
  });
  await expectRow("msgstore-2026", "crypt15 backup, version 2.26.34.7");
  await expectRow("notes.txt", "Not a backup. It looks like plain text");
  await app.click(button("Prove"));
  await expectRow("msgstore-2026", "Right key. Beginning only");
  await expectRow("neg-midbyte", "Right key. Beginning only");
  expect(await rowText("msgstore-2026")).toContain("Old phone");
  expect(await rowText("msgstore-2026")).not.toContain("New phone");
  await app.click(button("Check whole"));
  await expectRow("msgstore-2026", "Right key. Complete and untouched");
  await expectRow("neg-midbyte", "Damaged");
  await app.click(button("Clear the list"));
});

test("one is opened into the downloads, byte for byte", async () => {
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(3_000_000, 7)]);
  await choose("Choose files", { "msgstore.db.crypt15": makeBackup(OTHER, { payload }) });
  await expectRow("msgstore.db", "crypt15 backup");
  await app.click(button("Prove"));
  await expectRow("msgstore.db", "Right key");
  await app.click(button("Open"));
  await app.click(button("Choose where to save"));
  await expectRow("msgstore.db", "Opened: SQLite database");
  await waitFor(
    "the download",
    () => readdirSync(downloads).includes("msgstore.db") && readdirSync(downloads).length === 1,
  );
  expect(Buffer.compare(readFileSync(join(downloads, "msgstore.db")), payload)).toBe(0);
  await app.click(button("Clear the list"));
});

test("files are locked, and come as a download", async () => {
  await app.click(button("Lock a file"));
  await choose("Pick files to lock", { "photo.jpg": Buffer.alloc(100_000, 9) });
  await app.click(button("Lock and save"));
  await expectText(app, STATUS, "Locked: photo.jpg.zip.crypt15");
  await waitFor("the download", () => readdirSync(downloads).includes("photo.jpg.zip.crypt15"));
});

test("a slip is found by the workers", async () => {
  await choose("Choose files", { [basename(DATABASE)]: readFileSync(DATABASE) });
  await expectRow("msgstore-2026", "crypt15 backup");
  await app.click(button("Repair"));
  await app.fill(field("What you have of the key"), `${KEY.slice(0, 30)}${KEY.slice(31)}`);
  await app.click(button("Search"));
  await expectText(app, STATUS, "This key opens the file");
  await app.click(button("Save this key"));
  await expectText(app, ALERT, "already in the keyring");
});

test("killed in the middle of opening, the next start removes what was written", async () => {
  await app.click(button("Clear the list"));
  const line = Buffer.from(`${CHAT.value} `);
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(300_000_000, line)]);
  await choose("Choose files", { "large.db.crypt15": makeBackup(OTHER, { payload, zlib: { level: 1 } }) });
  await expectRow("large.db", "crypt15 backup");
  await app.click(button("Prove"));
  await expectRow("large.db", "Right key");
  await app.click(button("Open"));
  await app.click(button("Choose where to save"));
  await waitFor("chat on the disk", async () => (await searchProfile(firefox.profile, [CHAT])).length > 0, {
    timeoutMs: 60_000,
  });
  await firefox.kill();
  expect(await searchProfile(firefox.profile, [CHAT])).not.toEqual([]);
  await firefox.relaunch();
  app = await firefox.newPage(firefox.extUrl(APP));
  await waitFor("the store to be empty", async () => (await unfinished(app)) === 0);
  await waitFor(
    "no chat on the disk",
    async () => (await searchProfile(firefox.profile, [CHAT])).length === 0,
    {
      timeoutMs: 60_000,
    },
  );
});
