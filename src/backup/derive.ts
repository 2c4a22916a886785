/**
 * The keys that a 64-digit key leads to: HKDF-SHA256 (RFC 5869), empty salt, one label per use.
 *
 * Labels: docs/backup-files.md §2, after ElDavoo/wa-crypt-tools. WebCrypto derives them from a key that
 * cannot be exported from it again.
 */

import { type Bytes, concatBytes, hexToBytes, utf8ToBytes } from "../core/bytes.ts";
import type { BackupKey } from "../core/key/backup-key.ts";

/** What a derived key opens. */
export type Purpose =
  | { use: "backup" }
  /** `mediaHash`: 32 bytes as 64 lower-case hex characters, from the file's name. */
  | { use: "media"; mediaHash: string }
  | { use: "media-metadata" };

async function derive(key: BackupKey, info: Uint8Array, length: number): Promise<Bytes> {
  const ikm = await crypto.subtle.importKey("raw", new Uint8Array(key), "HKDF", false, ["deriveBits"]);
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: new Uint8Array(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(params, ikm, length * 8));
}

/**
 * The bytes for one purpose: AES key 32 (backup) · AES key 32 ‖ IV 16 (media) · encryption key 32 ‖
 * authentication key 32 (media-metadata).
 */
export async function deriveFor(key: BackupKey, purpose: Purpose): Promise<Bytes> {
  if (purpose.use === "backup") return derive(key, utf8ToBytes("backup encryption"), 32);
  if (purpose.use === "media") return derive(key, hexToBytes(purpose.mediaHash), 48);
  const labels = ["metadata encryption", "metadata authentication"];
  // Both start at once and take the key now: if Sixtyfour locks during the wait, the key is wiped.
  const halves = await Promise.all(labels.map((label) => derive(key, utf8ToBytes(label), 32)));
  return concatBytes(...halves);
}
