/** A browser that cannot derive a key (no WebAssembly, no memory) is never called a wrong passphrase. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deriveKey as argon2id } from "../../../src/core/sealed/derive-key.ts";
import type { DeriveKey } from "../../../src/core/sealed/kdf.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const CANNOT = { ok: false, error: { code: "cannot-derive" } };
const NEXT = "quite another phrase";
let browser: MemoryBrowser;

const status = async () => (await browser.get("keyring.state", {})).status;
const unlock = (passphrase = PASSPHRASE) => browser.ask("keyring.unlock", { passphrase });

beforeEach(async () => {
  browser = await unlockedBrowser();
  await browser.get("entry.generate", { label: "a", phoneEnding: "" });
});

afterEach(() => vi.unstubAllGlobals());

describe("without WebAssembly", () => {
  beforeEach(() => {
    vi.stubGlobal("WebAssembly", undefined);
    browser.setDeriveKey(argon2id);
  });

  test("unlocking says so, to the right passphrase and to a wrong one, and changes nothing", async () => {
    await browser.quit();
    const before = structuredClone(browser.copies);
    expect(await unlock()).toEqual(CANNOT);
    expect(await unlock("a wrong one, surely")).toEqual(CANNOT);
    expect(await status()).toBe("locked");
    expect(browser.copies).toEqual(before);
    browser.setDeriveKey(deriveKey);
    expect((await unlock()).ok).toBe(true);
  });

  test("so does changing the passphrase: the old one still opens", async () => {
    expect(await browser.ask("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] })).toEqual(
      CANNOT,
    );
    browser.setDeriveKey(deriveKey);
    await browser.quit();
    expect((await unlock(NEXT)).ok).toBe(false);
    expect((await unlock()).ok).toBe(true);
  });

  test("so do creating and exporting, and nothing is stored", async () => {
    expect(await browser.ask("keyring.write-export", { passphrase: NEXT })).toEqual(CANNOT);
    const [entry] = await browser.get("entry.list", {});
    expect(entry?.places).toEqual([]);
    await browser.quit();
    await browser.get("keyring.set-aside", { seen: "whole" });
    expect(await browser.ask("keyring.create", { passphrase: NEXT })).toEqual(CANNOT);
    expect(await status()).toBe("empty");
  });

  test("nobody takes that for a failure of ours", async () => {
    await browser.quit();
    const before = browser.failures();
    await unlock();
    expect(browser.failures()).toBe(before);
  });
});

describe("with too little memory for the one copy of another wrapping", () => {
  beforeEach(async () => {
    const old = browser.copies.third ?? new Uint8Array();
    await browser.get("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] });
    browser.copies.third = old;
    const isOld = (salt: Uint8Array) => Buffer.from(old).includes(Buffer.from(salt));
    const short: DeriveKey = (password, salt, parameters) =>
      isOld(salt) ? Promise.reject(new RangeError("out of memory")) : deriveKey(password, salt, parameters);
    browser.setDeriveKey(short);
    await browser.quit();
  });

  test("the others unlock", async () => {
    expect((await unlock(NEXT)).ok).toBe(true);
  });

  test("a passphrase that opens none of the others may still be that one's", async () => {
    expect(await unlock("a wrong one, surely")).toEqual(CANNOT);
  });
});
