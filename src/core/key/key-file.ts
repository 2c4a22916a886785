/**
 * The two key files, each a Java-serialised byte array: 23 fixed bytes, a 32-bit length, the payload.
 *
 * `encrypted_backup.key`, 59 bytes: the 64-digit key. `key`, 158 bytes: WhatsApp's own key for crypt12 and
 * crypt14, with cipher version `00 01` first and the AES-256 key, used directly, at 99 of its 131 bytes.
 * Source: docs/backup-files.md §3; the fixed bytes are java.io.ObjectStreamConstants and the class descriptor
 * of `[B`.
 */

import { type Bytes, bytesToHex, concatBytes, hexToBytes } from "../bytes.ts";
import type { BackupKey } from "./backup-key.ts";

const JAVA_BYTE_ARRAY = "aced0005757200025b42acf317f8060854e00200007870";
const HEADER_BYTES = 27;
const CRYPT14_PAYLOAD = 131;
const CRYPT14_KEY = 99;
const SERVER_SALT = 3;
const SALT_BYTES = 32;

const BACKUP_KEY_FILE_BYTES = 59;
/** The name under which WhatsApp's tools look for it. */
export const BACKUP_KEY_FILE_NAME = "encrypted_backup.key";

export type KeyFile =
  | { kind: "backup-key"; key: BackupKey }
  /** `fileKey`: 32 bytes, the AES key itself. `serverSalt`: 32 bytes, not secret; backups repeat it. */
  | { kind: "crypt14-key"; fileKey: Bytes; serverSalt: Bytes };

/** Reads a key file; null for anything else. */
export function readKeyFile(bytes: Uint8Array): KeyFile | null {
  // `Uint8Array.from` copies in every case; `slice` of Node's Buffer would share the memory.
  const payload = Uint8Array.from(bytes.subarray(HEADER_BYTES));
  const header = JAVA_BYTE_ARRAY + payload.length.toString(16).padStart(8, "0");
  if (bytes.length < HEADER_BYTES || bytesToHex(bytes.subarray(0, HEADER_BYTES)) !== header) return null;
  if (bytes.length === BACKUP_KEY_FILE_BYTES) return { kind: "backup-key", key: payload };
  if (payload.length !== CRYPT14_PAYLOAD || payload[0] !== 0 || payload[1] !== 1) return null;
  const serverSalt = payload.slice(SERVER_SALT, SERVER_SALT + SALT_BYTES);
  return { kind: "crypt14-key", fileKey: payload.slice(CRYPT14_KEY), serverSalt };
}

/** The 59 bytes of `encrypted_backup.key`. */
export function writeKeyFile(key: BackupKey): Bytes {
  return concatBytes(hexToBytes(`${JAVA_BYTE_ARRAY}00000020`), key);
}
