/** The whole keyring out and in: nothing that is here is lost, nothing is acknowledged that is not stored. */
import { beforeEach, describe, expect, test } from "vitest";
import { fromBase64, hexToBytes, toBase64 } from "../../../src/core/bytes.ts";
import { formatBackupKey, keyDigest } from "../../../src/core/key/backup-key.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { isExportOutdated } from "../../../src/core/keyring/place-reminders.ts";
import { initialSettingsOf, SETTINGS } from "../../../src/core/keyring/settings.ts";
import { readKeyringExport } from "../../../src/core/sealed/keyring-export.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { type Given, HEX, keyringOf, OTHER_HEX, someAccount } from "../../support/keyrings.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { whatIsOverwritten } from "../../support/overwritten.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const OF_FILE = "stone lamp wide river";

let browser: MemoryBrowser;

const add = (hex: string, label = "") =>
  browser.get("entry.add", { hex, label, phoneEnding: "42", replaces: null });
const list = () => browser.get("entry.list", {});
const bodyOf = (keyring: Keyring) => toBase64(writeBody(keyring));
const merge = (...entries: Given[]) =>
  browser.get("keyring.merge", { body: bodyOf(keyringOf(entries)), atMs: 5, settings: [], isExport: false });

async function exported(): Promise<Keyring> {
  const { file } = await browser.get("keyring.write-export", { passphrase: OF_FILE });
  const read = await readKeyringExport(fromBase64(file) ?? new Uint8Array(), OF_FILE, deriveKey);
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.atMs).toBe(browser.nowMs());
  return read.value.keyring;
}

beforeEach(async () => {
  browser = await unlockedBrowser();
});

describe("an export", () => {
  test("holds every key, history and settings, and is noted as a place that is still to be verified", async () => {
    const old = await add(HEX, "old");
    await browser.get("entry.add", { hex: OTHER_HEX, label: "new", phoneEnding: "42", replaces: old.id });
    await browser.get("entry.delete", { id: old.id });
    await browser.get("settings.save", { ...initialSettingsOf(SETTINGS), clipboardSeconds: 99 });
    const { settings, entries } = await exported();
    expect(settings.clipboardSeconds).toBe(99);
    expect(entries.map((e) => [formatBackupKey(e.key), e.label, e.deletedAtMs !== null])).toEqual([
      [HEX, "old", true],
      [OTHER_HEX, "new", false],
    ]);
    const places = [{ place: "keyring-file", verifiedAtMs: null, goneAtMs: null }];
    expect((await list()).map((e) => [e.places, e.safe])).toEqual([
      [places, false],
      [places, false],
    ]);
    expect(entries[0]?.places).toEqual(places);
    expect(isExportOutdated(await list())).toBe(false);
  });

  test("a later key makes it outdated, a second export does not, and leaves a verified place as it is", async () => {
    const { id } = await add(HEX);
    await exported();
    const digests = [keyDigest(hexToBytes(HEX))];
    expect(await browser.get("place.verify-file", { place: "keyring-file", digests })).toEqual({ ids: [id] });
    await add(OTHER_HEX);
    expect(isExportOutdated(await list())).toBe(true);
    await exported();
    const entries = await list();
    expect(isExportOutdated(entries)).toBe(false);
    expect(entries.map((e) => e.verifiedPlaces)).toEqual([1, 0]);
  });

  test("is not given out where that it was written could not be stored", async () => {
    await add(HEX);
    browser.faults["copy-a"] = "refuse";
    browser.faults["copy-b"] = "refuse";
    const reply = await browser.ask("keyring.write-export", { passphrase: OF_FILE });
    expect(reply).toMatchObject({ error: { code: "not-stored" } });
    expect((await list())[0]?.places).toEqual([]);
  });

  test("a lock while it is written leaves no file without keys", async () => {
    await add(HEX);
    const writing = browser.ask("keyring.write-export", { passphrase: OF_FILE });
    await browser.get("keyring.lock", {});
    expect(await writing).toMatchObject({ error: { code: "locked" } });
    expect(await browser.ask("keyring.write-export", { passphrase: OF_FILE })).toMatchObject({
      error: { code: "locked" },
    });
  });

  test("a key that comes in while it is written is not noted as being in it", async () => {
    await add(HEX);
    const writing = browser.get("keyring.write-export", { passphrase: OF_FILE });
    await merge({ hex: OTHER_HEX, createdAtMs: 1 });
    await writing;
    const entries = await list();
    expect(entries.map((e) => e.places.length).sort()).toEqual([0, 1]);
    expect(isExportOutdated(entries)).toBe(true);
  });
});

describe("taking in", () => {
  test("a fresh keyring becomes what the file holds, its places still to be verified, and keeps its settings", async () => {
    const given = keyringOf([
      {
        hex: HEX,
        label: "old",
        note: "attic",
        testedAtMs: 7,
        places: [{ place: "paper", verifiedAtMs: 9, goneAtMs: null }],
      },
      { hex: OTHER_HEX, id: "b".repeat(32), origin: "generated", deletedAtMs: browser.nowMs() },
    ]);
    const settings = { ...initialSettingsOf(SETTINGS), autoLockMinutes: 1, clipboardSeconds: 20 };
    await browser.get("settings.save", settings);
    const body = bodyOf({ ...given, settings: { ...settings, autoLockMinutes: null, reminderAfterMs: 12 } });
    expect(
      await browser.get("keyring.merge", { body, atMs: 5, settings: [], isExport: false }),
    ).toMatchObject({
      added: 2,
      shortened: [],
    });
    await browser.wake();
    const { entries } = await exported();
    const marked = [{ place: "keyring-file", verifiedAtMs: null, goneAtMs: null }];
    const noted = [{ place: "paper", verifiedAtMs: null, goneAtMs: null }];
    expect(entries).toEqual(
      given.entries.map((e) => ({ ...e, places: [...(e.places.length > 0 ? noted : []), ...marked] })),
    );
    expect((await browser.get("keyring.state", {})).settings).toEqual(settings);
  });

  test("where there are keys, their names and settings stay, and what they lacked is added", async () => {
    const { id } = await add(HEX, "mine");
    await browser.get("settings.save", { ...initialSettingsOf(SETTINGS), clipboardSeconds: 99 });
    const far = {
      body: bodyOf(keyringOf([entryGiven(), { hex: OTHER_HEX }])),
      ...{ atMs: 8_640_000_000_000_000, settings: [], isExport: false },
    };
    expect(await browser.get("keyring.merge", far)).toMatchObject({ added: 1, shortened: [] });
    const entries = await list();
    expect(entries.find((e) => e.label === "mine")).toMatchObject({ id, note: "theirs", verifiedPlaces: 0 });
    expect((await browser.get("keyring.state", {})).settings?.clipboardSeconds).toBe(99);
    // Again, it changes nothing.
    expect(await browser.get("keyring.merge", far)).toMatchObject({ added: 0, shortened: [] });
    expect(await list()).toEqual(entries);
  });

  function entryGiven(): Given {
    const places = [{ place: "bitwarden", verifiedAtMs: 3, goneAtMs: null }];
    return { hex: HEX, label: "theirs", note: "theirs", createdAtMs: browser.nowMs() + 9, places };
  }

  test("of a key that is here already one is left in memory", async () => {
    await add(HEX, "mine");
    const keys = [HEX, OTHER_HEX].map(hexToBytes);
    const overwritten = await whatIsOverwritten(keys, () => merge({ hex: HEX }, { hex: OTHER_HEX }));
    // Both are read back once.
    expect(overwritten.map(formatBackupKey).sort()).toEqual([HEX, HEX, OTHER_HEX].sort());
    const { entries } = await exported();
    expect(entries.map(({ key }) => formatBackupKey(key)).sort()).toEqual([HEX, OTHER_HEX].sort());
  });

  test("more than a keyring takes is refused whole", async () => {
    await add(HEX);
    const many = Array.from({ length: 1000 }, (_, i) => ({ hex: `${i}`.padStart(64, "0") }));
    const reply = await browser.ask("keyring.merge", {
      body: bodyOf(keyringOf(many)),
      atMs: 5,
      settings: [],
      isExport: false,
    });
    expect(reply).toMatchObject({ error: { code: "too-many-keys" } });
    expect(await list()).toHaveLength(1);
  });

  test("what is no keyring changes nothing, nor does anything while locked", async () => {
    await add(HEX);
    for (const body of ["", "AAAA", "not base64", toBase64(new TextEncoder().encode('{"version":2}'))])
      expect(
        await browser.ask("keyring.merge", { body, atMs: 5, settings: [], isExport: false }),
      ).toMatchObject({
        error: { code: "damaged" },
      });
    await browser.get("keyring.lock", {});
    const body = bodyOf(keyringOf([{ hex: OTHER_HEX }]));
    expect(
      await browser.ask("keyring.merge", { body, atMs: 5, settings: [], isExport: false }),
    ).toMatchObject({
      error: { code: "locked" },
    });
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await list()).toHaveLength(1);
  });
});

describe("the mark on the toolbar button", () => {
  const verify = (id: string, place: "paper" | "bitwarden") =>
    browser.get("place.verify", { id, place, evidence: { kind: "key", hex: HEX } });

  test("stands from the first key until two of its places are verified", async () => {
    expect(browser.marks.at(-1)).toBe(false);
    const { id } = await add(HEX);
    expect(browser.marks.at(-1)).toBe(true);
    await verify(id, "paper");
    expect(browser.marks.at(-1)).toBe(true);
    await verify(id, "bitwarden");
    expect(browser.marks.at(-1)).toBe(false);
  });

  test("that the browser does not take is logged, and nothing else fails", async () => {
    browser.setPage({ showUnsafe: () => Promise.reject(new Error("no button")) });
    await add(HEX);
    expect(browser.failures()).toBe(1);
    expect((await browser.get("entry.list", {})).length).toBe(1);
  });

  test("is set at each start of an unlocked worker, stays while locked, and goes with a deleted key", async () => {
    const { id } = await add(HEX);
    browser.marks.length = 0;
    await browser.wake();
    await browser.get("keyring.lock", {});
    expect(browser.marks).not.toContain(false);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(browser.marks.at(-1)).toBe(true);
    await browser.get("entry.delete", { id });
    expect(browser.marks.at(-1)).toBe(false);
  });

  test("is compared with every entry in a vault, the forgotten ones too", async () => {
    const id = "e".repeat(32);
    const told = async () => (await browser.get("keyring.vault-addresses", {})).notes;
    await browser.get("vault.save", { id, text: JSON.stringify(someAccount) });
    expect(await told()).toEqual([{ id, address: someAccount.address, isForgotten: false }]);
    await browser.get("vault.save", { id, text: "" });
    expect(await told()).toEqual([{ id, address: null, isForgotten: true }]);
  });
});
