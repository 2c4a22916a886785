/** Bytes as the wire has them: base64url without padding (RFC 4648 §5). */

export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
}

/** @param text - checked against its schema before: only characters of the alphabet. */
export function fromBase64url(text: string): Uint8Array {
  return Buffer.from(text, "base64url");
}
