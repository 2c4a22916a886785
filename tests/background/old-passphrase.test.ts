/**
 * Whoever knows an old passphrase or an old keyring key, and has every byte that the browser ever stored.
 * Storage may be a log: what was overwritten is still on the disk (Chromium's is).
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { fromBase64 } from "../../src/core/bytes.ts";
import { inspectSealed, openKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { PLACES, readCopies } from "../../src/core/sealed/stored-copies.ts";
import { sealedByVersion1 } from "../support/first-version.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";
import { restoreFile } from "../support/restore-file.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../support/unlocked-browser.ts";
import { keysOpenedBy, opensBody } from "../support/wrappings-on-disk.ts";

const NEW = "another tall quiet lamp";

function newest(browser: MemoryBrowser): Uint8Array {
  const [first] = readCopies(browser.copies).intact;
  if (!first) throw new Error("no copy");
  return first.sealed;
}

/** How many of the wrappings that the passphrase opens in these runs lead to the newest body. */
async function ways(browser: MemoryBrowser, passphrase: string, runs = browser.written) {
  const keys = await keysOpenedBy(passphrase, runs);
  return { opened: keys.length, toNewest: keys.filter(opensBody(newest(browser))).length };
}

const generate = (browser: MemoryBrowser, label = "") =>
  browser.get("entry.generate", { label, phoneEnding: "" });
const change = (browser: MemoryBrowser) =>
  browser.get("passphrase.change", { current: OLD, next: NEW, kept: [] });
const unlock = (browser: MemoryBrowser, passphrase = OLD) => browser.ask("keyring.unlock", { passphrase });
const keyringKeyOf = (browser: MemoryBrowser) => {
  const { keyringKey } = browser.session.get("unlocked") as { keyringKey: string };
  return fromBase64(keyringKey) ?? new Uint8Array();
};

function expectEnded({ opened, toNewest }: Awaited<ReturnType<typeof ways>>): void {
  // The search itself finds wrappings, or it would show nothing.
  expect(opened).toBeGreaterThan(0);
  expect(toNewest).toBe(0);
}

test("a log of everything ever stored: the old passphrase opens nothing that came after the change", async () => {
  const browser = createMemoryBrowser();
  await browser.get("keyring.create", { passphrase: OLD });
  await generate(browser, "before");
  await change(browser);
  for (let start = 0; start < 3; start++) {
    await browser.quit();
    expect((await unlock(browser, NEW)).ok).toBe(true);
    for (let i = 0; i < 22; i++) await generate(browser, `${start}.${i}`);
  }
  expectEnded(await ways(browser, OLD));
  expect((await ways(browser, NEW)).toNewest).toBeGreaterThan(0);
  expect(await browser.get("entry.list", {})).toHaveLength(67);
});

test("a change is there in memory and in the session at once: the worker may die right after it", async () => {
  const browser = await unlockedBrowser();
  const before = keyringKeyOf(browser);
  await change(browser);
  expect(keyringKeyOf(browser)).not.toEqual(before);
  await browser.wake();
  await generate(browser, "after");
  expect((await browser.get("keyring.state", {})).status).toBe("unlocked");
  expect(openKeyring(newest(browser), before).ok).toBe(false);
});

test("a file that was saved before: its passphrase opens the file, and nothing newer", async () => {
  const browser = await unlockedBrowser();
  await generate(browser, "before");
  const { sealed } = await browser.get("keyring.export", {});
  await change(browser);
  await generate(browser, "after");
  expectEnded(await ways(browser, OLD, [fromBase64(sealed) ?? new Uint8Array()]));
  const other = createMemoryBrowser();
  expect(await restoreFile(other, sealed, OLD)).toBe(1);
  expect(await other.get("entry.list", {})).toHaveLength(1);
});

test("a copy that was set aside with whole first bytes opens nothing newer, and leaves with the old passphrase", async () => {
  const browser = await unlockedBrowser();
  await generate(browser, "before");
  const torn = browser.copies["copy-a"]?.slice(0, 700) ?? null;
  browser.copies["copy-a"] = torn;
  await browser.quit();
  await unlock(browser);
  expect(browser.setAside).toEqual([torn]);
  await change(browser);
  await generate(browser, "after");
  expect(browser.setAside).toEqual([]);
  expectEnded(await ways(browser, OLD, [torn ?? new Uint8Array()]));
});

test("whoever gave somebody a sealed keyring, with its key and its passphrase at hand", async () => {
  const maker = await unlockedBrowser();
  await generate(maker, "of the maker");
  const { sealed } = await maker.get("keyring.export", {});
  const makersKey = keyringKeyOf(maker);
  const file = fromBase64(sealed) ?? new Uint8Array();
  expect(openKeyring(file, makersKey).ok).toBe(true);
  const browser = createMemoryBrowser();
  await restoreFile(browser, sealed, OLD);
  await generate(browser, "mine");
  // Not even for a moment was anything stored that the maker's key opens.
  expect(browser.written.length).toBeGreaterThan(0);
  for (const run of [...browser.written, newest(browser)]) expect(openKeyring(run, makersKey).ok).toBe(false);
  expectEnded(await ways(browser, OLD, [file]));
  await browser.quit();
  expect((await unlock(browser)).ok).toBe(true);
  expect((await browser.get("entry.list", {})).map(({ label }) => label)).toEqual(["of the maker", "mine"]);
});

test("version 1 is taken over at its first unlock, under a key that no older wrapping leads to", async () => {
  const browser = createMemoryBrowser();
  const { older, newer, keyringKey } = await sealedByVersion1(OLD, NEW);
  Object.assign(browser.copies, { "copy-a": older, "copy-b": newer, third: newer });
  await browser.wake();
  expect(await unlock(browser, OLD)).toMatchObject({ error: { code: "replaced-passphrase" } });
  expect(await unlock(browser, NEW)).toMatchObject({ value: { notices: [] } });
  await generate(browser, "after");
  expect(openKeyring(newer, keyringKey).ok).toBe(true);
  expect(openKeyring(newest(browser), keyringKey).ok).toBe(false);
  expectEnded(await ways(browser, OLD, [older]));
  expectEnded(await ways(browser, NEW, [newer]));
  for (const place of PLACES) {
    const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
    expect(header, place).toMatchObject({ value: { version: 2, wrapGeneration: 3 } });
  }
  expect(browser.setAside).toEqual([]);
  await browser.quit();
  expect((await unlock(browser, NEW)).ok).toBe(true);
  expect((await browser.get("entry.list", {})).map(({ label }) => label)).toEqual(["of version 1", "after"]);
});

test("version 1 as a saved file is restored, under a keyring of its own", async () => {
  const vector = JSON.parse(readFileSync(resolve(import.meta.dirname, "../vectors/keyring-v1.json"), "utf8"));
  const { deriveKey: argon2id } = await import("../../src/core/sealed/derive-key.ts");
  const browser = createMemoryBrowser({}, { deriveKey: argon2id });
  // Before what is deleted in it is erased.
  browser.setClock(Date.UTC(2025, 10, 27));
  const count = vector.keyring.entries.length;
  expect(await restoreFile(browser, vector.sealed, vector.passphrase, { derive: argon2id })).toBe(count);
  expect(await browser.get("entry.list", {})).toHaveLength(count);
  const header = inspectSealed(newest(browser));
  expect(header).toMatchObject({ value: { version: 2, wrapGeneration: 1 } });
  expect(header.ok && header.value.keyringId).not.toBe(vector.header.keyringId);
});
