/**
 * A slot takes a state and cannot be read from then on, so that the change is refused. What is stored after that
 * counts, also once the slot can be read again.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { toBase64Url } from "../../src/core/base64url.ts";
import { randomBytes } from "../../src/core/bytes.ts";
import type { MemoryBrowser } from "../support/memory-browser.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../support/unlocked-browser.ts";
import { passkeyAnswer } from "../support/wrappings.ts";

const PHONE = new Uint8Array(20).fill(1);
const NEW = "another tall quiet lamp";
const generate = (browser: MemoryBrowser, label: string) =>
  browser.ask("entry.generate", { label, phoneEnding: "" });
const unlock = (browser: MemoryBrowser, passphrase: string) => browser.ask("keyring.unlock", { passphrase });
const labels = async (browser: MemoryBrowser) =>
  (await browser.get("entry.list", {})).map(({ label }) => label);

let browser: MemoryBrowser;
beforeEach(async () => {
  browser = await unlockedBrowser();
});

/** Adds a key. @returns where its state went first. */
async function firstWrittenBy(label: string): Promise<string | undefined> {
  const places: string[] = [];
  browser.onWrite((place) => void places.push(place));
  await generate(browser, label);
  browser.onWrite(null);
  return places[0];
}

/** The slot takes what is written next, and cannot be read from then on. */
function closeOnWrite(slot: "copy-a" | "copy-b", alsoRefuse: ("third" | "copy-a" | "copy-b")[] = []) {
  browser.onWrite((place) => {
    if (place !== slot) return;
    // Runs before the write: the write goes through, then reading fails.
    browser.onRead(() => {
      browser.faults[slot] = "unreadable";
      for (const other of alsoRefuse) browser.faults[other] = "refuse";
      browser.onRead(null);
    });
    browser.onWrite(null);
  });
}

describe.each(["copy-a", "copy-b"] as const)("%s takes a state and says nothing of it", (slot) => {
  const other = slot === "copy-a" ? "copy-b" : "copy-a";
  beforeEach(async () => {
    // The newest state lies in the other slot.
    await generate(browser, "first");
    const before = browser.copies[slot];
    expect(before).not.toBeNull();
    if ((await firstWrittenBy("second")) === slot) await generate(browser, "third");
  });

  /** The slot can be read again, after the browser's end. */
  async function reopen(passphrase = OLD) {
    browser.faults[slot] = "none";
    await browser.quit();
    expect(await unlock(browser, passphrase)).toMatchObject({ ok: true });
    expect(await labels(browser)).toContain("stored");
  }

  test.each([false, true])(
    "what is stored after the failure is what opens (locked meanwhile: %s)",
    async (isLocked) => {
      closeOnWrite(slot, ["third", other]);
      expect((await generate(browser, "refused")).ok).toBe(false);
      browser.faults.third = "none";
      browser.faults[other] = "none";
      if (isLocked) {
        await browser.get("keyring.lock", {});
        await unlock(browser, OLD);
      }
      expect((await generate(browser, "stored")).ok).toBe(true);
      await reopen();
    },
  );

  test("also where only one place has it", async () => {
    closeOnWrite(slot, ["third", other]);
    expect((await generate(browser, "refused")).ok).toBe(false);
    browser.faults.third = "none";
    expect((await generate(browser, "stored")).ok).toBe(true);
    await reopen();
  });

  test("a passphrase change that failed ends nothing, and leaves nothing", async () => {
    closeOnWrite(slot);
    expect((await browser.ask("passphrase.change", { current: OLD, next: NEW, kept: [] })).ok).toBe(false);
    expect((await generate(browser, "stored")).ok).toBe(true);
    const left = browser.copies[slot];
    await reopen();
    expect(browser.setAside).toEqual([]);
    expect(browser.copies[slot]).not.toEqual(left);
    await browser.get("keyring.lock", {});
    expect(await unlock(browser, NEW)).toMatchObject({ error: { code: "wrong-passphrase" } });
  });

  test("a passphrase change that failed, and could not be put back at once, ends nothing", async () => {
    closeOnWrite(slot, ["third", other]);
    expect((await browser.ask("passphrase.change", { current: OLD, next: NEW, kept: [] })).ok).toBe(false);
    browser.faults.third = "none";
    browser.faults[other] = "none";
    expect((await generate(browser, "stored")).ok).toBe(true);
    await reopen();
  });

  test("passkeys are asked as what is stored wants it", async () => {
    const passkey = async () => {
      const { credentialId, salt, prfOutput } = await passkeyAnswer(PHONE, randomBytes(32));
      return {
        credentialId: toBase64Url(credentialId),
        salt: toBase64Url(salt),
        prfOutput: toBase64Url(prfOutput),
      };
    };
    await browser.get("passkey.add", { passphrase: OLD, name: "Phone", added: await passkey(), kept: [] });
    // All places have it; the next write goes to the slot.
    for (let i = 0; i < 2; i++) {
      if ((await firstWrittenBy(`${i}`)) === other) break;
    }
    const before = (await browser.get("passkey.list", {})).passkeys[0];
    closeOnWrite(slot);
    const change = { current: OLD, next: NEW, kept: [await passkey()] };
    expect((await browser.ask("passphrase.change", change)).ok).toBe(false);
    expect((await generate(browser, "stored")).ok).toBe(true);
    browser.faults[slot] = "none";
    await browser.quit();
    const [listed] = (await browser.get("passkey.list", {})).passkeys;
    expect(listed?.salt).toBe(before?.salt);
  });
});
