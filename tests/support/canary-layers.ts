/** What lies inside a profile's file: the file itself, and what its formats compress or cut up. */
import { basename } from "node:path";
import { constants, inflateRawSync } from "node:zlib";
import { isTable, readLog, readTable } from "./leveldb.ts";
import { isMozLz4, unpackMozLz4 } from "./lz4.ts";
import { unpackSnappy } from "./snappy.ts";

export type Layer = { name: string; bytes: Buffer };

/**
 * Snappy blocks inside other formats are found by how they begin:
 * - Firefox, IndexedDB: a structured clone, whose first 8 bytes 03 00 00 00 00 00 F1 FF (js/src/vm/StructuredClone.cpp)
 *   pack to the ones below, behind the block's length; before the last two stands how long the literal is
 *   that they begin, in 1 to 3 bytes.
 * - Chromium, IndexedDB: a value wrapped as FF 11 02 (third_party/blink/renderer/modules/indexeddb/idb_value_wrapping.h).
 *
 * SQLite keeps a value below its page's size (32 KiB in Firefox's IndexedDB) in one piece, in the database,
 * in its write-ahead log, and in pages that are free: so no reading of the b-tree is needed, and deleted rows
 * are seen too.
 */
const FIREFOX_CLONE = Buffer.from("0403000101", "hex");
const FIREFOX_CLONE_TAG = Buffer.from("f1ff", "hex");
const CHROMIUM_VALUE = Buffer.from("ff1102", "hex");
const GZIP = Buffer.from("1f8b08", "hex");
const GZIP_HEADER_BYTES = 10;
const GZIP_HAS_NAME = 0x08;
const MAX_GUNZIPPED_BYTES = 16 * 1024 * 1024;

export function layersOf(path: string, file: Buffer): Layer[] {
  const layers: Layer[] = [{ name: "file", bytes: file }];
  if (isMozLz4(file)) layers.push({ name: "mozLz4", bytes: unpackMozLz4(file) });
  if (/^(\d{6,}\.log|MANIFEST-\d+)$/.test(basename(path)))
    layers.push({ name: "LevelDB log", bytes: readLog(file) });
  if (isTable(file)) for (const bytes of readTable(file)) layers.push({ name: "LevelDB table", bytes });
  return layers.flatMap((layer) => [layer, ...embedded(layer)]);
}

function embedded({ name, bytes }: Layer): Layer[] {
  const layers: Layer[] = [];
  const add = (kind: string, found: Buffer) => {
    if (found.length > 0) layers.push({ name: `${kind} in ${name}`, bytes: found });
  };
  for (const at of places(bytes, FIREFOX_CLONE)) {
    const literal = at + FIREFOX_CLONE.length;
    if (bytes.subarray(literal + 1, literal + 5).includes(FIREFOX_CLONE_TAG))
      add("Snappy", unpackBefore(bytes, at));
  }
  for (const at of places(bytes, CHROMIUM_VALUE)) {
    add("Snappy", unpackSnappy(bytes, at + CHROMIUM_VALUE.length).bytes);
  }
  for (const at of places(bytes, GZIP)) add("gzip", gunzipFrom(bytes, at));
  return layers;
}

function* places(bytes: Buffer, needle: Buffer): Generator<number> {
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) yield at;
}

/**
 * The length in front has 1 to 4 bytes, all but the last with the high bit; take the longest that can be
 * read.
 */
function unpackBefore(bytes: Buffer, at: number): Buffer {
  let best: Buffer = Buffer.alloc(0);
  for (let lengthBytes = 1; lengthBytes <= Math.min(4, at); lengthBytes++) {
    if (lengthBytes > 1 && (bytes[at - lengthBytes] ?? 0) < 0x80) break;
    const unpacked = unpackSnappy(bytes, at - lengthBytes);
    if (unpacked.bytes.length > best.length) best = unpacked.bytes;
  }
  return best;
}

/** RFC 1952 §2.3. The deflate stream alone is read: after it may come anything, or it may be cut off. */
function gunzipFrom(bytes: Buffer, at: number): Buffer {
  const flags = bytes[at + 3] ?? 0xff;
  // Only plain members and those that name their file: nobody writes the other flags.
  if ((flags & ~GZIP_HAS_NAME) !== 0) return Buffer.alloc(0);
  const named = at + GZIP_HEADER_BYTES;
  const start = flags === 0 ? named : bytes.indexOf(0, named) + 1;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_GUNZIPPED_BYTES };
    return inflateRawSync(bytes.subarray(start), options);
  } catch {
    return Buffer.alloc(0);
  }
}
