/**
 * Reads little-endian fields one after the other and never past the end.
 *
 * Reading past the end gives zeros or nothing, and sets {@link ByteReader.isCut}. So a caller checks once at
 * the end of a structure, not after each field.
 */
import type { Bytes } from "../../core/bytes.ts";

export type ByteReader = {
  /** `length` bytes, a copy; none where there are not as many. */
  take(length: number): Bytes;
  u8(): number;
  u16(): number;
  u32(): number;
  /** As a number: above 2⁵³ not exact, which is above every bound. */
  u64(): number;
  at(): number;
  isCut(): boolean;
};

/** The number of up to 8 bytes, the lowest first. */
export function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
}

export function readerOf(bytes: Uint8Array): ByteReader {
  let at = 0;
  let isCut = false;
  const take = (length: number): Bytes => {
    isCut ||= length > bytes.length - at;
    if (isCut) return new Uint8Array(0);
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at));
  };
  const number = (length: number) => littleEndian(take(length));
  return {
    take,
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    u64: () => number(8),
    at: () => at,
    isCut: () => isCut,
  };
}

/** `value` in `length` bytes, the lowest first. */
export function toLittleEndian(value: number, length: number): Bytes {
  return Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
}
