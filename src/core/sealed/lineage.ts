/**
 * Tells a newer wrapping of a keyring from one that somebody made up, for whoever has an older keyring key.
 *
 * Each new wrapping brings a new keyring key, and an older key must open nothing new. Still, an old stored
 * copy that was put back must not bring its passphrase back: its key has to show that the newer copies beside
 * it are real. So a keyring has one lineage key for its whole life. It lies in each header, sealed under that
 * header's keyring key, and seals the header. It opens no body.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "../bytes.ts";
import { AEAD_KEY_BYTES, NONCE_BYTES, open, seal, TAG_BYTES } from "./aead.ts";

export const SEALED_LINEAGE_KEY_BYTES = NONCE_BYTES + AEAD_KEY_BYTES + TAG_BYTES;
export const LINEAGE_SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/** Version 1 kept none; its keyring key never changed, so every old copy leads to the same one. */
export function firstLineageKey(keyringKey: Uint8Array): Uint8Array {
  return hkdf(sha256, keyringKey, undefined, utf8ToBytes("sixtyfour/v1/lineage-key"), AEAD_KEY_BYTES);
}

/** @param start - bytes 0–29 of the header. */
export function sealLineageKey(
  start: Uint8Array,
  keyringKey: Uint8Array,
  lineageKey: Uint8Array,
): Uint8Array {
  return seal("lineage-key", keyringKey, start, lineageKey);
}

export function openLineageKey(
  start: Uint8Array,
  keyringKey: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  return open("lineage-key", keyringKey, start, sealed);
}

/** @param header - everything in front of this seal. */
export function sealLineage(header: Uint8Array, lineageKey: Uint8Array): Uint8Array {
  return seal("lineage", lineageKey, header, new Uint8Array());
}

export function isLineageSeal(header: Uint8Array, lineageKey: Uint8Array, sealed: Uint8Array): boolean {
  return open("lineage", lineageKey, header, sealed) !== null;
}
