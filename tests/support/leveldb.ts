/**
 * Reads LevelDB's two kinds of file (google/leveldb, doc/log_format.md and doc/table_format.md) without its
 * keys' order.
 */
import { unpackSnappy } from "./snappy.ts";

const LOG_BLOCK_BYTES = 32 * 1024;
const LOG_HEADER_BYTES = 7;
const FOOTER_BYTES = 48;
const TABLE_MAGIC = Buffer.from("57fb808b247547db", "hex");
/** Compression byte and checksum behind each block of a table. */
const BLOCK_TRAILER_BYTES = 5;

/**
 * The records of a log behind one another, without the header of each fragment; stops at what makes no sense.
 */
export function readLog(file: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0; start < file.length; start += LOG_BLOCK_BYTES) {
    const block = file.subarray(start, start + LOG_BLOCK_BYTES);
    let at = 0;
    while (at + LOG_HEADER_BYTES <= block.length) {
      const length = block.readUInt16LE(at + 4);
      const end = at + LOG_HEADER_BYTES + length;
      if (end > block.length) break;
      parts.push(block.subarray(at + LOG_HEADER_BYTES, end));
      at = end;
    }
  }
  return Buffer.concat(parts);
}

export function isTable(file: Buffer): boolean {
  return file.length >= FOOTER_BYTES && file.subarray(-8).equals(TABLE_MAGIC);
}

/** @returns the data blocks of a table, decompressed. @throws on damage or an unknown compression. */
export function readTable(file: Buffer): Buffer[] {
  const footer = file.length - FOOTER_BYTES;
  const metaIndex = readHandle(file, footer);
  const index = readHandle(file, metaIndex.end);
  return indexValues(readBlock(file, index)).map((value) => readBlock(file, readHandle(value, 0)));
}

type Handle = { offset: number; size: number; end: number };

function readHandle(buffer: Buffer, at: number): Handle {
  const offset = readVarint(buffer, at);
  const size = readVarint(buffer, offset.end);
  return { offset: offset.value, size: size.value, end: size.end };
}

function readVarint(buffer: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const byte = buffer.readUInt8(at + i);
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value, end: at + i + 1 };
  }
  throw new Error("LevelDB: number too long");
}

function readBlock(file: Buffer, { offset, size }: Handle): Buffer {
  if (offset + size + BLOCK_TRAILER_BYTES > file.length) throw new Error("LevelDB: block out of bounds");
  const block = file.subarray(offset, offset + size);
  const compression = file.readUInt8(offset + size);
  if (compression === 0) return block;
  if (compression !== 1) throw new Error(`LevelDB: unknown compression ${compression}`);
  const { bytes, whole } = unpackSnappy(block);
  if (!whole) throw new Error("LevelDB: damaged Snappy block");
  return bytes;
}

/**
 * Entries are `shared, unshared, length` as varints, the rest of the key, the value; restart points at the
 * end.
 */
function indexValues(block: Buffer): Buffer[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 * (restarts + 1);
  const values: Buffer[] = [];
  let at = 0;
  while (at < end) {
    const shared = readVarint(block, at);
    const unshared = readVarint(block, shared.end);
    const length = readVarint(block, unshared.end);
    const from = length.end + unshared.value;
    at = from + length.value;
    values.push(block.subarray(from, at));
  }
  return values;
}
