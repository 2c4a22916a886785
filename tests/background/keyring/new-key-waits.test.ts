/**
 * A new keyring key where storage is half there, where no key can be derived, and where keys are to be
 * erased.
 */
import { describe, expect, test } from "vitest";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { inspectSealed } from "../../../src/core/sealed/sealed-keyring.ts";
import { PLACES } from "../../../src/core/sealed/stored-copies.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { sealedByVersion1 } from "../../support/first-version.ts";
import { HEX, keyringOf, OTHER_HEX } from "../../support/keyrings.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../../support/unlocked-browser.ts";

const NEW = "another tall quiet lamp";
const DAY_MS = 86_400_000;
const CHANGE = { current: OLD, next: NEW, kept: [] };
const failed = (code: string) => ({ ok: false, error: { code } });

const labels = async (browser: MemoryBrowser) =>
  (await browser.get("entry.list", {})).map(({ label }) => label);
const generate = (browser: MemoryBrowser, label: string) =>
  browser.get("entry.generate", { label, phoneEnding: "" });
const unlock = (browser: MemoryBrowser, passphrase = OLD) => browser.ask("keyring.unlock", { passphrase });
const generations = (browser: MemoryBrowser) =>
  PLACES.map((place) => {
    const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
    return header.ok ? header.value.wrapGeneration : null;
  });

async function ofVersion1(keyring?: Keyring): Promise<MemoryBrowser> {
  const browser = createMemoryBrowser();
  const { newer } = await sealedByVersion1(NEW, OLD, keyring);
  Object.assign(browser.copies, { "copy-a": newer, "copy-b": newer, third: newer });
  await browser.wake();
  return browser;
}

describe("the first unlock of version 1", () => {
  test.each(["copy-a", "copy-b"] as const)("waits for a new key while %s is unreadable", async (slot) => {
    const browser = await ofVersion1();
    const there = browser.copies[slot];
    browser.faults[slot] = "unreadable";
    await browser.quit();
    let derived = 0;
    browser.setDeriveKey((...given) => {
      derived++;
      return deriveKey(...given);
    });
    expect(await unlock(browser)).toMatchObject({ value: { notices: ["copy-unreadable"] } });
    expect(derived).toBe(1);
    for (const label of ["b", "c"]) await generate(browser, label);
    expect(generations(browser)).toEqual([2, 2, 2]);
    expect(browser.copies[slot]).toEqual(there);
    browser.faults[slot] = "none";
    await browser.quit();
    expect((await unlock(browser)).ok).toBe(true);
    expect((await labels(browser)).slice(1)).toEqual(["b", "c"]);
    expect(generations(browser)).toEqual([3, 3, 3]);
  });

  test("opens where the key can be derived once and not again, and notes it", async () => {
    const browser = await ofVersion1();
    const known = { ...browser.copies };
    const isKnown = (salt: Uint8Array) => Buffer.from(known.third ?? []).includes(Buffer.from(salt));
    browser.setDeriveKey((password, salt, parameters) =>
      isKnown(salt) ? deriveKey(password, salt, parameters) : Promise.reject(new RangeError("no memory")),
    );
    const failures = browser.failures();
    expect((await unlock(browser)).ok).toBe(true);
    expect(browser.failures()).toBe(failures + 1);
    expect(generations(browser)).toEqual([2, 2, 2]);
    await generate(browser, "b");
    browser.setDeriveKey(deriveKey);
    await browser.quit();
    expect((await unlock(browser)).ok).toBe(true);
    expect((await labels(browser)).slice(1)).toEqual(["b"]);
    expect(generations(browser)).toEqual([3, 3, 3]);
  });

  test("locks when session storage does not take the new key; the next one opens it", async () => {
    const browser = await ofVersion1();
    const { session } = browser;
    const set = session.set.bind(session);
    let isFirst = true;
    session.set = (key, value) => {
      if (key === "unlocked" && !isFirst) throw new Error("quota");
      if (key === "unlocked") isFirst = false;
      return set(key, value);
    };
    expect(await unlock(browser)).toEqual(failed("locked"));
    expect((await browser.get("keyring.state", {})).status).toBe("locked");
    session.set = set;
    expect(session.has("unlocked")).toBe(false);
    expect((await unlock(browser)).ok).toBe(true);
    expect(await labels(browser)).toHaveLength(1);
  });
});

test.each(["copy-a", "copy-b"] as const)(
  "%s becomes unreadable while the passphrase is changed: refused, and the old key is put back",
  async (slot) => {
    const browser = await unlockedBrowser();
    await generate(browser, "a");
    browser.onWrite(() => {
      browser.faults[slot] = "unreadable";
    });
    expect(await browser.ask("passphrase.change", CHANGE)).toEqual(failed("storage-unreadable"));
    browser.onWrite(null);
    expect(generations(browser)).toEqual([1, 1, 1]);
    await generate(browser, "b");
    browser.faults[slot] = "none";
    await browser.quit();
    expect(await unlock(browser, NEW)).toEqual(failed("wrong-passphrase"));
    expect((await unlock(browser)).ok).toBe(true);
    expect(await labels(browser)).toEqual(["a", "b"]);
  },
);

test("a failed change of the passphrase writes nothing over the newest state that no other place takes", async () => {
  const browser = await unlockedBrowser();
  await generate(browser, "a");
  const counterAt = (place: "copy-a" | "copy-b") => {
    const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
    return header.ok ? header.value.counter : -1;
  };
  const newest = counterAt("copy-a") > counterAt("copy-b") ? "copy-a" : "copy-b";
  const there = browser.copies[newest];
  for (const place of PLACES) if (place !== newest) browser.faults[place] = "refuse";
  expect(await browser.ask("passphrase.change", CHANGE)).toEqual(failed("not-stored"));
  expect(browser.copies[newest]).toBe(there);
});

test("a new key knows no note of the key before: what was deleted stays a day longer", async () => {
  const browser = await unlockedBrowser();
  await generate(browser, "kept");
  const { id } = await generate(browser, "deleted");
  const startMs = browser.nowMs();
  await browser.get("entry.delete", { id });
  const unlockAfter = async (days: number, passphrase: string) => {
    await browser.quit();
    browser.setClock(startMs + days * DAY_MS);
    expect((await unlock(browser, passphrase)).ok).toBe(true);
    return labels(browser);
  };
  await unlockAfter(30, OLD);
  await browser.get("passphrase.change", CHANGE);
  expect(await unlockAfter(31.5, NEW)).toEqual(["kept", "deleted"]);
  expect(await unlockAfter(32.5, NEW)).toEqual(["kept"]);
});

test.each([
  ["with the new key", false],
  ["where that waits", true],
])("a key whose days are over at the first unlock of version 1 is erased, %s", async (_, waits) => {
  const deletedAtMs = createMemoryBrowser().nowMs();
  const browser = await ofVersion1(
    keyringOf([
      { hex: HEX, label: "kept" },
      { hex: OTHER_HEX, id: "b".repeat(32), label: "deleted", deletedAtMs },
    ]),
  );
  const dueMs = deletedAtMs + 31 * DAY_MS;
  browser.setClock(dueMs);
  // Seen to be over under the key that it came with, which cannot be replaced yet.
  browser.faults["copy-a"] = "unreadable";
  await browser.quit();
  expect((await unlock(browser)).ok).toBe(true);
  expect(await labels(browser)).toEqual(["kept", "deleted"]);
  await browser.quit();
  browser.setClock(dueMs + DAY_MS);
  if (!waits) browser.faults["copy-a"] = "none";
  expect((await unlock(browser)).ok).toBe(true);
  expect(await labels(browser)).toEqual(["kept"]);
  await browser.quit();
  expect((await unlock(browser)).ok).toBe(true);
  expect(await labels(browser)).toEqual(["kept"]);
});
