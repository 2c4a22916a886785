/** RFC 4648 §5 without padding: how the vault's bytes travel, and how an account's are kept. */
import { type Bytes, fromBase64, toBase64 } from "./bytes.ts";

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Reads canonical text; null for anything else, padding and stray bits included. */
export function fromBase64Url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  const padding = "=".repeat((4 - (text.length % 4)) % 4);
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + padding);
}
