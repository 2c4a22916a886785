import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { randomId } from "../../../src/core/bytes.ts";
import { generateBackupKey } from "../../../src/core/key/backup-key.ts";
import { addEntry, emptyKeyring, type Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { open, seal } from "../../../src/core/sealed/aead.ts";
import { CURRENT_KDF, deriveWrappingKey } from "../../../src/core/sealed/kdf.ts";
import { createWrapping, rotate } from "../../../src/core/sealed/rotation.ts";
import {
  inspectSealed,
  openKeyring,
  sealKeyring,
  sealReadably,
} from "../../../src/core/sealed/sealed-keyring.ts";
import { byPassphrase, passphraseParameters } from "../../../src/core/sealed/slots/passphrase-slot.ts";
import {
  fieldsOf,
  unwrapKeyringKey,
  type Wrapping,
  writeWrapping,
} from "../../../src/core/sealed/wrapping.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { unknownSlot } from "../../support/wrappings.ts";

const PASSPHRASE = "plain wide river stone";
let keyring: Keyring;
let wrapping: Wrapping;
let keyringKey: Uint8Array;
let sealed: Uint8Array;
/** Derived once: every flipped byte is tried against it. */
let wrappingKey: Uint8Array;
/** Of the only slot: its head, its wrapped key, and where its KDF's numbers begin. */
const [AT_SLOT, AT_KDF, AT_SALT, AT_WRAPPED, AT_SEAL] = [103, 126, 136, 154, 226] as const;

const unwrap = (bytes: Wrapping, passphrase: string) =>
  unwrapKeyringKey(bytes, byPassphrase(passphrase, deriveKey));

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
  wrappingKey = await deriveWrappingKey(
    PASSPHRASE,
    wrapping.slice(AT_SALT, AT_SALT + 16),
    CURRENT_KDF,
    deriveKey,
  );
});

test("the KDF is that of the passphrase, also behind a slot of another kind that looks like one", async () => {
  const stronger = { ...CURRENT_KDF, iterations: CURRENT_KDF.iterations + 1 };
  const alike = { ...unknownSlot(1), parameters: passphraseParameters(stronger) };
  const lineageKey = new Uint8Array(32).fill(9);
  const slots = [alike, ...fieldsOf(wrapping).slots];
  const first = writeWrapping(wrapping.subarray(0, 30), slots, keyringKey, lineageKey);
  const inspected = inspectSealed(sealKeyring(first, keyringKey, 1, keyring));
  expect(inspected.ok && inspected.value.kdf).toEqual(CURRENT_KDF);
});

test("what was sealed opens with the passphrase, and with no other", async () => {
  expect(inspectSealed(sealed)).toMatchObject({ value: { kdf: CURRENT_KDF, counter: 7, wrapGeneration: 1 } });
  expect(await unwrap(wrapping, PASSPHRASE)).toEqual({ ok: true, value: keyringKey });
  expect(openKeyring(sealed, keyringKey)).toEqual({ ok: true, value: keyring });
  expect(await unwrap(wrapping, `${PASSPHRASE} `)).toMatchObject({
    error: { code: "wrong-passphrase" },
  });
});

test("every wrapping is derived with the parameters and the salt that it stores", async () => {
  const derive = vi.fn(deriveKey);
  const made = await createWrapping(PASSPHRASE, derive);
  const ways = { passphrase: "other wide river stone", passkeys: [], deriveKey: derive };
  const moved = await rotate(made, ways);
  await unwrapKeyringKey(made.wrapping, byPassphrase(PASSPHRASE, derive));
  const salts = [made, moved, made].map((one) => one.wrapping.slice(AT_SALT, AT_SALT + 16));
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

test("tampering: the wrapped key is bound to version, id, generation, slot, KDF parameters and salt", () => {
  const context = new Uint8Array([
    ...wrapping.subarray(0, 30),
    ...wrapping.subarray(AT_SLOT, AT_WRAPPED - 2),
  ]);
  const wrapped = wrapping.subarray(AT_WRAPPED, AT_SEAL);
  for (let at = 0; at < context.length; at++)
    expect(open("wrap-keyring-key", wrappingKey, flipped(context, at), wrapped), `byte ${at}`).toBeNull();
  for (let at = 0; at < wrapped.length; at++)
    expect(open("wrap-keyring-key", wrappingKey, context, flipped(wrapped, at)), `byte ${at}`).toBeNull();
  expect(open("wrap-keyring-key", wrappingKey, context, wrapped)).toEqual(keyringKey);
});

describe("KDF parameters on reading", () => {
  test.each([
    ["memory below the floor", 1, 0x00],
    ["memory above the ceiling", 1, 0xff],
    ["iterations above the ceiling", 5, 0xff],
    ["no lanes", 9, 0x00],
    ["another KDF", 0, 0x02],
  ])("%s is refused although the hash fits", (_, offset, value) => {
    const forged = sealed.with(AT_KDF + offset, value);
    if (offset === 1 && value === 0) forged.set([0, 0, 0xff, 0xff], AT_KDF + 1);
    expect(inspectSealed(rehashed(forged))).toMatchObject({ error: { code: "damaged" } });
  });
});

test("a newer version is its own answer when it is whole, and damage when it is not", () => {
  const newer = rehashed(sealed.with(9, 3));
  expect(inspectSealed(newer)).toMatchObject({ error: { code: "unsupported-version" } });
  expect(inspectSealed(flipped(newer, 200))).toMatchObject({ error: { code: "damaged" } });
});

test("a new passphrase opens, the old one does not, and old and new halves do not mix", async () => {
  const ways = { passphrase: "other wide river stone", passkeys: [], deriveKey };
  const next = await rotate({ wrapping, keyringKey }, ways);
  const moved = sealKeyring(next.wrapping, next.keyringKey, 8, keyring);
  expect(inspectSealed(moved)).toMatchObject({ value: { wrapGeneration: 2, counter: 8 } });
  expect(await unwrap(next.wrapping, ways.passphrase)).toEqual({ ok: true, value: next.keyringKey });
  expect((await unwrap(next.wrapping, PASSPHRASE)).ok).toBe(false);
  expect(openKeyring(moved, keyringKey)).toMatchObject({ error: { code: "damaged" } });
  const mixed = moved.slice();
  mixed.set(wrapping);
  expect(openKeyring(rehashed(mixed), keyringKey)).toMatchObject({ error: { code: "damaged" } });
  expect(openKeyring(rehashed(mixed), next.keyringKey)).toMatchObject({ error: { code: "damaged" } });
});

test("what would not be read again is not sealed", () => {
  const note = "\u0001".repeat(2000);
  const [entry] = keyring.entries;
  if (!entry) throw new Error();
  const many = Array.from({ length: 400 }, (_, i) => ({
    ...entry,
    id: i.toString(16).padStart(32, "0"),
    note,
  }));
  expect(sealReadably(wrapping, keyringKey, 8, { ...keyring, entries: many })).toBeNull();
  expect(
    sealReadably(wrapping, keyringKey, 8, { ...keyring, entries: [{ ...entry, label: "x".repeat(101) }] }),
  ).toBeNull();
  expect(sealReadably(wrapping, keyringKey, 8, keyring)?.length).toBe(sealed.length);
  expect(keyring.entries[0]?.key).not.toEqual(new Uint8Array(32));
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
