/** Writes the formats that the canary search reads, as small as its tests need them. */

/**
 * A Snappy block: repeated stretches of 4 to 60 bytes as copies with 2-byte offsets, all else as literals.
 */
export function packSnappy(input: Buffer): Buffer {
  const parts = [varint(input.length)];
  for (const { literal, offset, length } of sequences(input, 60)) {
    for (let at = 0; at < literal.length; at += 60) {
      const piece = literal.subarray(at, at + 60);
      parts.push(Buffer.from([(piece.length - 1) << 2]), piece);
    }
    if (length > 0) parts.push(Buffer.from([((length - 1) << 2) | 2, offset & 255, offset >> 8]));
  }
  return Buffer.concat(parts);
}

/** An LZ4 block. */
export function packLz4(input: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (const { literal, offset, length } of sequences(input, 1000)) {
    const match = Math.max(length - 4, 0);
    parts.push(Buffer.from([(Math.min(literal.length, 15) << 4) | Math.min(match, 15)]));
    parts.push(lz4Extra(literal.length), literal);
    if (length > 0) parts.push(Buffer.from([offset & 255, offset >> 8]), lz4Extra(match));
  }
  return Buffer.concat(parts);
}

export function packMozLz4(input: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(input.length);
  return Buffer.concat([Buffer.from("mozLz40\0"), size, packLz4(input)]);
}

/** A LevelDB log of one record, in fragments of 32 KiB blocks (checksums left 0). */
export function packLog(record: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < record.length; at += 32_761) {
    const piece = record.subarray(at, at + 32_761);
    const header = Buffer.alloc(7);
    header.writeUInt16LE(piece.length, 4);
    const isLast = at + piece.length === record.length;
    header[6] = at === 0 ? (isLast ? 1 : 2) : isLast ? 4 : 3;
    parts.push(header, piece);
  }
  return Buffer.concat(parts);
}

/** A LevelDB table with one data block, of the given compression (0 none, 1 Snappy). */
export function packTable(data: Buffer, compression = 1): Buffer {
  const block = compression === 1 ? packSnappy(data) : data;
  const trailer = (kind: number) => Buffer.from([kind, 0, 0, 0, 0]);
  const handle = (offset: number, size: number) => Buffer.concat([varint(offset), varint(size)]);
  const value = handle(0, block.length);
  const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]);
  const index = Buffer.concat([
    varint(0),
    varint(1),
    varint(value.length),
    Buffer.from("k"),
    value,
    restarts,
  ]);
  const footer = Buffer.alloc(48);
  handle(0, 0).copy(footer);
  handle(block.length + 5, index.length).copy(footer, 2);
  Buffer.from("57fb808b247547db", "hex").copy(footer, 40);
  return Buffer.concat([block, trailer(compression), index, trailer(0), footer]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

function lz4Extra(length: number): Buffer {
  if (length < 15) return Buffer.alloc(0);
  return Buffer.from([...new Array<number>(Math.floor((length - 15) / 255)).fill(255), (length - 15) % 255]);
}

type Sequence = { literal: Buffer; offset: number; length: number };

/** Greedy: the latest place with the same 4 bytes, as long as it goes on; the last sequence has no match. */
function sequences(input: Buffer, maxLength: number): Sequence[] {
  const seen = new Map<number, number>();
  const found: Sequence[] = [];
  let start = 0;
  let at = 0;
  while (at + 12 < input.length) {
    const word = input.readUInt32LE(at);
    const from = seen.get(word);
    seen.set(word, at);
    if (from === undefined || at - from > 65_535) {
      at++;
      continue;
    }
    let length = 4;
    while (
      length < maxLength &&
      at + length + 5 < input.length &&
      input[from + length] === input[at + length]
    )
      length++;
    found.push({ literal: input.subarray(start, at), offset: at - from, length });
    at += length;
    start = at;
  }
  return [...found, { literal: input.subarray(start), offset: 0, length: 0 }];
}
