/**
 * Cloud media and its metadata.
 *
 * ```
 * .mcrypt1            ciphertext | tag 16       key and IV from the 64-digit key and the file's name (`derive.ts`)
 * .mcrypt1-metadata   base64( 10 | IV 16 | 20 | MAC 32 | AES-256-CBC of JSON, PKCS #7 )
 * ```
 * MAC = HMAC-SHA-256 of IV ‖ ciphertext. Source: docs/backup-files.md §4, after ElDavoo/wa-crypt-tools.
 */
import { type Bytes, concatBytes, fromBase64 } from "../core/bytes.ts";
import { safePath } from "./names.ts";

export type Metadata = { iv: Bytes; mac: Bytes; ciphertext: Bytes };

/** Longest metadata file that is looked at; real ones have some 300 bytes. */
export const LONGEST_METADATA = 65_536;

/** Reads a metadata file; null when it is not built like one. */
export function readMetadata(file: Uint8Array): Metadata | null {
  if (file.length > LONGEST_METADATA) return null;
  const bytes = fromBase64(String.fromCharCode(...file).trim());
  if (bytes?.[0] !== 16 || bytes[17] !== 32) return null;
  const ciphertext = bytes.slice(50);
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) return null;
  return { iv: bytes.slice(1, 17), mac: bytes.slice(18, 50), ciphertext };
}

export type MetadataAnswer =
  | { answer: "right-key"; json: string }
  /** The MAC does not fit, but what comes out can be read. */
  | { answer: "damaged" }
  | { answer: "not-its-key" };

/** So many readable blocks show the right key: under a wrong one each is readable by a chance of 2⁻²². */
const READABLE_BLOCKS = 2;

function readableBlocks(plaintext: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 16 <= plaintext.length; at += 16)
    if (plaintext.subarray(at, at + 16).every((byte) => byte >= 0x20 && byte < 0x7f)) count += 1;
  return count;
}

/**
 * Decrypts CBC without checking the padding, which WebCrypto cannot do. So a block is added that decrypts to
 * 16 bytes of padding, and WebCrypto takes that one away.
 */
async function decryptBlocks(rawKey: Bytes, iv: Bytes, ciphertext: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", rawKey, "AES-CBC", false, ["encrypt", "decrypt"]);
  const last = ciphertext.slice(-16);
  const padding = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0)),
  );
  const all = concatBytes(ciphertext, padding);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, key, all));
}

/** @param keys - 64 bytes: encryption key ‖ authentication key, as `deriveFor` gives them. */
export async function tryMetadata(keys: Bytes, { iv, mac, ciphertext }: Metadata): Promise<MetadataAnswer> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const macKey = await crypto.subtle.importKey("raw", keys.slice(32), hmac, false, ["verify"]);
  const isWhole = await crypto.subtle.verify("HMAC", macKey, mac, concatBytes(iv, ciphertext));
  const plaintext = await decryptBlocks(keys.slice(0, 32), iv, ciphertext);
  if (!isWhole) return { answer: readableBlocks(plaintext) >= READABLE_BLOCKS ? "damaged" : "not-its-key" };
  const padding = plaintext.at(-1) ?? 0;
  return {
    answer: "right-key",
    json: new TextDecoder().decode(plaintext.subarray(0, -padding || undefined)),
  };
}

/** What a metadata's JSON says of its file. Each is null where it says nothing that can be used. */
export type Described = {
  /** Below `Media/`, which all media lie in: folders by `/`, each part made safe. */
  path: string | null;
  /** Milliseconds since 1970. */
  modifiedAtMs: number | null;
  /** Of the opened file: its bytes, and 32 lower-case hex characters. */
  size: number | null;
  md5: string | null;
};

const NOTHING: Described = { path: null, modifiedAtMs: null, size: null, md5: null };
const PATHS = ["name", "fileName", "file_name", "filePath", "file_path", "path"];

export function readDescription(json: string): Described {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return NOTHING;
  }
  if (typeof parsed !== "object" || parsed === null) return NOTHING;
  const said = parsed as Record<string, unknown>;
  const { updateTime, sizeBytes, md5Hash } = parsed as Record<
    "updateTime" | "sizeBytes" | "md5Hash",
    unknown
  >;
  const path = PATHS.map((name) => said[name]).find((value) => typeof value === "string" && value !== "");
  const below = typeof path === "string" ? path.replace(/^[/\\]*Media[/\\]+/i, "") : "";
  const atMs = typeof updateTime === "string" ? Date.parse(updateTime) : Number.NaN;
  return {
    path: /[^/\\.\s]/.test(below) ? safePath(below) : null,
    modifiedAtMs: Number.isFinite(atMs) ? atMs : null,
    size: typeof sizeBytes === "number" ? sizeBytes : null,
    md5: typeof md5Hash === "string" && /^[0-9a-f]{32}$/.test(md5Hash) ? md5Hash : null,
  };
}
