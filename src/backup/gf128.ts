/**
 * Products in GF(2¹²⁸) as GHASH has them: NIST SP 800-38D §6.3, polynomial 1 + x + x² + x⁷ + x¹²⁸, bit 0 the
 * highest bit of byte 0.
 *
 * An element is four 32-bit words, the highest bits first. No branch depends on an operand, because operands
 * come from the key.
 */
import type { Bytes } from "../core/bytes.ts";

export type Element = Uint32Array<ArrayBuffer>;

const REDUCTION = 0xe1000000;

export function elementOf(bytes: Uint8Array): Element {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return Uint32Array.of(view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12));
}

export function bytesOf(element: Element): Bytes {
  const view = new DataView(new ArrayBuffer(16));
  for (let i = 0; i < 4; i++) view.setUint32(i * 4, element[i] as number);
  return new Uint8Array(view.buffer);
}

export function add(a: Element, b: Element): Element {
  return a.map((word, i) => word ^ (b[i] as number));
}

/** The element 1: the highest bit alone. */
export const ONE: Element = Uint32Array.of(0x80000000, 0, 0, 0);

export function multiply(x: Element, y: Element): Element {
  let [v0, v1, v2, v3] = y as unknown as [number, number, number, number];
  let [z0, z1, z2, z3] = [0, 0, 0, 0];
  for (let i = 0; i < 128; i++) {
    const take = -(((x[i >> 5] as number) >>> (31 - (i & 31))) & 1);
    z0 ^= v0 & take;
    z1 ^= v1 & take;
    z2 ^= v2 & take;
    z3 ^= v3 & take;
    const reduce = -(v3 & 1) & REDUCTION;
    v3 = (v3 >>> 1) | (v2 << 31);
    v2 = (v2 >>> 1) | (v1 << 31);
    v1 = (v1 >>> 1) | (v0 << 31);
    v0 = (v0 >>> 1) ^ reduce;
  }
  return Uint32Array.of(z0, z1, z2, z3);
}

/** x times the polynomial's variable: every bit one place further. */
export function timesVariable(x: Element): Element {
  const [v0, v1, v2, v3] = x as unknown as [number, number, number, number];
  const reduce = -(v3 & 1) & REDUCTION;
  return Uint32Array.of(
    (v0 >>> 1) ^ reduce,
    (v1 >>> 1) | (v0 << 31),
    (v2 >>> 1) | (v1 << 31),
    (v3 >>> 1) | (v2 << 31),
  );
}

/** xⁿ for a whole n from 0 to 2³². */
export function power(x: Element, n: number): Element {
  let result = ONE;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** x⁻¹ = x^(2¹²⁸ − 2), the product of x^(2ⁱ) for i from 1 to 127. */
export function inverse(x: Element): Element {
  let result = ONE;
  let square = x;
  for (let i = 1; i < 128; i++) {
    square = multiply(square, square);
    result = multiply(result, square);
  }
  return result;
}
