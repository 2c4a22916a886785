/**
 * KeePass databases: KDBX 4 is written; 4 and 3.1 are read.
 *
 * ```
 * 4:    header ‖ SHA-256(header) ‖ HMAC(header) ‖ blocks of ciphertext, each with its HMAC
 *       plaintext = [gzip of] inner header ‖ XML
 * 3.1:  header ‖ ciphertext;  plaintext = start bytes (32) ‖ blocks of [gzip of] XML, each with its hash
 * ```
 * Inner header: fields as in the outer one; 1 stream id (4), 2 stream key, 3 attachments. Source:
 * keepass.info/help/kb/kdbx.html, keepassxc `src/format/Kdbx4Reader.cpp`, `Kdbx3Reader.cpp`.
 *
 * Why not `kdbxweb`: it gives a file's XML to the browser's parser, entity declarations included; it unpacks
 * as many bytes as the file says; it is larger than the rest of this room; and this room already has what it
 * is made of (Argon2, ChaCha20, AES). The tests check our files with it and with KeePassXC.
 *
 * Not read: attachments, key files, hardware keys, Twofish, KeePass 1. A file that wants a key file besides
 * the password looks like one with a wrong password.
 */
import { chacha20 } from "@noble/ciphers/chacha.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { startInflate } from "../../backup/inflate.ts";
import { type Bytes, concatBytes, equalBytes, randomBytes, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { startCollecting } from "../collect.ts";
import { decodeText } from "../decode-text.ts";
import type { ExportEntry } from "../export-entry.ts";
import type { Found, ImportError } from "../found.ts";
import { readerOf, toLittleEndian } from "./byte-reader.ts";
import { readHashedBlocks, readHmacBlocks, writeHmacBlocks } from "./kdbx-blocks.ts";
import { type KdbxHeader, readFields, readKdbxHeader, writeField, writeKdbxHeader } from "./kdbx-header.ts";
import { blockHmacKey, deriveKdbxKeys, HEADER_BLOCK, isKdfPayable, type KdbxKeys } from "./kdbx-keys.ts";
import { CHACHA20_STREAM, type InnerStream } from "./kdbx-stream.ts";
import { readKdbxXml, writeKdbxXml } from "./kdbx-xml.ts";

const HASH_BYTES = 32;
const AES_BLOCK = 16;
const INNER = { end: 0, streamId: 1, streamKey: 2 } as const;
const STREAM_KEY_BYTES = 64;
/** The size limit, attachments included: nobody keeps a key in a database of half a gigabyte. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** RFC 9106 §4, as for the keyring: KeePass's own default of 1 MiB is weak. */
const KDF = { type: "argon2id", memoryKib: 65_536, iterations: 3, parallelism: 4 } as const;

async function aesKey(keys: KdbxKeys): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", keys.cipher, "AES-CBC", false, ["encrypt", "decrypt"]);
}

async function headerMac(header: Bytes, keys: KdbxKeys): Promise<Bytes> {
  const key = await blockHmacKey(HEADER_BLOCK, keys, "sign");
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, header));
}

/**
 * The file's bytes. @param password - as typed; takes half a second. Throws where 64 MiB are not to be had.
 */
export async function writeKdbx(entries: readonly ExportEntry[], password: string): Promise<Bytes> {
  const [masterSeed, iv, salt] = [randomBytes(32), randomBytes(AES_BLOCK), randomBytes(32)];
  const kdf = { ...KDF, salt };
  const header = writeKdbxHeader({ masterSeed, iv }, kdf);
  const keys = await deriveKdbxKeys(password, kdf, masterSeed);
  if (!keys) throw new RangeError("no memory for Argon2");
  const stream: InnerStream = { id: CHACHA20_STREAM, key: randomBytes(STREAM_KEY_BYTES) };
  const plain = concatBytes(
    writeField(INNER.streamId, toLittleEndian(stream.id, 4)),
    writeField(INNER.streamKey, stream.key),
    writeField(INNER.end, new Uint8Array(0)),
    writeKdbxXml(entries, stream),
  );
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-CBC", iv }, await aesKey(keys), plain),
  );
  const blocks = await writeHmacBlocks(sealed, keys);
  const file = concatBytes(header, sha256(header), await headerMac(header, keys), blocks);
  wipe(plain, keys.cipher, keys.hmacBase);
  return file;
}

/** Null where the padding is wrong: with ChaCha20 there is none. */
async function decipher(header: KdbxHeader, keys: KdbxKeys, sealed: Bytes): Promise<Bytes | null> {
  if (header.cipher === "chacha20") return chacha20(keys.cipher, header.iv, sealed);
  try {
    const key = await aesKey(keys);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: header.iv }, key, sealed));
  } catch {
    return null;
  }
}

/** The first 32 bytes alone: whether the password is right, however damaged the rest. */
async function decipherStart(header: KdbxHeader, keys: KdbxKeys, sealed: Bytes): Promise<Bytes | null> {
  const start = sealed.slice(0, HASH_BYTES);
  if (header.cipher === "chacha20") return decipher(header, keys, start);
  // WebCrypto wants padding: a block of it that belongs after these two.
  const iv = start.slice(-AES_BLOCK);
  const padding = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, await aesKey(keys), new Uint8Array(0));
  return decipher(header, keys, concatBytes(start, new Uint8Array(padding)));
}

async function unpack(header: KdbxHeader, packed: Bytes): Promise<Result<Bytes, "damaged" | "too-large">> {
  if (!header.isCompressed) return ok(packed);
  const parts: Bytes[] = [];
  let length = 0;
  let isTooLarge = false;
  const inflater = startInflate(async (piece) => {
    length += piece.length;
    isTooLarge = length > MOST_UNPACKED_BYTES;
    if (!isTooLarge) parts.push(piece);
  }, "gzip");
  for (let at = 0; at < packed.length && !isTooLarge; at += AES_BLOCK * 256) {
    if (!(await inflater.write(packed.subarray(at, at + AES_BLOCK * 256)))) break;
  }
  const isWhole = !isTooLarge && (await inflater.end());
  await inflater.stop();
  if (isTooLarge) return fail("too-large");
  return isWhole ? ok(concatBytes(...parts)) : fail("damaged");
}

type Content = { xml: Bytes; stream: InnerStream };

async function open4(header: KdbxHeader, keys: KdbxKeys, rest: Bytes): Promise<Result<Content, ImportError>> {
  const mac = rest.slice(HASH_BYTES, 2 * HASH_BYTES);
  if (!equalBytes(mac, await headerMac(header.bytes, keys))) return fail("wrong-password");
  const sealed = await readHmacBlocks(rest.subarray(2 * HASH_BYTES), keys);
  const packed = sealed && (await decipher(header, keys, sealed));
  if (!packed) return fail("damaged");
  const plain = await unpack(header, packed);
  if (!plain.ok) return plain;
  const reader = readerOf(plain.value);
  const fields = readFields(reader, () => reader.u32());
  const [id, key] = [fields?.get(INNER.streamId), fields?.get(INNER.streamKey)];
  if (id?.length !== 4 || !key) return fail("damaged");
  return ok({ xml: plain.value.slice(reader.at()), stream: { id: readerOf(id).u32(), key } });
}

async function open3(
  header: KdbxHeader,
  keys: KdbxKeys,
  sealed: Bytes,
): Promise<Result<Content, ImportError>> {
  const { startBytes, streamKey, stream } = header.version3 ?? {};
  if (!startBytes || !streamKey || stream === undefined) return fail("damaged");
  const start = await decipherStart(header, keys, sealed);
  if (!start || !equalBytes(start, startBytes)) return fail("wrong-password");
  const blocks = await decipher(header, keys, sealed);
  const packed = blocks && readHashedBlocks(blocks.subarray(HASH_BYTES));
  if (!packed) return fail("damaged");
  const xml = await unpack(header, packed);
  return xml.ok ? ok({ xml: xml.value, stream: { id: stream, key: streamKey } }) : xml;
}

/** The header, with all that can be told before a password is asked for. */
function readOuter(bytes: Uint8Array): Result<{ header: KdbxHeader; rest: Bytes }, ImportError> {
  const read = readKdbxHeader(bytes);
  if (!read.ok) return read;
  const header = read.value;
  const rest = Uint8Array.from(bytes.subarray(header.bytes.length));
  if (header.version3 === null) {
    const isWhole = rest.length >= 2 * HASH_BYTES;
    if (!isWhole || !equalBytes(rest.subarray(0, HASH_BYTES), sha256(header.bytes))) return fail("damaged");
  } else if (rest.length < 3 * AES_BLOCK || (header.cipher === "aes" && rest.length % AES_BLOCK !== 0)) {
    return fail("damaged");
  }
  return isKdfPayable(header.kdf) ? ok({ header, rest }) : fail("costly");
}

/**
 * Never throws, whatever the bytes. @param bytes - the whole file. @param password - as typed; may be empty.
 */
export async function readKdbx(bytes: Uint8Array, password: string): Promise<Result<Found, ImportError>> {
  const outer = readOuter(bytes);
  if (!outer.ok) return outer;
  const { header, rest } = outer.value;
  const keys = await deriveKdbxKeys(password, header.kdf, header.masterSeed);
  if (!keys) return fail("cannot-derive");
  const content = await (header.version3 ? open3 : open4)(header, keys, rest);
  wipe(keys.cipher, keys.hmacBase);
  if (!content.ok) return content;
  const xml = decodeText(content.value.xml);
  wipe(content.value.xml);
  if (!xml.ok) return fail("damaged");
  const items = readKdbxXml(xml.value, content.value.stream);
  if (!items.ok) return items;
  // KeePass keeps its keys in such a file.
  const collector = startCollecting("keepass");
  for (const item of items.value) collector.add(item);
  return collector.result();
}
