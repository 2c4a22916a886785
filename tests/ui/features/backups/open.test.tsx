// @vitest-environment happy-dom
/** *Open backups*: what comes out, where it goes, and what is said where nothing does. */
import { createHash } from "node:crypto";
import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { hexToBytes } from "../../../../src/core/bytes.ts";
import { openText, salvageText } from "../../../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsSay } from "../../../../src/ui/text/en/backups.ts";
import { flip, makeBackup, makeDatabase, makeMedia } from "../../../support/backup-files.ts";
import { choose, disk, rowOf, showBackups, testKeys, until, user } from "../../backup-stage.tsx";
import { FakeApi, SAMPLE_KEY } from "../../fake-api.ts";
import { InPageWorker } from "../../in-page-worker.ts";
import { alertText, press, settle, statusText, type } from "../../stage.tsx";

const KEY = hexToBytes(SAMPLE_KEY);
const START = openText.start;
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

let api: FakeApi;
beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(SAMPLE_KEY, { label: "Mine" });
});

async function openAll(...names: string[]): Promise<void> {
  await testKeys(...names);
  await press(backupsPress.open);
  await press(START);
}

describe("one file", () => {
  it("goes byte for byte where the user chose, under the name of what is inside", async () => {
    const database = makeDatabase(3);
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY, { payload: database }) });
    await openAll("msgstore.db");
    await until("the end", () => statusText().startsWith("Opened"));
    expect(statusText()).toContain("SQLite database, 3 pages of 4096 bytes, 12 kB");
    expect(disk.contents()).toEqual({ "msgstore.db": latin1(database) });
    expect(rowOf("msgstore.db")).toContain("This key fits. The file is complete and unchanged");
    expect(screen.queryByText(openText.warning)).toBeNull();
    expect(InPageWorker.alive.size).toBe(0);
  });

  it("is warned of before: opened files are not encrypted", async () => {
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY) });
    await testKeys("msgstore.db");
    await press(backupsPress.open);
    expect(screen.getByText(openText.warning)).toBeTruthy();
    expect(disk.contents()).toEqual({});
  });

  it("that is damaged leaves nothing, and its row says so", async () => {
    const file = makeBackup(KEY, { payload: makeDatabase(3) });
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": flip(file, file.length - 5000) });
    await openAll("msgstore.db");
    await until("the end", () => alertText() !== "");
    expect(alertText()).toBe("Damaged. Not opened. Nothing was kept.");
    expect(rowOf("msgstore.db")).toContain("Damaged. A key fits");
    expect(disk.contents()).toEqual({});
  });

  it("larger than the limit leaves nothing; with a higher limit it opens", async () => {
    const payload = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(3_000_000)]);
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY, { payload }) });
    await testKeys("msgstore.db");
    await press(backupsPress.open);
    await type(openText.limit, "0.001");
    await press(START);
    await until("the end", () => alertText() !== "");
    expect(alertText()).toContain("would exceed the limit. Nothing was kept");
    expect(disk.contents()).toEqual({});
    await type(openText.limit, "none");
    await press(START);
    expect(alertText()).toBe(openText.limitWrong);
    await type(openText.limit, "1");
    await press(START);
    await until("the end", () => statusText().startsWith("Opened"));
    expect(disk.contents()["msgstore.db"]).toHaveLength(payload.length);
  });

  it("that does not unpack under a good tag is told from a damaged one", async () => {
    const start = makeBackup(KEY, { payload: Buffer.from("x") });
    expect(start.length).toBeGreaterThan(0);
    const { deflateSync } = await import("node:zlib");
    const payload = deflateSync(makeDatabase(3)).subarray(0, 6000);
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY, { payload, zlib: false }) });
    await openAll("msgstore.db");
    await until("the end", () => alertText() !== "");
    expect(alertText()).toContain("cannot be unpacked. Nothing was kept");
    expect(disk.contents()).toEqual({});
  });

  it("stays shut when the picker is closed, and nothing is derived for it", async () => {
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY) });
    await testKeys("msgstore.db");
    await press(backupsPress.open);
    user.closesPicker = true;
    await press(START);
    expect(statusText()).toBe(openText.noPlace);
    expect(api.asked).not.toContain("backup.derive");
  });

  it.each([
    ["not-found", backupsSay.deletedKey],
    ["locked", "locked"],
  ] as const)("whose key is refused (%s) leaves no empty file", async (code, expected) => {
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY) });
    await testKeys("msgstore.db");
    await press(backupsPress.open);
    api.failing.set("backup.derive", code);
    await press(START);
    await until("the refusal", () => alertText() !== "");
    expect(alertText()).toContain(expected);
    expect(disk.contents()).toEqual({});
  });

  it("says that the disk is full, and keeps nothing", async () => {
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY, { payload: makeDatabase(20) }) });
    await testKeys("msgstore.db");
    disk.room.bytes = 10_000;
    await press(backupsPress.open);
    await press(START);
    await until("the end", () => alertText() !== "");
    expect(alertText()).toBe(openText.full);
    expect(disk.contents()).toEqual({});
    expect(InPageWorker.alive.size).toBe(0);
  });

  /** Opening has begun, and waits for the key. */
  async function openHeld(): Promise<() => void> {
    let go: () => void = () => undefined;
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": makeBackup(KEY, { payload: makeDatabase(20) }) });
    await testKeys("msgstore.db");
    await press(backupsPress.open);
    api.held.set(
      "backup.derive",
      new Promise((resolve) => {
        go = resolve;
      }),
    );
    await press(START);
    expect(Object.keys(disk.contents())).toEqual(["msgstore.db"]);
    return go;
  }

  async function goTo(hash: string): Promise<void> {
    location.hash = hash;
    fireEvent(window, new HashChangeEvent("hashchange"));
    await settle();
  }

  it("goes on while the tab shows something else, and is found as it ended", async () => {
    const go = await openHeld();
    await goTo("#settings");
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Settings");
    expect(screen.queryByRole("button", { name: backupsPress.test })).toBeNull();
    go();
    await until("the end", () => statusText().startsWith("Opened"));
    expect(disk.contents()["msgstore.db"]).toHaveLength(makeDatabase(20).length);
    await goTo("#backups");
    expect(rowOf("msgstore.db")).toContain("complete and unchanged");
    expect(document.activeElement?.textContent).toBe("Backups");
    // Nothing runs any more: the view goes, and what it held goes with it.
    await goTo("");
    expect(document.querySelector("table")).toBeNull();
  });

  it("is asked about before the tab goes to another page, and only while it runs", async () => {
    const leaves = () => fireEvent(window, new Event("beforeunload", { cancelable: true }));
    const go = await openHeld();
    expect(leaves()).toBe(false);
    go();
    await until("the end", () => statusText().startsWith("Opened"));
    expect(leaves()).toBe(true);
  });

  it("is given up when Sixtyfour locks, and nothing of it is kept", async () => {
    const go = await openHeld();
    await goTo("#settings");
    api.status = "locked";
    api.publish("state");
    await settle();
    go();
    await until("nothing to be there", () => Object.keys(disk.contents()).length === 0);
  });
});

describe("cloud media", () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 3)]);

  it("gets the name that its description gives it, made safe", async () => {
    const { name, media, metadataName, metadata } = makeMedia(KEY, jpeg, '{"name":"../IMG<1>.jpg"}');
    await showBackups(api);
    await choose({ [name]: media, [metadataName]: metadata });
    await testKeys(name, metadataName);
    fireEvent.click(screen.getByLabelText(`Select ${metadataName}`));
    await press(backupsPress.open);
    await until("the name", () => screen.queryByText(/will be called IMG_1_.jpg/) !== null);
    await press(START);
    await until("the end", () => statusText().startsWith("Opened"));
    expect(disk.contents()).toEqual({ "IMG_1_.jpg": latin1(jpeg) });
  });

  it("without a description gets the ending of what it begins with", async () => {
    const { name, media } = makeMedia(KEY, jpeg, "{}");
    await showBackups(api);
    await choose({ [name]: media });
    await testKeys(name);
    await press(backupsPress.open);
    await until("the name", () => screen.queryByText(/will be called [0-9A-F]{64}.jpg/) !== null);
    await press(START);
    await until("the end", () => statusText().startsWith("Opened"));
    expect(disk.contents()).toEqual({ [name.replace(".mcrypt1", ".jpg")]: latin1(jpeg) });
  });
});

describe("many files", () => {
  const [one, two] = [makeDatabase(2), makeDatabase(3)];
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 3)]);
  const sum = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  it("keep their folders, with descriptions as JSON and a list of sums of what is really there", async () => {
    const json = '{"name":"holiday.jpg"}';
    const { name, media, metadataName, metadata } = makeMedia(KEY, jpeg, json);
    disk.inside.set("SHA256SUMS.txt", await disk.getFileHandle("older", { create: true }));
    disk.inside.delete("older");
    await showBackups(api);
    await choose({
      "phone/a/msgstore.db.crypt15": makeBackup(KEY, { payload: one }),
      "phone/b/msgstore.db.crypt15": makeBackup(KEY, { payload: two }),
      [`phone/${name}`]: media,
      [`phone/${metadataName}`]: metadata,
    });
    await openAll("a/msgstore.db", "b/msgstore.db", name, metadataName);
    await until("the end", () => statusText().includes("opened"));
    expect(statusText()).toBe("All 4 files opened. SHA256SUMS.txt lists the opened files.");
    const written = disk.contents();
    const { "SHA256SUMS (2).txt": sums, "SHA256SUMS.txt": older, ...files } = written;
    expect(older).toBe("");
    expect(files).toEqual({
      "phone/a/msgstore.db": latin1(one),
      "phone/b/msgstore.db": latin1(two),
      "phone/holiday.jpg": latin1(jpeg),
      [`phone/${metadataName}.json`]: json,
    });
    const lines = Object.keys(files).map((path) => `${sum(disk.bytesOf(path))}  ${path}`);
    expect(sums?.trimEnd().split("\n").sort()).toEqual(lines.sort());
  });

  it("overwrite nothing: the list says under which name each lies", async () => {
    (await disk.getFileHandle("msgstore.db", { create: true })).bytes = Uint8Array.of(1);
    await showBackups(api);
    await choose({
      "msgstore.db.crypt15": makeBackup(KEY, { payload: one }),
      "wa.db.crypt15": makeBackup(KEY, { payload: two }),
    });
    await openAll("msgstore.db", "wa.db");
    await until("the end", () => statusText().includes("opened"));
    expect(disk.contents()["msgstore.db"]).toBe("\x01");
    expect(disk.contents()["SHA256SUMS.txt"]).toContain(`${sum(one)}  msgstore (2).db\n`);
  });

  it("one that fails is left out, said, and keeps no other from being opened", async () => {
    const bad = makeBackup(KEY, { payload: one });
    await showBackups(api);
    await choose({
      "bad.db.crypt15": flip(bad, bad.length - 3000),
      "good.db.crypt15": makeBackup(KEY, { payload: two }),
    });
    await openAll("bad.db", "good.db");
    await until("the end", () => alertText() !== "");
    expect(alertText()).toBe(
      "1 of 2 files opened. SHA256SUMS.txt lists the opened files. Not opened: bad.db.crypt15.",
    );
    expect(Object.keys(disk.contents()).sort()).toEqual(["SHA256SUMS.txt", "good.db"]);
    expect(disk.contents()["SHA256SUMS.txt"]).toBe(`${sum(two)}  good.db\n`);
    expect(rowOf("bad.db")).toContain("Damaged");
  });

  it("stop with the disk, and the sums of those that came out are there if they fit", async () => {
    await showBackups(api);
    await choose({
      "one.db.crypt15": makeBackup(KEY, { payload: one }),
      "two.db.crypt15": makeBackup(KEY, { payload: makeDatabase(40) }),
    });
    await testKeys("one.db", "two.db");
    disk.room.bytes = one.length + 20_000;
    await press(backupsPress.open);
    await press(START);
    await until("the end", () => alertText() !== "");
    expect(alertText()).toBe(openText.full);
    expect(disk.contents()["one.db"]).toBe(latin1(one));
    expect(Object.keys(disk.contents())).not.toContain("two.db");
  });
});

describe("a second time", () => {
  it("skips what is there and equal, and does the rest", async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 3)]);
    const md5Hash = createHash("md5").update(jpeg).digest("hex");
    const json = JSON.stringify({ name: "Media/Images/Sent/a.jpg", sizeBytes: jpeg.length, md5Hash });
    const { name, media, metadataName, metadata } = makeMedia(KEY, jpeg, json);
    const database = makeBackup(KEY, { payload: makeDatabase(2) });
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": database, [name]: media, [metadataName]: metadata });
    await openAll("msgstore.db", name, metadataName);
    await until("the end", () => statusText().includes("All 3 files opened."));
    const first = disk.contents();
    expect(first["Images/Sent/a.jpg"]).toBe(latin1(jpeg));
    disk.inside.delete("msgstore.db");
    await press(backupsPress.open);
    await press(START);
    await until("the end", () => statusText().includes("Skipped"));
    expect(statusText()).toContain("1 of 3 files opened. Skipped, already there with the same content: 2.");
    expect(disk.contents()).toEqual(first);
  });
});

describe("what can be read of a damaged file", () => {
  it("is saved apart from opening, under a name that says so", async () => {
    const payload = makeDatabase(20);
    const whole = makeBackup(KEY, { payload });
    await showBackups(api);
    await choose({ "msgstore.db.crypt15": whole.slice(0, -9000) });
    await testKeys("msgstore.db");
    await press(backupsPress.salvage);
    expect(alertText()).toBe(backupsSay.nothingToSalvage);
    await press(backupsPress.check);
    await until("the verdict", () => rowOf("msgstore.db").includes("Damaged"));
    await press(backupsPress.salvage);
    await press(salvageText.start);
    await until("the end", () => statusText().startsWith("Saved what could be read"));
    expect(statusText()).toContain("None of it is verified.");
    expect(Object.keys(disk.contents())).toEqual(["msgstore.db.unverified"]);
    const saved = disk.contents()["msgstore.db.unverified"] ?? "";
    expect(saved.length).toBeGreaterThan(60_000);
    expect(latin1(payload).startsWith(saved)).toBe(true);
    expect(rowOf("msgstore.db")).toContain("Saved what could be read");
  });
});
