/**
 * Looks for a GCM tag at every byte of a piece of ciphertext.
 *
 * The tag of everything before a byte is, with the hash Y of all whole blocks and the bytes P after them,
 * (Y xor P)·H² xor length·H xor E(J0) (NIST SP 800-38D §6.4, §7.1). Products are linear, so each byte more adds only
 * its own bits times H²: a product for each block, none for each byte. No branch depends on the key.
 */
import type { Bytes } from "../core/bytes.ts";
import { add, bytesOf, type Element, elementOf, multiply, timesVariable } from "./gf128.ts";
import { TAG_BYTES } from "./magic.ts";

/** What is known of everything before the piece. `mask`: E(J0). `length`: its bytes, a multiple of 16. */
export type Before = { h: Element; mask: Element; hash: Element; length: number };

/** x, and x times each further power of the variable: row i for bit i. */
function rowsOf(x: Element): Element[] {
  const rows = [x];
  while (rows.length < 128) rows.push(timesVariable(rows.at(-1) as Element));
  return rows;
}

/** Adds the rows of those bits of a byte that are set. */
function addByte(sum: Element, rows: readonly Element[], at: number, byte: number): void {
  for (let bit = 0; bit < 8; bit++) {
    const take = -((byte >> (7 - bit)) & 1);
    const row = rows[at * 8 + bit] as Element;
    for (let word = 0; word < 4; word++) sum[word] = (sum[word] as number) ^ ((row[word] as number) & take);
  }
}

/** @returns where in `next` the first tag stands that fits everything before it. Null: nowhere. */
export function searchTag(next: Bytes, { h, mask, hash, length }: Before): number | null {
  const [rows, squareRows] = [rowsOf(h), rowsOf(multiply(h, h))];
  let blocks = hash;
  for (let block = 0; block + TAG_BYTES <= next.length; block += 16) {
    const whole = multiply(blocks, h);
    const sum = multiply(whole, h);
    for (let at = block; at < block + 16 && at + TAG_BYTES <= next.length; at++) {
      const tag = at === block ? whole.slice() : sum.slice();
      const bits = (length + at) * 8;
      for (let byte = 0; byte < 7; byte++)
        addByte(tag, rows, 15 - byte, Math.floor(bits / 2 ** (8 * byte)) % 256);
      const found = bytesOf(add(tag, mask));
      if (found.every((byte, i) => byte === next[at + i])) return at;
      addByte(sum, squareRows, at - block, next[at] as number);
    }
    blocks = multiply(add(blocks, elementOf(next.subarray(block, block + 16))), h);
  }
  return null;
}
