/**
 * The 64-digit key: 32 random bytes, shown as 64 lower-case hex characters.
 *
 * WhatsApp shows them as 4 rows of 4 groups of 4, read row by row, and calls them digits
 * (docs/backup-files.md §1). The key carries no checksum of its own, so a typo looks like another key; {@link
 * keyIdOf} and the row checks of `row-check.ts` are ours and help people compare, they are not part of the
 * key.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from "../bytes.ts";
import { toCrockford } from "../crockford.ts";
import { isKeyText } from "./key-kinds.ts";

export const KEY_BYTES = 32;

/** 32 bytes. */
export type BackupKey = Uint8Array;

const KEY_ID_LABEL = /* @__PURE__ */ utf8ToBytes("sixtyfour/v1/fingerprint");

const DIGEST_LABEL = /* @__PURE__ */ utf8ToBytes("sixtyfour/v1/key-digest");

/** 32 fresh bytes from `crypto.getRandomValues`. */
export function generateBackupKey(): BackupKey {
  return randomBytes(KEY_BYTES);
}

/** 64 lower-case hex characters, no spaces: the form for the clipboard, forms and files. */
export function formatBackupKey(key: BackupKey): string {
  return bytesToHex(key);
}

/**
 * Reads exactly 64 lower-case hex characters; null for anything else. For what people type see `key-text.ts`.
 */
export function parseBackupKey(hex: string): BackupKey | null {
  return isKeyText("whatsapp-64", hex) ? hexToBytes(hex) : null;
}

/**
 * 8 characters of Crockford's base 32: the first 40 bits of SHA-256("sixtyfour/v1/fingerprint" ‖ key).
 *
 * Safe to show in public: the key has 256 random bits, 40 hashed ones of them give nothing away.
 */
export function keyIdOf(key: BackupKey): string {
  return toCrockford(sha256(concatBytes(KEY_ID_LABEL, key)).subarray(0, 5));
}

/**
 * SHA-256("sixtyfour/v1/key-digest" ‖ key), 64 hex characters: tells whether two keys are one without showing
 * either. A {@link keyIdOf} is for people: two keys with the same one are made in seconds.
 */
export function keyDigest(key: BackupKey): string {
  return bytesToHex(sha256(concatBytes(DIGEST_LABEL, key)));
}
