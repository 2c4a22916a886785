/**
 * If something else lies where our bytes should be, they are damaged, not missing. Turned into bytes, it can
 * be set aside and saved like a damaged keyring.
 */
import { utf8ToBytes } from "../core/bytes.ts";

/** Bytes of any kind as they are, text as UTF-8, all else as its JSON. */
export function foreignBytes(stored: unknown): Uint8Array {
  if (stored instanceof ArrayBuffer) return new Uint8Array(stored);
  if (ArrayBuffer.isView(stored)) return new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  return utf8ToBytes(typeof stored === "string" ? stored : (JSON.stringify(stored) ?? ""));
}
