/**
 * Backup files of every shape, made with Node's own cryptography and none of `src/backup`.
 *
 * Layouts: docs/backup-files.md §4. Everything that a test does not name is noise.
 */
import { createCipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { deflateSync } from "node:zlib";

export type Bytes = Uint8Array<ArrayBuffer>;

export const plain = (bytes: Uint8Array): Bytes => Uint8Array.from(bytes);
const md5 = (bytes: Uint8Array): Buffer => createHash("md5").update(bytes).digest();

let noises = 0;
/**
 * Bytes that look random and are the same in every run: under one wrong key in some 2,000 a file begins as if
 * it could be zlib, which is rightly no "not its key", and a test must not meet that once a week.
 */
export function noise(length: number): Buffer {
  const counter = Buffer.alloc(16);
  counter.writeUInt32BE(++noises);
  return createCipheriv("aes-256-ctr", Buffer.alloc(32, "noise"), counter).update(Buffer.alloc(length));
}

const hkdf = (key: Uint8Array, info: Uint8Array | string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "", info, length));
const fileKeyOf = (key: Uint8Array): Buffer => hkdf(key, "backup encryption", 32);

/** A base-128 number of any size; `length`: padded to as many bytes. */
export function varint(value: number, length = 1): Buffer {
  const out: number[] = [];
  let rest = value;
  do {
    out.push(rest % 128);
    rest = Math.floor(rest / 128);
  } while (rest > 0 || out.length < length);
  return Buffer.from(out.map((byte, i) => (i < out.length - 1 ? byte | 0x80 : byte)));
}

export const number = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);
export const bytes = (field: number, content: Uint8Array | string): Buffer => {
  const body = Buffer.from(content as Uint8Array);
  return Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
};

export type Shape = {
  kind?: "crypt15" | "crypt14" | "crypt12";
  iv?: Uint8Array;
  /** BackupPrefix field 6; null: absent. */
  keyType?: number | null;
  appVersion?: string;
  phoneEnding?: string;
  /** Raw fields before and after the usual ones. */
  before?: Uint8Array;
  after?: Uint8Array;
  /** Length of the header message: an unknown field fills it up, behind the others or before them. */
  headerBytes?: number;
  fillerFirst?: boolean;
  payload?: Uint8Array;
  /** Deflated before it is sealed; `level` and `windowBits` decide the two header bytes. */
  zlib?: { level?: number; windowBits?: number } | false;
  footer?: "tag+md5" | "tag";
};

function messageOf(shape: Shape, iv: Uint8Array): Buffer {
  const { kind = "crypt15", keyType = 3, appVersion = "2.26.34.7", phoneEnding = "42" } = shape;
  const fields = [
    shape.before ?? Buffer.alloc(0),
    number(1, kind === "crypt14" ? 0 : 1),
    kind === "crypt14" ? bytes(2, Buffer.concat([number(1, 1), bytes(5, iv)])) : bytes(3, bytes(1, iv)),
    bytes(4, Buffer.concat([bytes(1, appVersion), bytes(3, phoneEnding), number(5, 1)])),
    keyType === null || kind === "crypt14" ? Buffer.alloc(0) : number(6, keyType),
    shape.after ?? Buffer.alloc(0),
  ];
  const message = Buffer.concat(fields);
  const missing = (shape.headerBytes ?? message.length) - message.length;
  if (missing === 0) return message;
  const filler = fillerOf(missing);
  return Buffer.concat(shape.fillerFirst ? [filler, message] : [message, filler]);
}

/**
 * Field 15, which nobody knows, `length` bytes in all: its tag, its own length (padded where it must be),
 * zeros.
 */
function fillerOf(length: number): Buffer {
  for (let prefix = 2; prefix < 6; prefix++) {
    const own = varint(length - prefix, prefix - 1);
    if (own.length === prefix - 1)
      return Buffer.concat([Buffer.of(15 * 8 + 2), own, Buffer.alloc(length - prefix)]);
  }
  throw new Error(`no field of ${length} bytes`);
}

function headerOf(shape: Shape, iv: Uint8Array): Buffer {
  if (shape.kind === "crypt12") return Buffer.concat([Buffer.of(0, 1, 2), noise(48), iv]);
  const message = messageOf(shape, iv);
  return Buffer.concat([varint(message.length), message]);
}

export function sealGcm(key: Uint8Array, iv: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** @param key - the 64-digit key's 32 bytes, or for crypt12 and crypt14 the AES key itself. */
export function makeBackup(key: Uint8Array, shape: Shape = {}): Bytes {
  const {
    kind = "crypt15",
    iv = noise(16),
    payload = makeDatabase(2),
    zlib = {},
    footer = "tag+md5",
  } = shape;
  const fileKey = kind === "crypt15" ? fileKeyOf(key) : key;
  const content = zlib === false ? payload : deflateSync(payload, zlib as Parameters<typeof deflateSync>[1]);
  const whole = Buffer.concat([headerOf(shape, iv), sealGcm(fileKey, iv, content)]);
  const sum = footer === "tag" ? Buffer.alloc(0) : md5(whole);
  return plain(Buffer.concat([whole, sum, Buffer.from(kind === "crypt12" ? "--42" : "")]));
}

/** Pages of 4,096 bytes with a header as SQLite writes it, else noise: nothing to compress. */
export function makeDatabase(pages: number): Bytes {
  const database = noise(pages * 4096);
  database.write("SQLite format 3\0", "latin1");
  database.writeUInt16BE(4096, 16);
  database.writeUInt32BE(pages, 28);
  return plain(database);
}

/** Cloud media and its description, by their names. */
export function makeMedia(key: Uint8Array, content: Uint8Array, json: string) {
  const hash = noise(32);
  const raw = hkdf(key, hash, 48);
  const name = `${hash.toString("hex").toUpperCase()}.mcrypt1`;
  const iv = noise(16);
  const cbc = createCipheriv("aes-256-cbc", hkdf(key, "metadata encryption", 32), iv);
  const ciphertext = Buffer.concat([cbc.update(json), cbc.final()]);
  const hmac = createHmac("sha256", hkdf(key, "metadata authentication", 32))
    .update(iv)
    .update(ciphertext);
  const metadata = Buffer.concat([Buffer.of(16), iv, Buffer.of(32), hmac.digest(), ciphertext]);
  return {
    name,
    media: plain(sealGcm(raw.subarray(0, 32), raw.subarray(32), content)),
    metadataName: `${name}-metadata`,
    metadata: plain(Buffer.from(metadata.toString("base64"))),
  };
}

/** One bit changed. */
export function flip(file: Uint8Array, at: number): Bytes {
  const changed = plain(file);
  changed[at] = (changed[at] ?? 0) ^ 0x10;
  return changed;
}

/** The last 16 bytes made right for everything before them. */
export function withMd5(file: Uint8Array): Bytes {
  const body = file.subarray(0, -16);
  return plain(Buffer.concat([body, md5(body)]));
}
