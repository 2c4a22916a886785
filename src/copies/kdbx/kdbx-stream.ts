/**
 * The inner encryption of a KeePass database: passwords are encrypted once more within the XML.
 *
 * One key stream runs over all protected values in the order of the document. Salsa20 (id 2): key =
 * SHA-256(stream key), nonce fixed; ChaCha20 (id 3): SHA-512(stream key) = key 32 ‖ nonce 12 ‖ unused.
 * Source: keepassxc `src/format/KeePass2RandomStream.cpp`.
 */
import { chacha20 } from "@noble/ciphers/chacha.js";
import { salsa20 } from "@noble/ciphers/salsa.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { type Bytes, concatBytes, hexToBytes } from "../../core/bytes.ts";

const SALSA20_STREAM = 2;
export const CHACHA20_STREAM = 3;
const SALSA20_NONCE = /* @__PURE__ */ hexToBytes("e830094b97205d2a");

export type InnerStream = { id: number; key: Bytes };

function applyStream({ id, key }: InnerStream, data: Uint8Array): Uint8Array | null {
  if (id === SALSA20_STREAM) return salsa20(sha256(key), SALSA20_NONCE, data);
  if (id !== CHACHA20_STREAM) return null;
  const hash = sha512(key);
  return chacha20(hash.subarray(0, 32), hash.subarray(32, 44), data);
}

/** Encrypts or decrypts the values, all of them in order; null for a stream that is not read here. */
export function applyInnerStream(stream: InnerStream, values: readonly Uint8Array[]): Uint8Array[] | null {
  const all = applyStream(stream, concatBytes(...values));
  if (!all) return null;
  let at = 0;
  return values.map(({ length }) => {
    at += length;
    return all.subarray(at - length, at);
  });
}
