/**
 * The keyring at rest: one run of bytes, the same in storage and in a file.
 *
 * ```
 *   0   8  "64KEYRNG"
 *   8   2  format version, 1                            numbers are big endian
 *  10   1  KDF, 1 = Argon2id v1.3
 *  11   4  memory in KiB    15  4  iterations    19  1  parallelism
 *  20  16  KDF salt
 *  36  16  keyring id, random, for life
 *  52   4  wrap generation, 1 at creation, +1 with every new passphrase
 *  56  72  keyring key, wrapped: nonce 24 ‖ 32 ‖ tag 16     associated data: bytes 0–55
 * 128   8  counter, +1 with every state
 * 136   4  n
 * 140   n  keyring body, sealed: nonce 24 ‖ … ‖ tag 16      associated data: bytes 0–139
 * 140+n 32 SHA-256 of everything before
 * ```
 * The body's associated data holds all that precedes it, so no parameter, wrapping or counter can be exchanged.
 * The SHA-256 tells damage from a wrong passphrase before any key is derived; it guards against accidents, the
 * tags guard against people. Magic, version and the closing hash keep their places in every later version.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, equalBytes, randomBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { readBody, writeBody } from "../keyring/keyring-body.ts";
import type { Keyring } from "../keyring/opened-keyring.ts";
import { AEAD_KEY_BYTES, NONCE_BYTES, open, seal, TAG_BYTES } from "./aead.ts";
import {
  areAcceptable,
  CURRENT_KDF,
  type DeriveKey,
  deriveWrappingKey,
  KDF_SALT_BYTES,
  type KdfParameters,
} from "./kdf.ts";
import { beginsWith, CURRENT_VERSION, SEALED_MAGIC } from "./keyring-file.ts";

/** Refused above this: thousands of entries fit many times. */
const MOST_SEALED_BYTES = 4 * 1024 * 1024;

const KDF_ARGON2ID = 1;
const ID_BYTES = 16;
const AT_VERSION = 8;
const AT_KDF = 10;
const AT_MEMORY = 11;
const AT_ITERATIONS = 15;
const AT_PARALLELISM = 19;
const AT_SALT = 20;
const AT_ID = AT_SALT + KDF_SALT_BYTES;
const AT_GENERATION = AT_ID + ID_BYTES;
const AT_WRAPPED = AT_GENERATION + 4;
const AT_COUNTER = AT_WRAPPED + NONCE_BYTES + AEAD_KEY_BYTES + TAG_BYTES;
const AT_BODY_LENGTH = AT_COUNTER + 8;
const AT_BODY = AT_BODY_LENGTH + 4;
const HASH_BYTES = 32;
const SHORTEST = AT_BODY + NONCE_BYTES + TAG_BYTES + HASH_BYTES;

/** Bytes 0–127: who can open the keyring. Stays the same until the passphrase changes. */
export type Wrapping = Uint8Array;

export type SealedHeader = {
  kdf: KdfParameters;
  /** 32 hex characters. */
  keyringId: string;
  wrapGeneration: number;
  counter: number;
  wrapping: Wrapping;
};

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function kdfOf(wrapping: Wrapping): KdfParameters {
  const view = viewOf(wrapping);
  return {
    memoryKib: view.getUint32(AT_MEMORY),
    iterations: view.getUint32(AT_ITERATIONS),
    parallelism: view.getUint8(AT_PARALLELISM),
  };
}

/** 32 hex characters. */
export function keyringIdOf(wrapping: Wrapping): string {
  return bytesToHex(wrapping.subarray(AT_ID, AT_GENERATION));
}

/**
 * Reads what can be read without the passphrase.
 *
 * @returns `not-a-keyring-file` when it does not begin like one, `damaged` when any byte is not as written,
 * `unsupported-version` when it is whole but newer than this code.
 */
export function inspectSealed(
  sealed: Uint8Array,
): Result<SealedHeader, "not-a-keyring-file" | "damaged" | "unsupported-version"> {
  if (!beginsWith(sealed, SEALED_MAGIC)) return fail("not-a-keyring-file");
  if (sealed.length < SEALED_MAGIC.length + 2 + HASH_BYTES || sealed.length > MOST_SEALED_BYTES)
    return fail("damaged");
  const hashed = sealed.subarray(0, -HASH_BYTES);
  if (!equalBytes(sha256(hashed), sealed.subarray(-HASH_BYTES))) return fail("damaged");
  const view = viewOf(sealed);
  const version = view.getUint16(AT_VERSION);
  if (version > CURRENT_VERSION) return fail("unsupported-version");
  if (version < 1 || sealed.length < SHORTEST || sealed[AT_KDF] !== KDF_ARGON2ID) return fail("damaged");
  if (view.getUint32(AT_BODY_LENGTH) !== sealed.length - AT_BODY - HASH_BYTES) return fail("damaged");
  const kdf = kdfOf(sealed);
  const counter = Number(view.getBigUint64(AT_COUNTER));
  if (!areAcceptable(kdf) || !Number.isSafeInteger(counter)) return fail("damaged");
  return ok({
    kdf,
    keyringId: keyringIdOf(sealed),
    wrapGeneration: view.getUint32(AT_GENERATION),
    counter,
    wrapping: sealed.slice(0, AT_COUNTER),
  });
}

async function wrap(
  passphrase: string,
  keyringKey: Uint8Array,
  keyringId: Uint8Array,
  generation: number,
  kdf: KdfParameters,
  deriveKey: DeriveKey,
): Promise<Wrapping> {
  const head = new Uint8Array(AT_WRAPPED);
  const view = viewOf(head);
  const salt = randomBytes(KDF_SALT_BYTES);
  head.set(SEALED_MAGIC);
  view.setUint16(AT_VERSION, CURRENT_VERSION);
  view.setUint8(AT_KDF, KDF_ARGON2ID);
  view.setUint32(AT_MEMORY, kdf.memoryKib);
  view.setUint32(AT_ITERATIONS, kdf.iterations);
  view.setUint8(AT_PARALLELISM, kdf.parallelism);
  head.set(salt, AT_SALT);
  head.set(keyringId, AT_ID);
  view.setUint32(AT_GENERATION, generation);
  const wrappingKey = await deriveWrappingKey(passphrase, salt, kdf, deriveKey);
  try {
    return concatBytes(head, seal("wrap-keyring-key", wrappingKey, head, keyringKey));
  } finally {
    wipe(wrappingKey);
  }
}

/** A new keyring's wrapping, and its fresh 32-byte key. */
export async function createWrapping(
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<{ wrapping: Wrapping; keyringKey: Uint8Array }> {
  const keyringKey = randomBytes(AEAD_KEY_BYTES);
  const wrapping = await wrap(passphrase, keyringKey, randomBytes(ID_BYTES), 1, CURRENT_KDF, deriveKey);
  return { wrapping, keyringKey };
}

/** The same keyring key under another passphrase, or under other KDF parameters. */
export async function rewrap(
  old: Wrapping,
  keyringKey: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
  kdf: KdfParameters = CURRENT_KDF,
): Promise<Wrapping> {
  const generation = viewOf(old).getUint32(AT_GENERATION) + 1;
  return wrap(passphrase, keyringKey, old.slice(AT_ID, AT_GENERATION), generation, kdf, deriveKey);
}

/**
 * @param wrapping - of a keyring that {@link inspectSealed} found whole.
 * @returns the 32-byte keyring key. Takes as long as the KDF.
 */
export async function unwrapKeyringKey(
  wrapping: Wrapping,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<Uint8Array, "wrong-passphrase">> {
  const salt = wrapping.slice(AT_SALT, AT_ID);
  const wrappingKey = await deriveWrappingKey(passphrase, salt, kdfOf(wrapping), deriveKey);
  const head = wrapping.subarray(0, AT_WRAPPED);
  const keyringKey = open("wrap-keyring-key", wrappingKey, head, wrapping.subarray(AT_WRAPPED));
  wipe(wrappingKey);
  return keyringKey ? ok(keyringKey) : fail("wrong-passphrase");
}

/** @param counter - larger than that of every state sealed before. */
export function sealKeyring(
  wrapping: Wrapping,
  keyringKey: Uint8Array,
  counter: number,
  keyring: Keyring,
): Uint8Array {
  const body = writeBody(keyring);
  const head = new Uint8Array(AT_BODY);
  head.set(wrapping);
  viewOf(head).setBigUint64(AT_COUNTER, BigInt(counter));
  viewOf(head).setUint32(AT_BODY_LENGTH, body.length + NONCE_BYTES + TAG_BYTES);
  const hashed = concatBytes(head, seal("keyring", keyringKey, head, body));
  wipe(body);
  return concatBytes(hashed, sha256(hashed));
}

/** @param sealed - bytes that {@link inspectSealed} found whole. `damaged`: not sealed with this key. */
export function openKeyring(
  sealed: Uint8Array,
  keyringKey: Uint8Array,
): Result<Keyring, "damaged" | "unsupported-version"> {
  const body = open(
    "keyring",
    keyringKey,
    sealed.subarray(0, AT_BODY),
    sealed.subarray(AT_BODY, -HASH_BYTES),
  );
  if (!body) return fail("damaged");
  const keyring = readBody(body);
  wipe(body);
  return keyring;
}
