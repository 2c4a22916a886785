/** Ways to unlock beside the passphrase, as the keyring service takes them. What pages ask: `passkeys.test.ts`. */
import { beforeEach, expect, test } from "vitest";
import { emptyKeyring } from "../../../src/core/keyring/opened-keyring.ts";
import { addPasskeySlot, passkeysOf, removeSlot } from "../../../src/core/sealed/rotation.ts";
import { sealKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import { byPasskey, type PasskeyAnswer } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { readCopies } from "../../../src/core/sealed/stored-copies.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { restoreFile } from "../../support/restore-file.ts";
import { passkeyAnswer, unknownSlot, wrappingOf } from "../../support/wrappings.ts";

const PASSPHRASE = "plain wide river stone";
const NEXT = "another tall quiet lamp";
const [PHONE, STICK] = [new Uint8Array(20).fill(1), new Uint8Array(20).fill(2)];
const waysOf = (passphrase: string, ...passkeys: PasskeyAnswer[]) => ({ passphrase, passkeys, deriveKey });

let browser: MemoryBrowser;
let phone: PasskeyAnswer;

const service = () => browser.background().keyring;
const opensBy = async (answer: PasskeyAnswer) => {
  await service().lock();
  return (await service().unlock(byPasskey(answer), null)).ok;
};
const unlock = (passphrase: string) => browser.ask("keyring.unlock", { passphrase });
const generate = (label: string) => browser.get("entry.generate", { label, phoneEnding: "" });
const headers = () => readCopies(browser.copies).intact.map(({ header }) => header);
const passkeys = () => passkeysOf(headers()[0]?.wrapping ?? new Uint8Array());

beforeEach(async () => {
  phone = await passkeyAnswer(PHONE);
  const { wrapping, keyringKey } = await wrappingOf(PASSPHRASE, [phone], [unknownSlot(1)]);
  const sealed = sealKeyring(wrapping, keyringKey, 1, emptyKeyring());
  browser = createMemoryBrowser();
  Object.assign(browser.copies, { "copy-a": sealed, "copy-b": sealed, third: sealed });
  await browser.wake();
});

test("a passkey unlocks as the passphrase does, and its worker may die; another passkey does not", async () => {
  expect(await opensBy(await passkeyAnswer(STICK, phone.salt))).toBe(false);
  expect(await opensBy(phone)).toBe(true);
  await generate("a");
  await browser.wake();
  expect((await browser.get("keyring.state", {})).status).toBe("unlocked");
  await browser.quit();
  expect((await unlock(PASSPHRASE)).ok).toBe(true);
  expect(await browser.get("entry.list", {})).toMatchObject([{ label: "a" }]);
});

test("unlocking with either leaves all ways as they are", async () => {
  for (const way of [() => opensBy(phone), () => unlock(PASSPHRASE)]) {
    await way();
    await generate("a");
    await browser.quit();
  }
  expect(passkeys()).toMatchObject([{ credentialId: PHONE }]);
  expect(await opensBy(phone)).toBe(true);
});

test("added: it opens at once and after a restart, in every copy; the old answer of the other opens nothing", async () => {
  await unlock(PASSPHRASE);
  const [again, stick] = [await passkeyAnswer(PHONE), await passkeyAnswer(STICK)];
  const added = await service().rewrap((old) => addPasskeySlot(old, stick, waysOf(PASSPHRASE, again)));
  expect(added).toEqual({ ok: true, value: { dropped: [] } });
  await generate("a");
  await browser.quit();
  for (const answer of [again, stick]) expect(await opensBy(answer)).toBe(true);
  expect(await opensBy(phone)).toBe(false);
  expect(new Set(headers().map(({ wrapGeneration }) => wrapGeneration))).toEqual(new Set([4]));
});

test("removed: it opens nothing any more, and a wrong passphrase removes nothing", async () => {
  await unlock(PASSPHRASE);
  const id = passkeys()[0]?.id ?? "";
  expect(await service().rewrap((old) => removeSlot(old, id, waysOf(NEXT)))).toMatchObject({
    error: { code: "wrong-passphrase" },
  });
  expect(await service().rewrap((old) => removeSlot(old, id, waysOf(PASSPHRASE)))).toMatchObject({
    ok: true,
  });
  expect(await opensBy(phone)).toBe(false);
  expect((await unlock(PASSPHRASE)).ok).toBe(true);
});

test("a change of the passphrase drops a passkey that was not asked; what is not known stays", async () => {
  await unlock(PASSPHRASE);
  await browser.get("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] });
  expect(await opensBy(phone)).toBe(false);
  expect((await unlock(NEXT)).ok).toBe(true);
  expect(passkeys()).toEqual([]);
  for (const place of Object.values(browser.copies))
    expect(Buffer.from(place ?? []).includes(Buffer.from(unknownSlot(1).wrapped))).toBe(true);
});

test("a saved file is restored without its passkeys: somebody else may have made them", async () => {
  const sealed = Buffer.from(browser.copies["copy-a"] ?? []).toString("base64");
  browser = createMemoryBrowser();
  await restoreFile(browser, sealed, PASSPHRASE);
  expect(passkeys()).toEqual([]);
  expect(await opensBy(phone)).toBe(false);
  await browser.quit();
  expect(await opensBy(phone)).toBe(false);
  expect((await unlock(PASSPHRASE)).ok).toBe(true);
});

test("the key of before is wiped once the new one holds, in the worker and where the new one was made", async () => {
  await unlock(PASSPHRASE);
  const wiped = new Uint8Array(32);
  const seen: Uint8Array[] = [];
  const { fill } = Uint8Array.prototype;
  const { keyringKey } = browser.session.get("unlocked") as { keyringKey: string };
  const before = Buffer.from(keyringKey, "base64");
  Uint8Array.prototype.fill = function (this: Uint8Array, ...given: Parameters<typeof fill>) {
    if (before.equals(this)) seen.push(this);
    return fill.apply(this, given);
  } as typeof fill;
  try {
    await browser.get("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] });
  } finally {
    Uint8Array.prototype.fill = fill;
  }
  // The worker's own, the copy that the new wrapping was made from, and what the current passphrase unwrapped.
  expect(seen).toEqual([wiped, wiped, wiped]);
});
