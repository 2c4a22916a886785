/** Reads a raw Snappy block (google/snappy, format_description.txt). */

export type Unpacked = {
  /** What could be read. */
  bytes: Buffer;
  /** False when the block ended early or made no sense: `bytes` is then the part before that. */
  whole: boolean;
};

/** No block that a browser writes in one piece is larger; a wild length is not believed. */
const MAX_BYTES = 64 * 1024 * 1024;

/** @param at - where the block begins, with its length as a varint; it may be followed by anything. */
export function unpackSnappy(input: Uint8Array, at = 0): Unpacked {
  let from = at;
  let size = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = input[from++];
    if (byte === undefined || shift > 28) return { bytes: Buffer.alloc(0), whole: false };
    size += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  // The best ratio of the format is 64 bytes from 3.
  if (size > MAX_BYTES || size > (input.length - from) * 22) return { bytes: Buffer.alloc(0), whole: false };
  const output = Buffer.alloc(size);
  let to = 0;
  const stop = () => ({ bytes: output.subarray(0, to), whole: to === size });
  const little = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++) value += (input[from++] ?? 0) * 2 ** (8 * i);
    return value;
  };
  while (to < size) {
    const tag = input[from++];
    if (tag === undefined) return stop();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const length = (short < 60 ? short : little(short - 59)) + 1;
      if (from + length > input.length || to + length > size) return stop();
      output.set(input.subarray(from, from + length), to);
      from += length;
      to += length;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const offset = kind === 1 ? (tag >> 5) * 256 + little(1) : little(kind === 2 ? 2 : 4);
    if (from > input.length || offset === 0 || offset > to || to + length > size) return stop();
    // Byte by byte: source and target may overlap, which repeats a pattern.
    for (let i = 0; i < length; i++, to++) output[to] = output[to - offset] ?? 0;
  }
  return stop();
}
