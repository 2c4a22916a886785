/**
 * The nonces that devices sign. The vault remembers only the used ones, in the database that all its
 * processes share.
 *
 * 32 bytes: 12 random ‖ end in seconds (4, big-endian) ‖ the first 16 of HMAC-SHA-256(key, those ‖ row id).
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const RANDOM_BYTES = 12;
const HEAD_BYTES = 16;
const MAC_BYTES = 16;
const GOOD_FOR_SECONDS = 5 * 60;

const macOf = (key: Uint8Array, head: Uint8Array, row: Uint8Array): Buffer =>
  createHmac("sha256", key).update(head).update(row).digest().subarray(0, MAC_BYTES);

/** @param key - 32 bytes. */
export function makeNonce(key: Uint8Array, row: Uint8Array, nowMs: number): Uint8Array {
  const end = Buffer.alloc(HEAD_BYTES - RANDOM_BYTES);
  end.writeUInt32BE(Math.floor(nowMs / 1000) + GOOD_FOR_SECONDS);
  const head = Buffer.concat([randomBytes(RANDOM_BYTES), end]);
  return Buffer.concat([head, macOf(key, head, row)]);
}

/**
 * @returns when it ends, in milliseconds; null for one that is over or that the vault has not made for this
 * row.
 */
export function nonceEnd(key: Uint8Array, row: Uint8Array, nonce: Uint8Array, nowMs: number): number | null {
  if (nonce.length !== HEAD_BYTES + MAC_BYTES) return null;
  const head = Buffer.from(nonce.subarray(0, HEAD_BYTES));
  if (!timingSafeEqual(macOf(key, head, row), nonce.subarray(HEAD_BYTES))) return null;
  const endMs = head.readUInt32BE(RANDOM_BYTES) * 1000;
  return nowMs <= endMs ? endMs : null;
}
