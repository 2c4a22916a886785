/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), nonces drawn at random: 192 bits leave no birthday worry.
 *
 * Every sealing names its purpose `sixtyfour/v1/<purpose>` in front of the associated data, so that bytes
 * sealed for one purpose never open for another. Not done here: key commitment. A keyring key and a
 * passphrase-derived key each open one box only, chosen by us, so a box with two meanings has no reader to
 * fool.
 */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { concatBytes, randomBytes, utf8ToBytes } from "../bytes.ts";

export const AEAD_KEY_BYTES = 32;
export const NONCE_BYTES = 24;
export const TAG_BYTES = 16;

export type Purpose =
  | "wrap-keyring-key"
  | "lineage-key"
  | "lineage"
  | "keyring"
  | "keyring-export"
  | "vault-key"
  | "sightings";

function associatedData(purpose: Purpose, context: Uint8Array): Uint8Array {
  // The zero byte ends the label: no context can be read as part of it.
  return concatBytes(utf8ToBytes(`sixtyfour/v1/${purpose}\0`), context);
}

/**
 * @param key - 32 bytes. Throws where all of them are zero: such a key was overwritten by a lock meanwhile, and
 *   whatever is sealed with it is open to everybody.
 * @returns nonce (24) ‖ ciphertext ‖ tag (16).
 */
export function seal(
  purpose: Purpose,
  key: Uint8Array,
  context: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  if (key.every((byte) => byte === 0)) throw new Error("a key that was overwritten");
  const nonce = randomBytes(NONCE_BYTES);
  const box = xchacha20poly1305(key, nonce, associatedData(purpose, context)).encrypt(plaintext);
  return concatBytes(nonce, box);
}

/** @returns the plaintext, or null when key, purpose, context or bytes are not those that were sealed. */
export function open(
  purpose: Purpose,
  key: Uint8Array,
  context: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const cipher = xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), associatedData(purpose, context));
  try {
    return cipher.decrypt(sealed.subarray(NONCE_BYTES));
  } catch {
    return null;
  }
}
