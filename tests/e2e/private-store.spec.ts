/** Without a save dialog, opened files pass through the browser's private store, and do not stay there. */
import { createHash, randomBytes } from "node:crypto";
import { unzipSync } from "fflate";
import { openText } from "../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsWords, verdictText } from "../../src/ui/text/en/backups.ts";
import type { Driver } from "../drivers/driver.ts";
import type { GivenFile, Page } from "../drivers/page.ts";
import { makeBackup, makeDatabase, makeMedia } from "../support/backup-files.ts";
import { searchProfile } from "../support/canary.ts";
import { waitFor } from "../support/wait.ts";
import { APP, addKey, ask, button, createKeyring, field, link, STATUS, type Target, text } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = randomBytes(32);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(50_000)]);
/** Something that somebody wrote in a chat. */
const CHAT = { name: "chat", value: randomBytes(24).toString("hex") };
const ENDS = one("chromium", "our own sweep at the start, alike in both");
const HERE = one("chromium", "the same interface of the platform in both");

let browser: Driver;
let app: Page;

const cells = (words: string): Target => ({ css: "td", holding: words });

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY.toString("hex"), "Old phone");
  await openBackups();
});

/** The section *Backups* in a page without the browser's dialogs for saving. */
async function openBackups(): Promise<void> {
  const left = await app.evaluate(() => {
    const dialogs = ["showSaveFilePicker", "showDirectoryPicker"];
    for (const name of dialogs)
      for (const owner of [window, Object.getPrototypeOf(window)]) Reflect.deleteProperty(owner, name);
    return dialogs.filter((name) => name in window);
  });
  expect(left).toEqual([]);
  await app.click(link("Backups"));
}

/** A database full of the chat. */
function chats(name: string, length: number): { payload: Buffer; file: GivenFile } {
  const lines = Buffer.alloc(length, `${CHAT.value} `);
  const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), lines]);
  return { payload, file: { name, bytes: makeBackup(KEY, { payload, zlib: { level: 1 } }) } };
}

/** How many files lie in the private store. */
function unfinished(): Promise<number> {
  return app.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const inside = await root.getDirectoryHandle("unfinished", { create: true });
    let count = 0;
    for await (const _ of (inside as unknown as { keys(): AsyncIterable<string> }).keys()) count += 1;
    return count;
  });
}

async function openOne(file: GivenFile): Promise<void> {
  await app.setFiles(field(backupsWords.pick), [file]);
  await app.expectShown(cells("crypt15 backup"));
  await app.click(button(backupsPress.test));
  await app.expectShown(cells(verdictText["right-key"]));
  await app.click(button(backupsPress.open));
  await app.click(button(openText.start));
}

const isChatOnDisk = async () => (await searchProfile(browser.profile, [CHAT])).length > 0;

story(
  "several come as one ZIP with a list of sums, named by what is inside; it alone stays, for its download",
  long("the browser without a folder dialog; backup-acts.spec.ts takes the dialog away from Chromium"),
  async () => {
    const { name, media, metadataName, metadata } = makeMedia(KEY, JPEG, '{"name":"sea.jpg"}');
    const [small, large] = [makeDatabase(2), makeDatabase(400)];
    await app.dropFiles(".drop", [
      { name: "one.db.crypt15", bytes: makeBackup(KEY, { payload: small }) },
      { name: "two.db.crypt15", bytes: makeBackup(KEY, { payload: large }) },
      { name, bytes: media },
      { name: metadataName, bytes: metadata },
    ]);
    await app.expectCount("tbody tr", 4);
    await app.expectCount(cells("cloud backup"), 2);
    await app.click(button(backupsPress.test));
    await app.expectCount(cells(verdictText["right-key"]), 4);
    await app.click(button(backupsPress.open));
    await app.expectShown(text(openText.intoZip));
    const download = await browser.download(app, async () => {
      await app.click(button(openText.startZip));
      await app.expectText(STATUS, "All 4 files opened");
    });
    expect(download.name).toBe("opened-backups.zip");
    const { "SHA256SUMS.txt": sums, ...files } = unzipSync(download.bytes);
    const expected: Record<string, Uint8Array> = {
      "one.db": small,
      "two.db": large,
      "sea.jpg": JPEG,
      [`${metadataName}.json`]: Buffer.from('{"name":"sea.jpg"}'),
    };
    expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
    const lines = Object.entries(expected).map(([path, bytes]) => {
      expect(Buffer.compare(files[path] ?? Buffer.alloc(0), bytes), path).toBe(0);
      return `${createHash("sha256").update(bytes).digest("hex")}  ${path}`;
    });
    const listed = Buffer.from(sums ?? []).toString();
    expect(listed.trimEnd().split("\n").sort()).toEqual(lines.sort());
    expect(await unfinished()).toBe(1);
    await app.click(button(backupsPress.clear));
  },
);

story("a small one arrives as a download with its name, and goes when the tab has gone", HERE, async () => {
  const before = await unfinished();
  const { payload, file } = chats("msgstore.db.crypt15", 3_000_000);
  const download = await browser.download(app, async () => {
    await openOne(file);
    await app.expectShown(cells("Opened: SQLite database"));
  });
  expect(download.name).toBe("msgstore.db");
  expect(Buffer.compare(download.bytes, payload)).toBe(0);
  // Still there while the page may be asked for it again; another tab looks in afterwards.
  expect(await unfinished()).toBe(before + 1);
  const other = await browser.newPage(browser.extUrl(APP));
  await app.close();
  app = other;
  await browser.killWorker();
  await ask(app, "entry.list", {});
  await waitFor("the store to be empty", async () => (await unfinished()) === 0);
});

story("killed in the middle, the next start removes what was written", ENDS, async () => {
  await openBackups();
  // Too large to be opened in an instant.
  await openOne(chats("large.db.crypt15", 300_000_000).file);
  await waitFor("chat on the disk", isChatOnDisk);
  await browser.kill();
  expect(await isChatOnDisk()).toBe(true);
  // The browser's start is enough: no page of ours is opened.
  await browser.relaunch();
  await waitFor("no chat on the disk", async () => !(await isChatOnDisk()));
  app = await browser.newPage(browser.extUrl(APP));
  expect(await unfinished()).toBe(0);
});
