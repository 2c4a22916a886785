/** What pages are told of a key that is deleted, and how it comes back. */
import { beforeEach, expect, test } from "vitest";
import { hexToBytes } from "../../../src/core/bytes.ts";
import { RESTORABLE_MS } from "../../../src/core/keyring/opened-keyring.ts";
import { PLACES } from "../../../src/core/sealed/stored-copies.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { whatIsOverwritten } from "../../support/overwritten.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const HEX = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";

let browser: MemoryBrowser;
let id: string;

beforeEach(async () => {
  browser = await unlockedBrowser();
  ({ id } = await browser.get("entry.add", { hex: HEX, label: "", phoneEnding: "", replaces: null }));
});

test("a deleted key says on which day it is erased, a kept one on none", async () => {
  expect((await browser.get("entry.list", {}))[0]?.erasedAtMs).toBeNull();
  const deletedAtMs = browser.nowMs();
  expect(await browser.get("entry.delete", { id })).toMatchObject({
    deletedAtMs,
    erasedAtMs: deletedAtMs + RESTORABLE_MS,
  });
});

test("a deleted key is not revealed; restored, it is, also after the worker has died", async () => {
  await browser.get("entry.delete", { id });
  expect(await browser.ask("key.reveal", { id })).toMatchObject({ error: { code: "not-found" } });
  expect(await browser.get("entry.restore", { id })).toMatchObject({ id, erasedAtMs: null });
  await browser.wake();
  expect(await browser.get("key.reveal", { id })).toEqual({ hex: HEX });
});

test("locked, nothing is listed, revealed, deleted or restored", async () => {
  await browser.get("keyring.lock", {});
  for (const type of ["key.reveal", "entry.delete", "entry.restore"] as const)
    expect(await browser.ask(type, { id })).toMatchObject({ error: { code: "locked" } });
  expect(await browser.ask("entry.list", {})).toMatchObject({ error: { code: "locked" } });
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect((await browser.get("entry.list", {}))[0]?.deletedAtMs).toBeNull();
});

test("a setting of a newer program outlives a change of ours, and no page sees it", async () => {
  const ofLater = { largeDigits: true };
  await browser
    .background()
    .keyring.change((k) => ({ ok: true, value: { ...k, settings: { ...k.settings, ...ofLater } } }));
  const { settings } = await browser.get("keyring.state", {});
  if (!settings) throw new Error("locked");
  expect(settings).not.toHaveProperty("largeDigits");
  const saved = await browser.get("settings.save", { ...settings, clipboardSeconds: 99 });
  expect(saved).toEqual({ ...settings, clipboardSeconds: 99 });
  await browser.quit();
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  const kept = browser.background().keyring.read();
  expect(kept.ok && kept.value.settings).toMatchObject({ ...settings, clipboardSeconds: 99, ...ofLater });
});

test("a key that does not come in is wiped: it is there already, nothing takes it, or it is locked", async () => {
  const add = (digits: string) =>
    browser.ask("entry.add", { hex: digits, label: "", phoneEnding: "", replaces: null });
  const timesWiped = async (digits: string) =>
    (await whatIsOverwritten([hexToBytes(digits)], () => add(digits))).length;
  expect(await timesWiped(HEX)).toBe(1);
  for (const place of PLACES) browser.faults[place] = "refuse";
  // One that is read back to be sure that it can be, and the one that was refused.
  expect(await timesWiped("a".repeat(64))).toBe(2);
  await browser.ask("keyring.lock", {});
  expect(await timesWiped("b".repeat(64))).toBe(1);
});
