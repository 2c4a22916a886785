/** Bytes in and out of the few text forms we use. */
import { bytesToHex, randomBytes } from "@noble/ciphers/utils.js";

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

// Where there is a DOM, a worker or Node there are these two; this room has the types of none of them.
declare function btoa(latin1: string): string;
declare function atob(base64: string): string;

/** Most arguments of one call. */
const PIECE = 8192;

/** RFC 4648 §4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(""));
}

/** Reads canonical RFC 4648 §4 text; null for anything else. */
export function fromBase64(text: string): Bytes | null {
  try {
    const latin1 = atob(text);
    const bytes = new Uint8Array(latin1.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = latin1.charCodeAt(i);
    // `atob` lets white space, missing padding and stray bits pass.
    return toBase64(bytes) === text ? bytes : null;
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
