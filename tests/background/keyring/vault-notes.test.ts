/** What the vault page keeps: stored before it is acknowledged, sealed, and only while unlocked. */
import { beforeEach, expect, test } from "vitest";
import { LONGEST_VAULT_NOTE } from "../../../src/core/keyring/storage-budget.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";

const PASSPHRASE = "plain wide river stone";
const ID = "1".repeat(32);
const TEXT = '{"address":"https://vault.example.org"}';

let browser: MemoryBrowser;

beforeEach(async () => {
  browser = createMemoryBrowser();
  await browser.get("keyring.create", { passphrase: PASSPHRASE });
});

test("a note is there after the worker has died, is replaced, and goes", async () => {
  await browser.get("vault.save", { id: ID, text: TEXT });
  await browser.wake();
  expect(await browser.get("vault.list", {})).toEqual([{ id: ID, text: TEXT }]);
  await browser.get("vault.save", { id: ID, text: "next" });
  expect(await browser.get("vault.list", {})).toEqual([{ id: ID, text: "next" }]);
  await browser.get("vault.save", { id: ID, text: "" });
  expect(await browser.get("vault.list", {})).toEqual([]);
});

test("nothing of it lies open in storage", async () => {
  await browser.get("vault.save", { id: ID, text: TEXT });
  const lie = Object.values(browser.copies).filter((sealed) => sealed !== null);
  expect(lie.length).toBeGreaterThan(1);
  for (const sealed of lie) expect(Buffer.from(sealed).includes("vault.example")).toBe(false);
});

test("locked, it is neither read nor written", async () => {
  await browser.get("vault.save", { id: ID, text: TEXT });
  await browser.get("keyring.lock", {});
  expect(await browser.ask("vault.list", {})).toEqual({ ok: false, error: { code: "locked" } });
  expect(await browser.ask("vault.save", { id: ID, text: "" })).toMatchObject({
    error: { code: "locked" },
  });
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect(await browser.get("vault.list", {})).toHaveLength(1);
});

test.each([
  { id: "x", text: TEXT },
  { id: ID, text: 1 },
  { id: ID, text: "a".repeat(LONGEST_VAULT_NOTE + 1) },
  { id: ID },
  { id: ID, text: TEXT, more: 1 },
])("is refused: %#", async (payload) => {
  expect(await browser.ask("vault.save", payload as never)).toMatchObject({
    error: { code: "invalid-request" },
  });
  expect(await browser.get("vault.list", {})).toEqual([]);
});
