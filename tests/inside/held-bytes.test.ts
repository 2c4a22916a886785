import { expect, test } from "vitest";
import { holdBytes } from "../../src/inside/held-bytes.ts";

test("gives back what was written in pieces of any size, and nothing once it is forgotten", () => {
  const all = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 7 + (i >> 8)) & 0xff);
  const held = holdBytes();
  for (let at = 0, size = 1; at < all.length; at += size, size = (size * 3 + 1) % 700_001)
    held.write(all.subarray(at, at + size));
  const pages = held.pages();
  expect(pages.size).toBe(all.length);
  for (const [at, length] of [
    [0, 10],
    [1_048_570, 4096],
    [2_000_000, 1_000_000],
  ] as const) {
    const into = new Uint8Array(length);
    pages.read(at, into);
    expect(Buffer.from(into).equals(all.subarray(at, at + length))).toBe(true);
  }
  held.forget();
  const into = new Uint8Array(16);
  pages.read(0, into);
  expect(into.every((byte) => byte === 0)).toBe(true);
});
