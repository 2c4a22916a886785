/**
 * Backups in the full tab: files are described, tested, checked, opened and encrypted, and a key is repaired.
 * Files and keys are real.
 */
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { encryptText, openText, repairText } from "../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsWords } from "../../src/ui/text/en/backups.ts";
import { errorText } from "../../src/ui/text/en/errors.ts";
import { lastTestText } from "../../src/ui/text/en/keys-view.ts";
import type { Driver } from "../drivers/driver.ts";
import type { GivenFile, Page } from "../drivers/page.ts";
import { ROOT } from "./practice.ts";
import { ALERT, addKey, button, createKeyring, field, link, STATUS, type Target, text } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const vector = (name: string) => resolve(ROOT, "tests/vectors", name);
const DATABASE = vector("msgstore-2026-level9.db.crypt15");
const DAMAGED = vector("neg-midbyte-flipped.db.crypt15");
const STICKERS = vector("stickers.backup.crypt15");
const OURS = one(
  "chromium",
  "our own page and workers, alike in both; what Firefox saves is in private-store.spec.ts",
);

let browser: Driver;
let app: Page;

const row = (name: string): Target => ({
  css: "tr",
  within: { role: "table", name: backupsWords.table },
  holding: name,
});
const verdict = (name: string): Target => ({ css: "td", within: row(name), nth: -1 });

function choose(...files: GivenFile[]): Promise<void> {
  const area: Target = { role: "group", name: backupsWords.drop };
  return app.setFiles(field(backupsWords.pick, { within: area }), files);
}

/**
 * What the page saves while `act` runs: through the save dialog where the browser has one, else as a
 * download.
 */
async function saved(name: string, act: () => Promise<void>): Promise<Buffer> {
  if (!browser.can("save-dialog")) {
    const download = await browser.download(app, act);
    expect(download.name).toBe(name);
    return Buffer.from(download.bytes);
  }
  await act();
  const bytes = await app.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(name)).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  }, name);
  return Buffer.from(bytes);
}

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, randomBytes(32).toString("hex"), "New phone");
  await addKey(app, KEY, "Old phone");
  // No save dialog can be driven: this one gives a file of the private store under the name it is asked for.
  if (browser.can("save-dialog"))
    await app.evaluate(() => {
      const pickers = window as unknown as { showSaveFilePicker: unknown };
      pickers.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    });
  await app.click(link("Backups"));
  await app.expectShown({ role: "heading", name: backupsWords.title });
});

story("files are described before any key is asked for", OURS, async () => {
  await choose(DATABASE, DAMAGED, STICKERS, { name: "notes.txt", bytes: Buffer.from("nothing to see") });
  await app.expectText(row("msgstore-2026"), "crypt15 backup, version 2.26.34.7");
  await app.expectText(row("msgstore-2026"), "protected by a 64-digit key");
  await app.expectText(verdict("notes.txt"), /^Not a backup. It looks like plain text/);
});

story("every key is tried at once, and the right one is named", OURS, async () => {
  await app.click(button(backupsPress.test));
  for (const name of ["msgstore-2026", "neg-midbyte", "stickers"]) {
    await app.expectText(
      verdict(name),
      /^This key fits. Only the beginning was read; a full check rules out damage/,
    );
    await app.expectText(row(name), "Old phone");
    expect(await app.text(row(name))).not.toContain("New phone");
  }
});

story("the whole file tells a damaged one", OURS, async () => {
  await app.click(button(backupsPress.check));
  await app.expectText(
    verdict("msgstore-2026"),
    /^This key fits. The file is complete and unchanged: its tag and checksum match/,
  );
  await app.expectText(
    verdict("stickers"),
    /^This key fits. The file is complete and unchanged: its tag matches/,
  );
  await app.expectText(verdict("neg-midbyte"), /^Damaged/);
});

story("one is opened to what is inside", OURS, async () => {
  for (const name of ["neg-midbyte", "stickers"])
    await app.check({ css: "input[type=checkbox]", within: row(name) }, false);
  const opened = await saved("msgstore-2026-level9.db", async () => {
    await app.click(button(backupsPress.open));
    await app.click(button(openText.start));
    await app.expectText(verdict("msgstore-2026"), "Opened: SQLite database, 30 pages of 4096 bytes");
  });
  expect(opened.subarray(0, 15).toString()).toBe("SQLite format 3");
  expect(opened.length).toBe(122_880);
});

story("files are encrypted, and the key fits what was encrypted", OURS, async () => {
  await app.click(button(backupsPress.encrypt));
  const panel: Target = { role: "group", name: encryptText.drop };
  await app.setFiles(field(encryptText.pick, { within: panel }), [
    { name: "photo.jpg", bytes: Buffer.alloc(100_000, 7) },
  ]);
  const name = "photo.jpg.zip.crypt15";
  const encrypted = await saved(name, async () => {
    await app.click(button(encryptText.start));
    await app.expectText(STATUS, `Encrypted: ${name}`);
  });
  await choose({ name, bytes: encrypted });
  await app.expectText(row(name), "Encrypted with Sixtyfour");
  await app.click(button(backupsPress.check));
  await app.expectText(verdict(name), /^This key fits. The file is complete/);
  expect(encrypted.includes("photo.jpg")).toBe(false);
});

story("a typo is found, marked, and saved only by a press", OURS, async () => {
  await app.click(button(backupsPress.clear));
  await choose(DATABASE);
  await app.expectText(row("msgstore-2026"), "crypt15 backup");
  await app.click(button(backupsPress.repair));
  const typos: [found: string, typed: string][] = [
    ["1", KEY.slice(0, 30) + KEY.slice(31)], // one is missing
    ["5", `${KEY.slice(0, 20)}0${KEY.slice(21)}`], // one is wrong
  ];
  for (const [found, typed] of typos) {
    await app.fill(field(repairText.typed), typed);
    await app.click(button(repairText.start));
    await app.expectText("mark", found);
    expect(await app.texts("mark")).toEqual([found]);
    await app.expectText(STATUS, repairText.found);
  }
  await app.click(button(repairText.save));
  await app.expectText(ALERT, errorText["already-there"]);
});

story("the key's entry says when it fitted a backup", OURS, async () => {
  await app.click(link("Keys"));
  await app.click(link("Old phone"));
  await app.expectShown(text(lastTestText(Date.now())));
});
