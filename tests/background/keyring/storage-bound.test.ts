/**
 * The whole background over the real storage, at the bound of what Chromium takes: every act goes through, or
 * is refused with its own code and changes nothing; and no keyring is ever left that cannot be changed.
 */
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { fromBase64, hexToBytes, toBase64 } from "../../../src/core/bytes.ts";
import { ok } from "../../../src/core/errors.ts";
import { keyDigest } from "../../../src/core/key/backup-key.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import {
  MOST_PLACES,
  MOST_SEALED_BYTES,
  MOST_SETTINGS_BYTES,
  MOST_WEIGHT,
} from "../../../src/core/keyring/storage-budget.ts";
import { weigh } from "../../../src/core/keyring/too-much.ts";
import { createWrapping } from "../../../src/core/sealed/rotation.ts";
import { inspectSealed, sealKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import type { PageRequestType, Payload } from "../../../src/protocol/page-requests.ts";
import { ALL, FOR_MUTANTS } from "../../support/all.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { installChromeStorage, QUOTA_BYTES } from "../../support/chrome-storage.ts";
import { type Given, HEX, keyringOf, OTHER_HEX } from "../../support/keyrings.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { restoreFile } from "../../support/restore-file.ts";

/** A minute each: every state is megabytes. */
const inAll = test.runIf(ALL);

const chromeStorage = installChromeStorage();
const { sealedStorage, sessionStorage } = await import("../../../src/platform/storage.ts");

const PASSPHRASE = "plain wide river stone";
const NEW = "another quiet yellow lamp";
const OF_FILE = "green tall window grass";
const SLOT_A = "keyring.slot-a";
const SLOT_B = "keyring.slot-b";

const hexOf = (i: number) => `${i}`.padStart(64, "0");
/** Twelve thousand bytes each. */
const heavy = (count: number): Given[] =>
  Array.from({ length: count }, (_, i) => ({
    hex: hexOf(i + 1),
    note: "\u0001".repeat(2000),
    createdAtMs: 1,
  }));
const EACH = weigh(keyringOf(heavy(2))) - weigh(keyringOf(heavy(1)));
/** In a body, which is filled up to whole kilobytes. */
const perEntry = () =>
  Math.ceil((writeBody(keyringOf(heavy(101))).length - writeBody(keyringOf(heavy(1))).length) / 100);
/** As many as a sealed keyring within the bound holds, with room for one that is larger. */
const JUST_FITS = Math.floor((MOST_SEALED_BYTES - 120_000) / perEntry());
/** One more has no room. */
const FULL = Math.floor(MOST_WEIGHT / EACH);

let browser: MemoryBrowser;
beforeEach(() => {
  chromeStorage.reset();
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
  browser = createMemoryBrowser({}, { sealed: sealedStorage, session: sessionStorage });
});

const list = () => browser.get("entry.list", {});
const used = () =>
  [...chromeStorage.local.stored].reduce(
    (sum, [key, value]) => sum + key.length + JSON.stringify(value).length,
    0,
  );

async function quit() {
  chromeStorage.session.stored.clear();
  await browser.quit();
}

async function unlock(passphrase = PASSPHRASE) {
  return browser.get("keyring.unlock", { passphrase });
}

const mergeOf = (keyring: Keyring): Payload<"keyring.merge"> => ({
  body: toBase64(writeBody(keyring)),
  atMs: 5,
  settings: [],
  isExport: false,
});

/** Refused with this code, and nothing is changed. */
async function refuses<T extends PageRequestType>(type: T, payload: Payload<T>, code: string) {
  const before = await list();
  expect(await browser.ask(type, payload)).toEqual({ ok: false, error: { code } });
  expect(await list()).toEqual(before);
}

/** A sealed keyring of this passphrase, as an earlier version or somebody else may have made it. */
async function sealedOf(keyring: Keyring, counter = 7): Promise<Uint8Array> {
  const { wrapping, keyringKey } = await createWrapping(PASSPHRASE, deriveKey);
  return sealKeyring(wrapping, keyringKey, counter, keyring);
}

/** Everything that a person may do. Each act is stored, over the browser's end. */
async function tryEverything() {
  const [first, second] = await list();
  const [id, other] = [first?.id ?? "", second?.id ?? ""];
  await browser.get("entry.delete", { id });
  await browser.get("entry.restore", { id });
  await browser.get("entry.edit", { id, field: "note", from: first?.note ?? "", to: "short" });
  await browser.get("entry.edit", { id, field: "label", from: first?.label ?? "", to: "renamed" });
  await browser.get("entry.delete", { id: other });
  await browser.get("entry.erase", { id: other });
  await browser.get("entry.generate", { label: "new", phoneEnding: "" });
  await browser.get("passphrase.change", { current: PASSPHRASE, next: NEW, kept: [] });
  await browser.get("keyring.write-export", { passphrase: OF_FILE });
  await quit();
  await unlock(NEW);
  const after = await list();
  expect(after.map(({ id }) => id)).toContain(id);
  expect(after.map(({ id }) => id)).not.toContain(other);
  expect(after.map(({ label }) => label)).toEqual(expect.arrayContaining(["renamed", "new"]));
}

describe.skipIf(FOR_MUTANTS)("the largest keyring that may be imported", () => {
  beforeEach(async () => {
    await browser.get("keyring.create", { passphrase: PASSPHRASE });
    await browser.get("keyring.merge", mergeOf(keyringOf(heavy(FULL))));
  });

  test("leaves room for a third text in storage, and can be changed in every way", async () => {
    expect(QUOTA_BYTES - used()).toBeGreaterThan((MOST_SEALED_BYTES / 3) * 4);
    await tryEverything();
  });

  test("growth is refused and named, and nothing is lost by it", async () => {
    const [first] = await list();
    const id = first?.id ?? "";
    for (
      let i = 0;
      (await browser.ask("entry.generate", { label: "x".repeat(100), phoneEnding: "" })).ok;
      i++
    )
      expect(i).toBeLessThan(30);
    await refuses(
      "entry.add",
      { hex: HEX, label: "x".repeat(100), phoneEnding: "", replaces: null },
      "keyring-full",
    );
    await refuses(
      "keyring.merge",
      mergeOf(keyringOf([{ hex: OTHER_HEX, note: "x".repeat(600) }])),
      "keyring-full",
    );
    // What only notes that something was done has its room.
    await browser.get("keyring.write-export", { passphrase: OF_FILE });
    expect((await list()).every((one) => one.places.length === 1)).toBe(true);
    const digests = [keyDigest(hexToBytes(hexOf(1)))];
    expect(await browser.get("place.verify-file", { place: "keyring-file", digests })).toEqual({ ids: [id] });
    await browser.get("passphrase.change", { current: PASSPHRASE, next: NEW, kept: [] });
  });

  test("what it exports can be imported again, here and in a fresh browser", async () => {
    const before = (await list()).length;
    await browser.get("keyring.write-export", { passphrase: OF_FILE });
    const again = keyringOf(
      heavy(FULL).map((one) => ({
        ...one,
        places: [{ place: "keyring-file", verifiedAtMs: null, goneAtMs: null }],
      })),
    );
    expect((await browser.get("keyring.merge", mergeOf(again))).added).toBe(0);
    expect(await list()).toHaveLength(before);
    const { sealed } = await browser.get("keyring.export", {});
    chromeStorage.reset();
    Object.assign(globalThis, { indexedDB: new IDBFactory() });
    await browser.wake();
    expect(await restoreFile(browser, sealed, PASSPHRASE)).toBe(before);
    expect(await list()).toHaveLength(before);
    await tryEverything();
  });
});

describe("prepared keyrings", () => {
  test("a body of many megabytes is refused with what is too much in it", async () => {
    await browser.get("keyring.create", { passphrase: PASSPHRASE });
    await browser.get("entry.add", { hex: HEX, label: "mine", phoneEnding: "", replaces: null });
    await refuses("keyring.merge", mergeOf(keyringOf(heavy(FULL + 1))), "keyring-full");
    const places = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        place: "\u0001".repeat(90) + i,
        verifiedAtMs: null,
        goneAtMs: null,
      }));
    // The issue's own: 13 keys of 4.1 MB.
    const thirteen = heavy(13).map((one) => ({ ...one, places: places(530) }));
    await refuses("keyring.merge", mergeOf(keyringOf(thirteen)), "too-many-places");
    await refuses(
      "keyring.merge",
      mergeOf(keyringOf([{ hex: HEX, places: places(MOST_PLACES + 1) }])),
      "too-many-places",
    );
    await tryEverythingOfOne();
  });

  async function tryEverythingOfOne() {
    const [mine] = await list();
    await browser.get("entry.edit", { id: mine?.id ?? "", field: "label", from: "mine", to: "still mine" });
    await browser.get("passphrase.change", { current: PASSPHRASE, next: NEW, kept: [] });
  }

  test("a sealed file for which there is no room twice is not restored, and leaves a keyring that can be used", async () => {
    const large = await sealedOf(keyringOf(heavy(JUST_FITS + 20)));
    expect(large.length).toBeGreaterThan(MOST_SEALED_BYTES);
    const restoring = restoreFile(browser, toBase64(large), PASSPHRASE);
    await expect(restoring).rejects.toMatchObject({ code: "keyring-full" });
    expect(await list()).toEqual([]);
    await browser.get("entry.add", { hex: HEX, label: "mine", phoneEnding: "", replaces: null });
    await tryEverythingOfOne();
  });
});

describe.skipIf(FOR_MUTANTS)("what an earlier version left above the bound", () => {
  test("a key with more places than may come in: it is erased, and then everything goes through", async () => {
    const places = Array.from({ length: 1000 }, (_, i) => ({
      place: `${i}`,
      verifiedAtMs: null,
      goneAtMs: null,
    }));
    const fits = await sealedOf(keyringOf([...heavy(JUST_FITS), { hex: HEX, places }]));
    expect(fits.length).toBeLessThanOrEqual(MOST_SEALED_BYTES);
    await left(fits, fits);
    const { id = "" } = (await list()).find((one) => one.places.length > MOST_PLACES) ?? {};
    await browser.get("entry.delete", { id });
    await browser.get("entry.erase", { id });
    await tryEverything();
  });

  /** Both slots as they were then: the newest state in one of them, and what was before in the other. */
  async function left(newest: Uint8Array, before: Uint8Array | null) {
    chromeStorage.local.stored.set(SLOT_A, toBase64(newest));
    if (before) chromeStorage.local.stored.set(SLOT_B, toBase64(before));
    expect(used()).toBeLessThanOrEqual(QUOTA_BYTES);
    await sealedStorage.write("third", newest);
    await browser.wake();
    await unlock();
  }

  /** Deleting for good until there is room again, every step stored. */
  async function getsSmaller() {
    const entries = await list();
    const [first] = entries;
    const id = first?.id ?? "";
    const renaming = { id, field: "label", from: "", to: "longer" } as const;
    await refuses("entry.edit", renaming, "keyring-full");
    await refuses("entry.generate", { label: "", phoneEnding: "" }, "keyring-full");
    await browser.get("keyring.write-export", { passphrase: OF_FILE });
    expect((await browser.get("keyring.export", {})).sealed.length).toBeGreaterThan(MOST_SEALED_BYTES);
    await browser.get("entry.delete", { id: entries[1]?.id ?? "" });
    await browser.get("entry.erase", { id: entries[1]?.id ?? "" });
    const count = FULL - 1;
    const fewer = (keyring: Keyring) => ok({ ...keyring, entries: keyring.entries.slice(0, count) });
    expect((await browser.background().keyring.change(fewer)).ok).toBe(true);
    await quit();
    await unlock();
    expect(await list()).toHaveLength(count);
    await browser.get("entry.edit", renaming);
    await tryEverything();
  }

  test("two slots that are full: it opens, is exported, and gets smaller", async () => {
    const count = Math.floor(((QUOTA_BYTES / 2) * 3) / 4 / perEntry()) - 2;
    const { wrapping, keyringKey } = await createWrapping(PASSPHRASE, deriveKey);
    const state = (counter: number) => sealKeyring(wrapping, keyringKey, counter, keyringOf(heavy(count)));
    await left(state(8), state(7));
    await getsSmaller();
  });

  inAll("the issue's own: no room for it in a second slot", async () => {
    const count = Math.floor((4 * 1024 * 1024 - 8192) / perEntry());
    const { wrapping, keyringKey } = await createWrapping(PASSPHRASE, deriveKey);
    const newest = sealKeyring(wrapping, keyringKey, 8, keyringOf(heavy(count)));
    expect(inspectSealed(newest).ok).toBe(true);
    expect(2 * toBase64(newest).length).toBeGreaterThan(QUOTA_BYTES);
    await left(newest, sealKeyring(wrapping, keyringKey, 7, keyringOf([])));
    const change = { current: PASSPHRASE, next: NEW, kept: [] };
    await refuses("passphrase.change", change, "keyring-full");
    await getsSmaller();
  });

  inAll("a power cut between the two places that take it loses neither state", async () => {
    const count = Math.floor((4 * 1024 * 1024 - 8192) / perEntry());
    const { wrapping, keyringKey } = await createWrapping(PASSPHRASE, deriveKey);
    const newest = sealKeyring(wrapping, keyringKey, 8, keyringOf(heavy(count)));
    await left(newest, sealKeyring(wrapping, keyringKey, 7, keyringOf([])));
    const [first] = await list();
    chromeStorage.local.refuses.add("set");
    await browser.ask("entry.delete", { id: first?.id ?? "" });
    chromeStorage.local.refuses.clear();
    expect(fromBase64(String(chromeStorage.local.stored.get(SLOT_A)))).toEqual(newest);
    await quit();
    await unlock();
    const [again] = await list();
    expect(await list()).toHaveLength(count);
    expect(again?.deletedAtMs).not.toBeNull();
  });
});

test("settings of a newer version at their bound are in the way of nothing", async () => {
  const empty = keyringOf([]);
  const later = "x".repeat(MOST_SETTINGS_BYTES - JSON.stringify({ later: "" }).length);
  const sealed = await sealedOf({ ...empty, settings: Object.assign({}, empty.settings, { later }) });
  await sealedStorage.write("copy-a", sealed);
  await browser.wake();
  await unlock();
  for (let i = 0; i < 20; i++) await browser.get("entry.generate", { label: `${i}`, phoneEnding: "" });
  await browser.get("settings.save", { ...empty.settings, autoLockMinutes: 60 });
  await browser.get("passphrase.change", { current: PASSPHRASE, next: NEW, kept: [] });
  await quit();
  await unlock(NEW);
  expect(await list()).toHaveLength(20);
});
