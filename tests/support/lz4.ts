/**
 * Reads Firefox's mozLz4 files: `mozLz40\0`, the size as 32-bit little endian, one LZ4 block
 * (lz4_Block_format.md).
 */

const MAGIC = Buffer.from("mozLz40\0", "latin1");

export function isMozLz4(file: Buffer): boolean {
  return file.subarray(0, MAGIC.length).equals(MAGIC);
}

/** @throws when the file is cut or damaged. */
export function unpackMozLz4(file: Buffer): Buffer {
  if (!isMozLz4(file) || file.length < 12) throw new Error("not a mozLz4 file");
  return unpackLz4Block(file.subarray(12), file.readUInt32LE(8));
}

/** @throws when the block is cut or damaged. */
export function unpackLz4Block(input: Uint8Array, size: number): Buffer {
  const output = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const next = () => {
    const byte = input[from++];
    if (byte === undefined) throw new Error("LZ4 block ends early");
    return byte;
  };
  const extend = (nibble: number) => {
    let length = nibble;
    if (nibble === 15) {
      let more = 255;
      while (more === 255) {
        more = next();
        length += more;
      }
    }
    return length;
  };
  while (from < input.length) {
    const token = next();
    const literals = extend(token >> 4);
    if (from + literals > input.length || to + literals > size) throw new Error("LZ4 literals too long");
    output.set(input.subarray(from, from + literals), to);
    from += literals;
    to += literals;
    // The last sequence has literals only.
    if (from === input.length) break;
    const offset = next() + next() * 256;
    const length = extend(token & 15) + 4;
    if (offset === 0 || offset > to || to + length > size) throw new Error("LZ4 match out of bounds");
    for (let i = 0; i < length; i++, to++) output[to] = output[to - offset] ?? 0;
  }
  if (to !== size) throw new Error("LZ4 block ends early");
  return output;
}
