/**
 * How large a picture says it is, read from its first bytes, before a browser is asked to decode it: a file
 * of a few kilobytes can claim a gigabyte of pixels.
 *
 * PNG (ISO/IEC 15948 §11.2.2), JPEG (ITU-T T.81 annex B), WebP (RFC 9649 §2): what phones and screenshots
 * write. Nothing else is looked at, and nothing is decoded here.
 */

export type PictureSize = { width: number; height: number };
/** What is said of a file that is not decoded at all. */
export type PictureProblem = "too-large" | "not-a-picture";

/** A phone's largest photo takes less, and a picture of a key needs no more. */
export const MOST_PICTURE_BYTES = 50_000_000;
/** Decoded, four bytes each: 256 MiB at most. Photos of 50 million pixels pass. */
export const MOST_PIXELS = 1 << 26;
/** Longer side of what our decoder looks at. */
export const MOST_SIDE = 2048;
/** The size of a JPEG stands behind colour profiles, previews and depth maps. */
export const HEADER_BYTES = 4_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = 0x49484452;
const RIFF = 0x52494646;
const WEBP = 0x57454250;
/** The three kinds of WebP: `VP8 `, `VP8L`, `VP8X`. */
const LOSSY = 0x56503820;
const LOSSLESS = 0x5650384c;
const EXTENDED = 0x56503858;

function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 24 || view.getUint32(12) !== IHDR) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Markers without a length: TEM, RST0 to RST7, SOI. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const SCAN = 0xda;
const END = 0xd9;

function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // 0xff before a marker is padding.
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else if (marker === SCAN || marker === END || marker === 0) return null;
    else at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
}

function webpSize(view: DataView): PictureSize | null {
  if (view.byteLength < 30 || view.getUint32(8) !== WEBP) return null;
  const kind = view.getUint32(12);
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (kind === EXTENDED) return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === LOSSY)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== LOSSLESS) return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/**
 * @param start - up to {@link HEADER_BYTES} from the file. @returns null: no picture that is read here. Never
 * throws.
 */
export function readPictureSize(start: Uint8Array): PictureSize | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (PNG.every((byte, i) => start[i] === byte)) return pngSize(view);
  if (start[0] === 0xff && start[1] === 0xd8) return jpegSize(view);
  if (start.length >= 12 && view.getUint32(0) === RIFF) return webpSize(view);
  return null;
}

/** The size at which its longer side is `side` at most, at least one pixel each way. */
export function fitInto({ width, height }: PictureSize, side: number): PictureSize {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
