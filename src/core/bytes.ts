/** Bytes in and out of the few text forms we use. */
import { concatBytes as concat, utf8ToBytes as encode } from "@noble/ciphers/utils.js";

export { bytesToUtf8, equalBytes } from "@noble/ciphers/utils.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** These two make bytes of their own, never over shared memory: the library's types do not say so. */
export const concatBytes = concat as (...parts: Uint8Array[]) => Bytes;
export const utf8ToBytes = encode as (text: string) => Bytes;

/**
 * ES2026: in both browsers that we run in; for Node 20 there is `cli/node-bytes.ts`, for the reader's older
 * browsers `reader/older-browsers.ts`.
 */
type Native = { toBase64(): string; toHex(): string };
type NativeMaker = { fromBase64(text: string): Bytes; fromHex(text: string): Bytes };

type WithCrypto = { crypto: { getRandomValues(bytes: Bytes): Bytes } };

/** Lower case. */
export function bytesToHex(bytes: Uint8Array): string {
  return (bytes as unknown as Native).toHex();
}

/** @param hex - checked before: an even number of hex characters. */
export function hexToBytes(hex: string): Bytes {
  return (Uint8Array as unknown as NativeMaker).fromHex(hex);
}

/** At most 65,536 of them, from the browser's own generator (W3C Web Cryptography API §10.1.1). */
export function randomBytes(length: number): Bytes {
  return (globalThis as unknown as WithCrypto).crypto.getRandomValues(new Uint8Array(length));
}

/**
 * RFC 4648 §4, with padding. Not by `btoa`: Firefox keeps its text at two bytes a character, in storage too.
 */
export function toBase64(bytes: Uint8Array): string {
  return (bytes as unknown as Native).toBase64();
}

/** Reads canonical RFC 4648 §4 text; null for anything else. */
export function fromBase64(text: string): Bytes | null {
  try {
    const bytes = (Uint8Array as unknown as NativeMaker).fromBase64(text);
    // It lets white space, missing padding and stray bits pass.
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

/** Overwrites bytes that held a secret. Strings cannot be zeroed: see SECURITY.md. */
export function wipe(...secrets: (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}

/** 16 random bytes as 32 hex characters: the id of an entry, a look, an offer, an act of copying. */
export function randomId(): string {
  return bytesToHex(randomBytes(16));
}
