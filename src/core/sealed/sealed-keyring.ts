/**
 * The keyring at rest: one run of bytes, the same in storage and in a file.
 *
 * ```
 *   0   w  who can open it (`wrapping.ts`); begins with magic and version
 *   w   8  counter, +1 with every state                  numbers are big endian
 * w+8   4  n
 * w+12  n  keyring body, sealed: nonce 24 ‖ … ‖ tag 16   associated data: everything before
 *   …  32  SHA-256 of everything before
 * ```
 * The body's associated data holds all that precedes it, so no slot, parameter or counter can be exchanged.
 * The SHA-256 tells damage from a wrong passphrase before any key is derived; it guards against accidents,
 * the tags guard against people. Magic, version and the closing hash keep their places in every later
 * version. Version 1 differs only in its wrapping.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64Url } from "../base64url.ts";
import { concatBytes, equalBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { STATE_NAME_BYTES } from "../keyring/earlier-states.ts";
import { readBody, type UnreadBody, writeBody } from "../keyring/keyring-body.ts";
import type { Keyring } from "../keyring/opened-keyring.ts";
import { MOST_READ_BYTES } from "../keyring/storage-budget.ts";
import { isTooMuch } from "../keyring/too-much.ts";
import { NONCE_BYTES, open, seal, TAG_BYTES } from "./aead.ts";
import type { KdfParameters } from "./kdf.ts";
import { beginsWith, CURRENT_VERSION, SEALED_MAGIC } from "./keyring-file.ts";
import { kdfOf, passphraseSlots } from "./slots/passphrase-slot.ts";
import { readWrapping, type Wrapping } from "./wrapping.ts";

const AT_VERSION = 8;
/** Counter and length, behind the wrapping. */
const COUNT_BYTES = 12;
const HASH_BYTES = 32;

export type SealedHeader = {
  version: number;
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

/**
 * What stands in front of the body, as far as it can be read: also of bytes that are cut or altered behind
 * it. Null: not even that.
 */
export function readSealedHeader(sealed: Uint8Array): SealedHeader | null {
  const fields = readWrapping(sealed);
  // Parameters of another kind may look like those of the passphrase.
  const passphraseSlot = fields?.slots.find(({ kind }) => kind === passphraseSlots.kind);
  const kdf = passphraseSlot && kdfOf(passphraseSlot.parameters);
  if (!fields || !kdf || sealed.length < fields.length + COUNT_BYTES) return null;
  const counter = Number(viewOf(sealed).getBigUint64(fields.length));
  if (!Number.isSafeInteger(counter)) return null;
  const { version, keyringId, wrapGeneration, length } = fields;
  return { version, kdf, keyringId, wrapGeneration, counter, wrapping: sealed.slice(0, length) };
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
  if (sealed.length < SEALED_MAGIC.length + 2 + HASH_BYTES || sealed.length > MOST_READ_BYTES)
    return fail("damaged");
  const hashed = sealed.subarray(0, -HASH_BYTES);
  if (!equalBytes(sha256(hashed), sealed.subarray(-HASH_BYTES))) return fail("damaged");
  if (viewOf(sealed).getUint16(AT_VERSION) > CURRENT_VERSION) return fail("unsupported-version");
  const header = readSealedHeader(hashed);
  if (!header) return fail("damaged");
  const atBody = header.wrapping.length + COUNT_BYTES;
  const bodyBytes = viewOf(sealed).getUint32(atBody - 4);
  if (bodyBytes < NONCE_BYTES + TAG_BYTES || bodyBytes !== hashed.length - atBody) return fail("damaged");
  return ok(header);
}

/** What names this state and no other (`earlier-states.ts`). @param sealed - whole. */
export function stateName(sealed: Uint8Array): string {
  return toBase64Url(sealed.subarray(-HASH_BYTES).subarray(0, STATE_NAME_BYTES));
}

/** @param counter - larger than that of every state sealed before. */
export function sealKeyring(
  wrapping: Wrapping,
  keyringKey: Uint8Array,
  counter: number,
  keyring: Keyring,
): Uint8Array {
  const body = writeBody(keyring);
  const counted = new Uint8Array(COUNT_BYTES);
  viewOf(counted).setBigUint64(0, BigInt(counter));
  viewOf(counted).setUint32(8, body.length + NONCE_BYTES + TAG_BYTES);
  const head = concatBytes(wrapping, counted);
  const hashed = concatBytes(head, seal("keyring", keyringKey, head, body));
  wipe(body);
  return concatBytes(hashed, sha256(hashed));
}

function openBody(sealed: Uint8Array, keyringKey: Uint8Array): Uint8Array | null {
  const header = readSealedHeader(sealed);
  if (!header) return null;
  const atBody = header.wrapping.length + COUNT_BYTES;
  return open("keyring", keyringKey, sealed.subarray(0, atBody), sealed.subarray(atBody, -HASH_BYTES));
}

/** For two that are whole: each ends with the hash of all that it holds. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return equalBytes(one.subarray(-HASH_BYTES), other.subarray(-HASH_BYTES));
}

/** Is it whole, and sealed with this key? What is in it is not read. */
export function isSealedWith(sealed: Uint8Array, keyringKey: Uint8Array): boolean {
  const body = openBody(sealed, keyringKey);
  if (body) wipe(body);
  return body !== null;
}

/** @returns `damaged`: not sealed with this key, or not whole; what is too much is named. */
export function openSealedFile(sealed: Uint8Array, keyringKey: Uint8Array): Result<Keyring, UnreadBody> {
  const body = openBody(sealed, keyringKey);
  if (!body) return fail("damaged");
  const keyring = readBody(body);
  wipe(body);
  return keyring;
}

/** The same of a stored copy: no version has ever written too much, so that is damage too. */
export function openKeyring(
  sealed: Uint8Array,
  keyringKey: Uint8Array,
): Result<Keyring, "damaged" | "unsupported-version"> {
  const keyring = openSealedFile(sealed, keyringKey);
  if (keyring.ok) return keyring;
  const { code } = keyring.error;
  return fail(isTooMuch(code) ? "damaged" : code);
}

/**
 * Sealed, where what we ourselves would not take back (too large, too many) must not be acknowledged: null.
 */
export function sealReadably(...state: Parameters<typeof sealKeyring>): Uint8Array | null {
  const sealed = sealKeyring(...state);
  const back = openKeyring(sealed, state[1]);
  if (back.ok) wipe(...back.value.entries.map(({ key }) => key));
  return back.ok && inspectSealed(sealed).ok ? sealed : null;
}
