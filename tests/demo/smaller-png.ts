/**
 * Makes a screenshot small enough for a repository: at most 256 colours, packed as well as zlib can. Reads only
 * the PNG that Chromium writes: 8-bit RGB, not interlaced.
 */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const MAGIC_LENGTH = 8;
const PIXEL_BYTES = 3;

type Chunk = { type: string; data: Buffer };

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = MAGIC_LENGTH; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function chunkBytes({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** PNG §9.4: the value that a byte is predicted to have, from the bytes to the left, above, and above left. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) =>
    Math.abs(left + above - corner - one),
  ) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The bytes of the pixels, each row behind a 0 that says that it has no filter. */
function unfiltered(filtered: Buffer, width: number): Buffer {
  const stride = width * PIXEL_BYTES + 1;
  const rows = Buffer.from(filtered);
  for (let start = 0; start < rows.length; start += stride) {
    const filter = rows[start] ?? 0;
    rows[start] = 0;
    for (let x = 1; x < stride; x++) {
      const at = start + x;
      const hasLeft = x > PIXEL_BYTES;
      const left = hasLeft ? (rows[at - PIXEL_BYTES] ?? 0) : 0;
      const above = rows[at - stride] ?? 0;
      const corner = hasLeft ? (rows[at - stride - PIXEL_BYTES] ?? 0) : 0;
      rows[at] = (rows[at] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return rows;
}

type Colour = readonly [red: number, green: number, blue: number];

const distance = (one: Colour, other: Colour): number =>
  one.reduce((sum, part, at) => sum + (part - (other[at] ?? 0)) ** 2, 0);

/** The 256 colours that are there most often, and one byte a pixel: the number of the nearest of them. */
function withPalette(rows: Buffer, width: number): { palette: Buffer; indexed: Buffer } {
  const stride = width * PIXEL_BYTES + 1;
  const height = rows.length / stride;
  const pixelAt = (row: number, column: number) =>
    rows.readUIntBE(row * stride + 1 + column * PIXEL_BYTES, 3);
  const partsOf = (pixel: number): Colour => [pixel >> 16, (pixel >> 8) & 0xff, pixel & 0xff];

  const counts = new Map<number, number>();
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const pixel = pixelAt(row, column);
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    }
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([pixel]) => pixel);
  const palette = byCount.slice(0, 256).map(partsOf);
  const numbers = new Map(
    byCount.map((pixel) => {
      const distances = palette.map((colour) => distance(colour, partsOf(pixel)));
      return [pixel, distances.indexOf(Math.min(...distances))] as const;
    }),
  );

  const indexed = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      indexed[row * (width + 1) + 1 + column] = numbers.get(pixelAt(row, column)) ?? 0;
  return { palette: Buffer.from(palette.flat()), indexed };
}

export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = Buffer.from(chunks.find(({ type }) => type === "IHDR")?.data ?? []);
  if (header.length !== 13 || header.readUInt32BE(8) !== 0x0802_0000 || header[12] !== 0)
    throw new Error("no 8-bit RGB picture");
  const width = header.readUInt32BE(0);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const { palette, indexed } = withPalette(unfiltered(inflateSync(packed), width), width);
  header[9] = 3; // the pixels are numbers of the palette's colours
  const written: Chunk[] = [
    { type: "IHDR", data: header },
    { type: "PLTE", data: palette },
    { type: "IDAT", data: deflateSync(indexed, { level: 9, memLevel: 9 }) },
    { type: "IEND", data: Buffer.alloc(0) },
  ];
  return Buffer.concat([png.subarray(0, MAGIC_LENGTH), ...written.map(chunkBytes)]);
}
