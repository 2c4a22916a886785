import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { randomId } from "../../../src/core/bytes.ts";
import { generateBackupKey } from "../../../src/core/key/backup-key.ts";
import { addEntry, emptyKeyring, type Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { open, seal } from "../../../src/core/sealed/aead.ts";
import { CURRENT_KDF, deriveWrappingKey } from "../../../src/core/sealed/kdf.ts";
import {
  createWrapping,
  inspectSealed,
  openKeyring,
  rewrap,
  sealKeyring,
  unwrapKeyringKey,
  type Wrapping,
} from "../../../src/core/sealed/sealed-keyring.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";

const PASSPHRASE = "plain wide river stone";
let keyring: Keyring;
let wrapping: Wrapping;
let keyringKey: Uint8Array;
let sealed: Uint8Array;
/** Derived once: every flipped byte is tried against it. */
let wrappingKey: Uint8Array;

/** Damage that someone tried to hide: the closing hash fits again. */
function rehashed(bytes: Uint8Array): Uint8Array {
  const whole = bytes.slice();
  whole.set(sha256(whole.subarray(0, -32)), whole.length - 32);
  return whole;
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

beforeAll(async () => {
  const entry = { id: randomId(), key: generateBackupKey(), label: "Phone", phoneEnding: "42" };
  const added = addEntry(emptyKeyring(), { ...entry, origin: "whatsapp", replaces: null }, 1_800_000_000_000);
  if (!added.ok) throw new Error();
  keyring = added.value;
  ({ wrapping, keyringKey } = await createWrapping(PASSPHRASE, deriveKey));
  sealed = sealKeyring(wrapping, keyringKey, 7, keyring);
  wrappingKey = await deriveWrappingKey(PASSPHRASE, wrapping.slice(20, 36), CURRENT_KDF, deriveKey);
});

test("what was sealed opens with the passphrase, and with no other", async () => {
  expect(inspectSealed(sealed)).toMatchObject({ value: { kdf: CURRENT_KDF, counter: 7, wrapGeneration: 1 } });
  expect(await unwrapKeyringKey(wrapping, PASSPHRASE, deriveKey)).toEqual({ ok: true, value: keyringKey });
  expect(openKeyring(sealed, keyringKey)).toEqual({ ok: true, value: keyring });
  expect(await unwrapKeyringKey(wrapping, `${PASSPHRASE} `, deriveKey)).toMatchObject({
    error: { code: "wrong-passphrase" },
  });
});

test("every wrapping is derived with the parameters and the salt that it stores", async () => {
  const derive = vi.fn(deriveKey);
  const made = await createWrapping(PASSPHRASE, derive);
  const moved = await rewrap(made.wrapping, made.keyringKey, "other wide river stone", derive);
  await unwrapKeyringKey(made.wrapping, PASSPHRASE, derive);
  const salts = [made.wrapping, moved, made.wrapping].map((bytes) => bytes.slice(20, 36));
  expect(derive.mock.calls.map(([, salt, parameters]) => [salt, parameters])).toEqual(
    salts.map((salt) => [salt, CURRENT_KDF]),
  );
  expect(salts[1]).not.toEqual(salts[0]);
});

test("damage: every flipped byte is noticed before any key is derived, and is not a wrong passphrase", () => {
  for (let at = 0; at < sealed.length; at++) {
    const reading = inspectSealed(flipped(sealed, at));
    expect(reading.ok, `byte ${at}`).toBe(false);
    if (!reading.ok) expect(reading.error.code).toBe(at < 8 ? "not-a-keyring-file" : "damaged");
  }
});

test("damage: every truncation and every appended byte is noticed", () => {
  for (let length = 0; length < sealed.length; length++)
    expect(inspectSealed(sealed.subarray(0, length)).ok, `${length} bytes`).toBe(false);
  expect(inspectSealed(new Uint8Array([...sealed, 0])).ok).toBe(false);
});

test("tampering: with the closing hash mended, no flipped byte opens the body", () => {
  for (let at = 0; at < sealed.length - 32; at++) {
    const forged = rehashed(flipped(sealed, at));
    expect(openKeyring(forged, keyringKey), `byte ${at}`).toMatchObject({ error: { code: "damaged" } });
  }
  expect(openKeyring(rehashed(sealed), keyringKey).ok).toBe(true);
});

test("tampering: the wrapped key is bound to version, KDF parameters, salt, id and generation", () => {
  const [head, wrapped] = [wrapping.subarray(0, 56), wrapping.subarray(56)];
  for (let at = 0; at < head.length; at++)
    expect(open("wrap-keyring-key", wrappingKey, flipped(head, at), wrapped), `byte ${at}`).toBeNull();
  for (let at = 0; at < wrapped.length; at++)
    expect(open("wrap-keyring-key", wrappingKey, head, flipped(wrapped, at)), `byte ${at}`).toBeNull();
  expect(open("wrap-keyring-key", wrappingKey, head, wrapped)).toEqual(keyringKey);
});

describe("KDF parameters on reading", () => {
  test.each([
    ["memory below the floor", 11, 0x00],
    ["memory above the ceiling", 11, 0xff],
    ["iterations above the ceiling", 15, 0xff],
    ["no lanes", 19, 0x00],
    ["another KDF", 10, 0x02],
  ])("%s is refused although the hash fits", (_, at, value) => {
    const forged = rehashed(sealed.with(at, value));
    if (at === 11 && value === 0) forged.set([0, 0, 0xff, 0xff], 11);
    expect(inspectSealed(rehashed(forged))).toMatchObject({ error: { code: "damaged" } });
  });
});

test("a newer version is its own answer when it is whole, and damage when it is not", () => {
  const newer = rehashed(sealed.with(9, 2));
  expect(inspectSealed(newer)).toMatchObject({ error: { code: "unsupported-version" } });
  expect(inspectSealed(flipped(newer, 200))).toMatchObject({ error: { code: "damaged" } });
});

test("a new passphrase opens, the old one does not, and old and new halves do not mix", async () => {
  const next = await rewrap(wrapping, keyringKey, "other wide river stone", deriveKey);
  const moved = sealKeyring(next, keyringKey, 8, keyring);
  expect(inspectSealed(moved)).toMatchObject({ value: { wrapGeneration: 2, counter: 8 } });
  expect(await unwrapKeyringKey(next, "other wide river stone", deriveKey)).toEqual({
    ok: true,
    value: keyringKey,
  });
  expect((await unwrapKeyringKey(next, PASSPHRASE, deriveKey)).ok).toBe(false);
  const mixed = moved.slice();
  mixed.set(wrapping);
  expect(openKeyring(rehashed(mixed), keyringKey)).toMatchObject({ error: { code: "damaged" } });
});

test("bytes sealed for one purpose do not open for another", () => {
  const context = new Uint8Array([1, 2, 3]);
  const box = seal("wrap-keyring-key", keyringKey, context, new Uint8Array(32));
  expect(open("keyring", keyringKey, context, box)).toBeNull();
  expect(open("wrap-keyring-key", keyringKey, context, box)).toEqual(new Uint8Array(32));
});

test("the same state sealed twice differs in every encrypted part", () => {
  const again = sealKeyring(wrapping, keyringKey, 7, keyring);
  expect(again).not.toEqual(sealed);
  expect(again.length).toBe(sealed.length);
});
