/**
 * What a file is, told from its name and first bytes, before any key is asked for.
 *
 * The file is not changed, and the kind is not trusted: it only decides what is tried next.
 */
import type { Bytes } from "../core/bytes.ts";
import { readKeyFile } from "../core/key/key-file.ts";
import { findMagic, latin1 } from "./magic.ts";
import { hasZlibHeader } from "./payload.ts";
import { PREFIX_READ_BYTES, type Prefix, readPrefix } from "./prefix.ts";
import type { Source } from "./source.ts";

/** What a file that is no backup looks like; each has its sentence. */
const LOOKS = [
  "empty",
  "cut-header", // a backup that ends within its header
  "damaged-header", // named like a backup, and its header does not read
  "old-crypt", // crypt1 to crypt11 and crypt13, by name
  "newer-crypt", // crypt16 and later, by name
  "key-name", // encrypted_backup.key_id: it names a key
  "password-data", // password_data.key
  "passkey-data", // passkey_data.key
  "renamed-media", // a medium without the hash in its name
  "partial", // what an opening here has left behind
  "web-page",
  "sqlite",
  "zip",
  "gzip",
  "zlib",
  "picture",
  "video",
  "sound",
  "pdf",
  "json",
  "text",
  "unknown",
] as const;
export type Look = (typeof LOOKS)[number];

export type Kind =
  | { kind: "crypt15" | "crypt14" | "crypt12"; prefix: Prefix }
  /** `mediaHash`: 64 lower-case hex characters. */
  | { kind: "media"; mediaHash: string }
  | { kind: "media-metadata" }
  | { kind: "key-file"; holds: "backup-key" | "crypt14-key" }
  | { kind: "ios" }
  | { kind: "other"; look: Look };

/** First bytes read of every file; of those whose header is longer, as much again as it needs. */
export const HEAD_BYTES = 4096;

/** Browsers and file managers put `(1)` or `Copy of` around a name; the hash is what counts. */
const MEDIA = /(?<![0-9a-f])([0-9a-f]{64})(?![0-9a-f]).*\.mcrypt1$/i;
const ANY_MEDIA = /\.mcrypt1$/i;
const MEDIA_METADATA = /\.mcrypt1-metadata$/i;
const BACKUP_NAME = /\.crypt1[245]$/i;
const OLD_NAME = /\.crypt([1-9]|10|11|13)?$/i;
const NEWER_NAME = /\.crypt(1[6-9]|[2-9]\d)$/i;
const PARTIAL_NAME = /^\.sixtyfour-.*\.partial$/i;
const WEB_PAGE = /^(\xef\xbb\xbf)?\s*<(!doctype\s+html|html|head|body)\b/i;
/** Files of WhatsApp's that lie beside the key, and are none. */
const BESIDE_KEYS: readonly (readonly [RegExp, Look])[] = [
  [/^encrypted_backup\.key_id$/i, "key-name"],
  [/^password_data\.key$/i, "password-data"],
  [/^passkey_data\.key$/i, "passkey-data"],
];
const IOS_NAME = /^(ChatStorage\.sqlite|.+\.(sqlite|tar))\.enc$/i;

const JSON_START = /^(\xef\xbb\xbf)?\s*[[{]\s*["[{\]}0-9tfn-]/;
const isTextByte = (byte: number): boolean => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);

function lookOf(name: string, head: Uint8Array): Look {
  if (head.length === 0) return "empty";
  const beside = BESIDE_KEYS.find(([pattern]) => pattern.test(name));
  if (beside) return beside[1];
  if (PARTIAL_NAME.test(name)) return "partial";
  if (ANY_MEDIA.test(name)) return "renamed-media";
  // What the content says comes before the name: a download may have gone wrong.
  const magic = findMagic(head);
  if (magic) return magic.look;
  if (WEB_PAGE.test(latin1(head, 0, 256))) return "web-page";
  if (BACKUP_NAME.test(name)) return "damaged-header";
  if (OLD_NAME.test(name)) return "old-crypt";
  if (NEWER_NAME.test(name)) return "newer-crypt";
  if (JSON_START.test(latin1(head, 0, 64))) return "json";
  if (hasZlibHeader(head)) return "zlib";
  return head.subarray(0, 256).every(isTextByte) ? "text" : "unknown";
}

function kindOf(name: string, head: Bytes, size: number): Kind | "longer" {
  const mediaHash = MEDIA.exec(name)?.[1];
  if (mediaHash !== undefined && size > 0) return { kind: "media", mediaHash: mediaHash.toLowerCase() };
  if (PARTIAL_NAME.test(name) && size > 0) return { kind: "other", look: "partial" };
  if (MEDIA_METADATA.test(name) && size > 0) return { kind: "media-metadata" };
  const keyFile = size === head.length ? readKeyFile(head) : null;
  if (keyFile) return { kind: "key-file", holds: keyFile.kind };
  if (IOS_NAME.test(name) && size > 0) return { kind: "ios" };
  const reading = readPrefix(head, size);
  if (reading.ok) return { kind: reading.prefix.kind, prefix: reading.prefix };
  if (reading.why === "longer") return "longer";
  return { kind: "other", look: reading.why === "cut" ? "cut-header" : lookOf(name, head) };
}

/**
 * Reads at most 64 KiB and 10 bytes, 4 KiB where the header is no longer. Rejects when the file cannot be
 * read.
 */
export async function recognise(source: Source): Promise<Kind> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const first = kindOf(source.name, head, source.size);
  const isWhole = first !== "longer" && (!("prefix" in first) || first.prefix.dataOffset <= HEAD_BYTES);
  if (isWhole) return first as Kind;
  const more = await source.read(0, Math.min(PREFIX_READ_BYTES, source.size));
  const whole = kindOf(source.name, more, source.size);
  return whole === "longer" ? { kind: "other", look: "unknown" } : whole;
}
