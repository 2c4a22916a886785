/** Bytes in and out of the few text forms we use. */
import { bytesToHex, randomBytes } from "@noble/ciphers/utils.js";
import { base64 } from "@scure/base";

export {
  bytesToHex,
  bytesToUtf8,
  concatBytes,
  equalBytes,
  hexToBytes,
  randomBytes,
  utf8ToBytes,
} from "@noble/ciphers/utils.js";

export type Bytes = Uint8Array<ArrayBuffer>;

/** RFC 4648 §4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  return base64.encode(bytes);
}

/** Reads canonical RFC 4648 §4 text; null for anything else. */
export function fromBase64(text: string): Bytes | null {
  try {
    return new Uint8Array(base64.decode(text));
  } catch {
    return null;
  }
}

/** Overwrites bytes that held a secret. Strings cannot be zeroed: see SECURITY.md. */
export function wipe(...secrets: (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}

/** 16 random bytes as 32 hex characters: the name of an entry, a look, an offer, a copy. */
export function randomId(): string {
  return bytesToHex(randomBytes(16));
}
