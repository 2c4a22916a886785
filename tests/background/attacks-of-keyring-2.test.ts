/** What was tried against sealed keyrings of version 2, their new keys and what is beside them. */
import { beforeEach, describe, expect, test } from "vitest";
import { hexToBytes, randomBytes, randomId, toBase64 } from "../../src/core/bytes.ts";
import { writeBody } from "../../src/core/keyring/keyring-body.ts";
import { parseVaultAccount } from "../../src/core/keyring/vault-record.ts";
import { CURRENT_KDF } from "../../src/core/sealed/kdf.ts";
import { inspectSealed, sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { byPassphrase, passphraseParameters } from "../../src/core/sealed/slots/passphrase-slot.ts";
import { PLACES, type Place } from "../../src/core/sealed/stored-copies.ts";
import {
  lineageKeyOf,
  unwrapKeyringKey,
  wrapKey,
  wrappingStart,
  writeWrapping,
} from "../../src/core/sealed/wrapping.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { HEX, keyringOf, OTHER_HEX, someAccount } from "../support/keyrings.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";
import { restoreFile } from "../support/restore-file.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../support/unlocked-browser.ts";

const NEW = "another tall quiet lamp";
const THIRD = "seven plain copper bells";

const generate = (browser: MemoryBrowser, label: string) =>
  browser.ask("entry.generate", { label, phoneEnding: "" });
const unlock = (browser: MemoryBrowser, passphrase: string) => browser.ask("keyring.unlock", { passphrase });
const change = (browser: MemoryBrowser, current: string, next: string) =>
  browser.ask("passphrase.change", { current, next, kept: [] });
const labels = async (browser: MemoryBrowser) =>
  (await browser.get("entry.list", {})).map(({ label }) => label);
const bytesAt = (browser: MemoryBrowser, place: Place) => browser.copies[place]?.slice() ?? new Uint8Array();

/** The profile of `from` on another computer; locked. */
async function copiedProfile(from: Pick<MemoryBrowser, "copies">): Promise<MemoryBrowser> {
  const browser = createMemoryBrowser();
  Object.assign(browser.copies, from.copies);
  await browser.wake();
  return browser;
}

async function prepared(generation: number, counter: number, keyring = keyringOf([{ hex: HEX }])) {
  const [keyringKey, lineageKey] = [randomBytes(32), randomBytes(32)];
  const start = wrappingStart(hexToBytes("64".repeat(16)), generation);
  const slot = await wrapKey(
    start,
    { id: randomId(), generation, parameters: passphraseParameters(CURRENT_KDF) },
    byPassphrase(OLD, deriveKey),
    keyringKey,
  );
  if (!slot) throw new Error("no slot");
  return sealKeyring(writeWrapping(start, [slot], keyringKey, lineageKey), keyringKey, counter, keyring);
}

let browser: MemoryBrowser;
beforeEach(async () => {
  browser = await unlockedBrowser();
  await generate(browser, "a");
});

describe("one keyring in two browsers", () => {
  test("a forgotten one that was set aside does not leave for the other's file of the same generation", async () => {
    const there = await copiedProfile(browser);
    await unlock(there, OLD);
    await change(there, OLD, OLD);
    await generate(there, "only there");
    await there.quit();
    const aside = bytesAt(there, "copy-a");
    await there.get("keyring.set-aside", { seen: "whole" });
    await change(browser, OLD, NEW);
    for (const label of ["b", "c", "d"]) await generate(browser, label);
    Object.assign(there.copies, browser.copies);
    await there.quit();
    expect((await unlock(there, NEW)).ok).toBe(true);
    expect(there.setAside).toContainEqual(aside);
    await change(there, NEW, THIRD);
    expect(there.setAside).toContainEqual(aside);
  });
});

describe("prepared numbers", () => {
  test.each([
    [2 ** 32 - 1, 1],
    [1, Number.MAX_SAFE_INTEGER],
    [1, Number.MAX_SAFE_INTEGER - 1],
  ])(
    "generation %i, counter %i: a restored file's numbers do not count here",
    async (generation, counter) => {
      const fresh = createMemoryBrowser();
      await restoreFile(fresh, toBase64(await prepared(generation, counter)), OLD);
      expect((await generate(fresh, "mine")).ok).toBe(true);
      expect((await change(fresh, OLD, NEW)).ok).toBe(true);
      const header = inspectSealed(bytesAt(fresh, "copy-a"));
      expect(header).toMatchObject({ value: { wrapGeneration: 2 } });
      expect(header.ok && header.value.counter).toBeLessThan(10);
      await fresh.quit();
      expect((await unlock(fresh, OLD)).ok).toBe(false);
      expect((await unlock(fresh, NEW)).ok).toBe(true);
    },
  );
});

describe("half-readable storage", () => {
  /** Both local copies are older than the third copy, which cannot be read while Sixtyfour is unlocked. Answers with it. */
  async function unlockBesideNewerThird(): Promise<Uint8Array> {
    const old = { ...browser.copies };
    for (const label of ["b", "c", "d"]) await generate(browser, label);
    const newest = bytesAt(browser, "third");
    Object.assign(browser.copies, old, { third: newest });
    browser.faults.third = "unreadable";
    await browser.quit();
    await unlock(browser, OLD);
    return newest;
  }

  test("a third copy that comes back newer than both local copies is kept before it is overwritten", async () => {
    const newest = await unlockBesideNewerThird();
    expect(await labels(browser)).toEqual(["a"]);
    browser.faults.third = "none";
    await generate(browser, "e");
    expect(browser.setAside).toContainEqual(newest);
  });

  test("the same with a change of the passphrase", async () => {
    const newest = await unlockBesideNewerThird();
    await change(browser, OLD, NEW);
    browser.faults.third = "none";
    const kept = [...Object.values(browser.copies), ...browser.setAside];
    expect(kept).toContainEqual(newest);
  });

  test("an earlier state with no key of its own takes no room among what was set aside", async () => {
    browser.faults.third = "unreadable";
    await browser.quit();
    await unlock(browser, OLD);
    await generate(browser, "b");
    browser.faults.third = "none";
    await generate(browser, "c");
    expect(browser.setAside).toEqual([]);
    await browser.quit();
    expect(await unlock(browser, OLD)).toMatchObject({ value: { notices: [] } });
  });

  test("a change that fails, where the third copy does not take the old state back", async () => {
    let writes = 0;
    browser.onWrite(() => {
      writes++;
      // The third write of all: the second local copy takes nothing, and from then on neither does the database.
      if (writes === 3) {
        browser.faults.third = "refuse";
        throw new Error("quota");
      }
    });
    expect((await change(browser, OLD, NEW)).ok).toBe(false);
    browser.onWrite(null);
    for (const label of ["b", "c"]) expect((await generate(browser, label)).ok).toBe(true);
    await browser.quit();
    expect((await unlock(browser, OLD)).ok).toBe(true);
    expect(await labels(browser)).toEqual(["a", "b", "c"]);
  });
});

describe("settings that are not known", () => {
  test("do not keep an import from being undone, and carry nothing into a prototype", async () => {
    const keyring = keyringOf([{ hex: HEX }]);
    const settings = JSON.parse('{"ofTomorrow":[1],"__proto__":{"clipboardSeconds":1},"constructor":1}');
    const sealed = await prepared(1, 1, { ...keyring, settings: { ...keyring.settings, ...settings } });
    const fresh = await copiedProfile({ copies: { "copy-a": sealed, "copy-b": sealed, third: sealed } });
    await unlock(fresh, OLD);
    expect((await fresh.get("keyring.state", {})).settings).toEqual(keyring.settings);
    const body = toBase64(writeBody(keyringOf([{ hex: OTHER_HEX }])));
    const { undoId } = await fresh.get("keyring.merge", { body, atMs: 1, settings: [], isExport: false });
    if (undoId === null) throw new Error("no undo");
    expect(await fresh.ask("keyring.undo-merge", { undoId })).toMatchObject({ ok: true });
    expect(await labels(fresh)).toHaveLength(1);
    expect(fresh.background().keyring.read()).toMatchObject({ value: { settings: { ofTomorrow: [1] } } });
  });
});

/** Everything that the old passphrase gives: the key of before and the lineage key. */
async function forgedNewer(old: Uint8Array, generation: number, counter: number) {
  const header = inspectSealed(old);
  if (!header.ok) throw new Error("no header");
  const { wrapping, keyringId } = header.value;
  const key = await unwrapKeyringKey(wrapping, byPassphrase(OLD, deriveKey));
  const lineageKey = key.ok && lineageKeyOf(wrapping, key.value);
  if (!lineageKey) throw new Error("not opened");
  const start = wrappingStart(hexToBytes(keyringId), generation);
  const parameters = passphraseParameters(CURRENT_KDF);
  const method = byPassphrase(OLD, deriveKey);
  const own = randomBytes(32);
  const slot = await wrapKey(start, { id: randomId(), generation, parameters }, method, own);
  if (!slot) throw new Error("no slot");
  return sealKeyring(writeWrapping(start, [slot], own, lineageKey), own, counter, keyringOf([]));
}

describe("the old passphrase, the profile as it was, and leave to write into it", () => {
  test.each(PLACES)(
    "a newer state forged at %s: no other is written over, and it leaves no trace",
    async (place) => {
      const old = bytesAt(browser, "copy-a");
      await change(browser, OLD, NEW);
      for (const label of ["b", "c"]) await generate(browser, label);
      const real = { ...browser.copies };
      browser.copies[place] = await forgedNewer(old, 99, 9_000);
      const forged = { ...browser.copies };
      await browser.quit();
      expect(await unlock(browser, NEW)).toMatchObject({ error: { code: "replaced-passphrase" } });
      expect(browser.copies).toEqual(forged);
      expect(browser.setAside).toEqual([]);
      browser.copies[place] = null;
      await browser.quit();
      expect((await unlock(browser, NEW)).ok).toBe(true);
      expect(await labels(browser)).toEqual(["a", "b", "c"]);
      expect(Object.values(real)).toContainEqual(bytesAt(browser, "copy-a"));
    },
  );

  test("set aside for it, all copies stay whatever becomes of the next keyring", async () => {
    const old = bytesAt(browser, "copy-a");
    await change(browser, OLD, NEW);
    await generate(browser, "b");
    const real = bytesAt(browser, "copy-b");
    browser.copies["copy-a"] = await forgedNewer(old, 99, 9_000);
    await browser.quit();
    await browser.get("keyring.set-aside", { seen: "whole" });
    await browser.get("keyring.create", { passphrase: OLD });
    await change(browser, OLD, NEW);
    expect(browser.setAside).toContainEqual(real);
  });
});

describe("ids in a prepared file", () => {
  test("an address that holds one comes in as it was shown", async () => {
    const made = "0123456789abcdef0123456789abcdef";
    const mine = await browser.get("entry.add", { hex: HEX, label: "", phoneEnding: "", replaces: null });
    const address = `https://${made}.example.org`;
    const text = JSON.stringify({ ...someAccount, address, entryId: made });
    const keyring = { ...keyringOf([{ hex: HEX, id: made }]), vaults: [{ id: "e".repeat(32), text }] };
    await browser.get("keyring.merge", {
      body: toBase64(writeBody(keyring)),
      atMs: 1,
      settings: [],
      isExport: false,
    });
    const [note] = await browser.get("vault.list", {});
    expect(parseVaultAccount(note?.text ?? "")).toMatchObject({ address, entryId: mine.id });
  });
});

describe("a slot of an unknown kind", () => {
  test("that looks like a passphrase's does not speak for it", async () => {
    const [keyringKey, lineageKey] = [randomBytes(32), randomBytes(32)];
    const start = wrappingStart(hexToBytes("64".repeat(16)), 1);
    const parameters = passphraseParameters(CURRENT_KDF);
    const own = await wrapKey(
      start,
      { id: randomId(), generation: 1, parameters },
      byPassphrase(OLD, deriveKey),
      keyringKey,
    );
    if (!own) throw new Error("no slot");
    const look = { ...own, kind: 77, parameters: passphraseParameters({ ...CURRENT_KDF, iterations: 8 }) };
    const sealed = sealKeyring(
      writeWrapping(start, [look, own], keyringKey, lineageKey),
      keyringKey,
      1,
      keyringOf([]),
    );
    expect(inspectSealed(sealed)).toMatchObject({ value: { kdf: CURRENT_KDF } });
  });
});
