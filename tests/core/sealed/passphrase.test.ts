/** How long a passphrase may be, and how one is drawn. */
import { afterEach, expect, test, vi } from "vitest";
import {
  generatePassphrase,
  isPassphraseLength,
  LONGEST_PASSPHRASE,
  SHORTEST_PASSPHRASE,
} from "../../../src/core/sealed/passphrase.ts";

afterEach(() => vi.restoreAllMocks());

/** The generator of random bytes gives these two bytes, then those. */
function drawing(...pairs: [high: number, low: number][]): void {
  const left = pairs[Symbol.iterator]();
  vi.spyOn(crypto, "getRandomValues").mockImplementation((bytes) => {
    (bytes as unknown as Uint8Array).set(left.next().value ?? []);
    return bytes;
  });
}

test("the shortest and the longest passphrase are taken, counted in characters and not in bytes", () => {
  for (const [length, isTaken] of [
    [SHORTEST_PASSPHRASE - 1, false],
    [SHORTEST_PASSPHRASE, true],
    [LONGEST_PASSPHRASE, true],
    [LONGEST_PASSPHRASE + 1, false],
  ] as const)
    expect(isPassphraseLength("🔑".repeat(length))).toBe(isTaken);
});

test("as many words as wanted are drawn, by both bytes of each draw", () => {
  const words = Array.from({ length: 1024 }, (_, i) => `word${i}`);
  drawing([0, 0], [1, 2], [3, 255], [4, 5]);
  expect(generatePassphrase(words, 4)).toBe("word0-word258-word1023-word5");
});

test("a draw that would make some words likelier is thrown away", () => {
  // 65,536 is 3 × 21,845 + 1: the last draw would be a second chance for the first word.
  drawing([255, 255], [255, 254]);
  expect(generatePassphrase(["a", "b", "c"], 1)).toBe("c");
});

test("a list without words, or with more than two bytes can number, is a bug", () => {
  expect(() => generatePassphrase([], 1)).toThrow(RangeError);
  expect(() => generatePassphrase(Array(65_537).fill("a"), 1)).toThrow(RangeError);
  expect(generatePassphrase(Array(65_536).fill("a"), 2)).toBe("a-a");
});
