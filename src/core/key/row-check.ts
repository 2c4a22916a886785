/**
 * Two check characters for each row of 16 digits.
 *
 * A shortened Reed–Solomon code over GF(32) (x⁵ + x² + 1, α = 2) with the symbols
 * row number (0–3) ‖ 16 digits (0–15) ‖ check₁ ‖ check₂, chosen so that Σ sᵢ = 0 and Σ αⁱ·sᵢ = 0.
 * Distance 3: every one or two wrong digits are noticed, swapped neighbours and swapped rows included.
 * Written in Crockford's base 32 (no i, l, o, u). Reed, Solomon 1960; the layout is ours: docs/formats.md.
 */
import { DIGITS_PER_ROW, ROWS } from "./key-rows.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const FIELD_POLYNOMIAL = 0b100101;
const FIRST_CHECK = 1 + DIGITS_PER_ROW;

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 4; bit >= 0; bit--) {
    product <<= 1;
    if (product & 32) product ^= FIELD_POLYNOMIAL;
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

function power(exponent: number): number {
  let value = 1;
  for (let i = 0; i < exponent; i++) value = multiply(value, 2);
  return value;
}

/** a³⁰ = a⁻¹, as a³¹ = 1 for every a but 0. */
function invert(a: number): number {
  let value = 1;
  for (let i = 0; i < 30; i++) value = multiply(value, a);
  return value;
}

/** @param row - 0 to 3. @param digits - 16 lower-case hex characters. @returns 2 characters. */
export function rowCheck(row: number, digits: string): string {
  if (row < 0 || row >= ROWS || !/^[0-9a-f]{16}$/.test(digits)) throw new RangeError("not a row of a key");
  const symbols = [row, ...Array.from(digits, (d) => Number.parseInt(d, 16))];
  const sum = symbols.reduce((s, v) => s ^ v, 0);
  const weighted = symbols.reduce((s, v, i) => s ^ multiply(v, power(i)), 0);
  const [a, b] = [power(FIRST_CHECK), power(FIRST_CHECK + 1)];
  const second = multiply(weighted ^ multiply(a, sum), invert(a ^ b));
  return ALPHABET.charAt(sum ^ second) + ALPHABET.charAt(second);
}
