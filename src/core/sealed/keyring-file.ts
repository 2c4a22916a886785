/**
 * How our files begin and are called, apart from what opens them: whoever tells files apart needs no Argon2.
 */
import { equalBytes, utf8ToBytes } from "../bytes.ts";

export const SEALED_MAGIC = /* @__PURE__ */ utf8ToBytes("64KEYRNG");
export const EXPORT_MAGIC = /* @__PURE__ */ utf8ToBytes("64EXPORT");

/** The sealed keyring's. */
export const CURRENT_VERSION = 2;

export function beginsWith(file: Uint8Array, magic: Uint8Array): boolean {
  return equalBytes(file.subarray(0, magic.length), magic);
}

/** `sixtyfour-keyring-2026-11-23.sixtyfour`, the day in UTC. */
export function exportFileName(atMs: number): string {
  return `sixtyfour-keyring-${new Date(atMs).toISOString().slice(0, 10)}.sixtyfour`;
}
