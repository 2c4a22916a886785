/**
 * The header of a backup file: what it tells without any key, and where the ciphertext lies.
 *
 * ```
 * crypt14, crypt15   varint N | N bytes of BackupPrefix (protobuf) | ciphertext | tag 16 | MD5 16, or none
 * crypt12            00 01 | key version | server salt 32 | google id 16 | IV 16 @51 | ciphertext @67 | tag 16 |
 *                    MD5 16 | 4 ASCII characters
 * ```
 * Source: docs/backup-files.md §4, after ElDavoo/wa-crypt-tools. No offset is fixed but crypt12's: headers of 99 to
 * over 500 bytes are all real. Not done here: reading the file, and believing what the header says (nothing in it
 * but the IV is authenticated).
 */
import type { Bytes } from "../core/bytes.ts";
import { IV_BYTES } from "./magic.ts";
import { type Field, lastBytes, lastNumber, nestedFields, readMessage, readVarint } from "./protobuf.ts";

/** Longest header message that is believed. */
export const LONGEST_PREFIX = 65_536;
/** The longest header message and the varint before it, which gives its length. */
export const PREFIX_READ_BYTES = LONGEST_PREFIX + 10;

type BackupKind = "crypt15" | "crypt14" | "crypt12";

/** Which secret the backup's owner was given; null where the header does not say. */
export type Secret = "64-digit-key" | "password" | "passkey" | "whatsapp";

export type Prefix = {
  kind: BackupKind;
  /** Where the ciphertext begins, bytes from the start of the file. */
  dataOffset: number;
  /** 16 bytes. */
  iv: Bytes;
  /** Bytes after the MD5: 4 in crypt12, else none. */
  trailer: number;
  /** As the header says, at most 64 printable characters; null when it does not. */
  appVersion: string | null;
  /** Last digits of the phone number; null when the header does not say. */
  phoneEnding: string | null;
  secret: Secret | null;
  /** 32 bytes in crypt12 and crypt14, as in WhatsApp's key file; null where the header has none. */
  serverSalt: Bytes | null;
};

export type PrefixReading =
  | { ok: true; prefix: Prefix }
  /**
   * `cut`: the header says more than the file holds. `longer`: it may be one, and its IV was not read yet.
   */
  | { ok: false; why: "not-a-prefix" | "cut" | "longer" };

const NOT_A_PREFIX: PrefixReading = { ok: false, why: "not-a-prefix" };
const CUT: PrefixReading = { ok: false, why: "cut" };
const LONGER: PrefixReading = { ok: false, why: "longer" };

/** BackupPrefix field 6, `key_type_new`; 1 is the older "end-to-end", which does not say which secret. */
const SECRETS: Record<number, Secret> = { 0: "whatsapp", 2: "password", 3: "64-digit-key", 4: "passkey" };

const CRYPT12_SALT = 3;
const SALT_BYTES = 32;
const CRYPT12_IV = 51;
const CRYPT12_DATA = 67;
const CRYPT12_TRAILER = 4;

/**
 * Text from a file, for people: printable ASCII only, so that no direction mark or control reaches a page.
 */
function readText(bytes: Uint8Array | null, most: number): string | null {
  if (!bytes || bytes.length === 0 || bytes.length > most) return null;
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(...bytes) : null;
}

function ivIn(fields: readonly Field[], outer: number, inner: number): Bytes | null {
  const iv = lastBytes(nestedFields(fields, outer) ?? [], inner);
  return iv?.length === IV_BYTES ? new Uint8Array(iv) : null;
}

function readCrypt12(head: Uint8Array, size: number): PrefixReading {
  if (size < CRYPT12_DATA || head.length < CRYPT12_DATA) return CUT;
  const prefix: Prefix = {
    kind: "crypt12",
    dataOffset: CRYPT12_DATA,
    iv: head.slice(CRYPT12_IV, CRYPT12_DATA),
    trailer: CRYPT12_TRAILER,
    appVersion: null,
    phoneEnding: null,
    secret: "whatsapp",
    serverSalt: head.slice(CRYPT12_SALT, CRYPT12_SALT + SALT_BYTES),
  };
  return { ok: true, prefix };
}

/**
 * Reads the header at the beginning of a file.
 *
 * @param head - the file's first bytes; {@link PREFIX_READ_BYTES} of them decide every case.
 * @param size - the file's size in bytes.
 */
export function readPrefix(head: Uint8Array, size: number): PrefixReading {
  // A key version of 0 would be a TrueType font.
  if (head[0] === 0 && head[1] === 1 && head[2] !== 0 && (head[2] ?? 0x10) < 0x10)
    return readCrypt12(head, size);
  const length = readVarint(head, 0);
  if (length === "cut" || length === null) return NOT_A_PREFIX;
  if (length.value === 0 || length.value > LONGEST_PREFIX) return NOT_A_PREFIX;
  const dataOffset = length.next + length.value;
  const message = readMessage(head.subarray(length.next, dataOffset), length.value);
  if (!message) return NOT_A_PREFIX;
  const { fields, whole } = message;
  const endToEnd = ivIn(fields, 3, 1);
  const own = ivIn(fields, 2, 5);
  const isEndToEnd = endToEnd !== null && (own === null || lastNumber(fields, 1) !== 0);
  const iv = isEndToEnd ? endToEnd : own;
  if (dataOffset > size) return fields.length > 0 ? CUT : NOT_A_PREFIX;
  if (!iv) return whole ? NOT_A_PREFIX : LONGER;
  const keyType = lastNumber(fields, 6);
  const metadata = nestedFields(fields, 4) ?? [];
  const kind = isEndToEnd ? "crypt15" : "crypt14";
  const salt = lastBytes(nestedFields(fields, 2) ?? [], 3);
  const ending = readText(lastBytes(metadata, 3), 4);
  return {
    ok: true,
    prefix: {
      kind,
      dataOffset,
      iv,
      trailer: 0,
      appVersion: readText(lastBytes(metadata, 1), 64),
      phoneEnding: ending !== null && /^[0-9]+$/.test(ending) ? ending : null,
      serverSalt: kind === "crypt14" && salt?.length === SALT_BYTES ? new Uint8Array(salt) : null,
      secret: keyType === null ? (kind === "crypt14" ? "whatsapp" : null) : (SECRETS[keyType] ?? null),
    },
  };
}
