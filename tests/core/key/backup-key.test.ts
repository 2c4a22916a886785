import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatBackupKey,
  generateBackupKey,
  keyIdOf,
  parseBackupKey,
} from "../../../src/core/key/backup-key.ts";
import { keyRows } from "../../../src/core/key/key-rows.ts";
import { rowCheck } from "../../../src/core/key/row-check.ts";
import { runs } from "../../support/all.ts";

const digits = fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 16, maxLength: 16 });

test("generated keys are 32 bytes and never the same twice", () => {
  const keys = Array.from({ length: 50 }, generateBackupKey);
  expect(keys.every((k) => k.length === 32)).toBe(true);
  expect(new Set(keys.map(formatBackupKey)).size).toBe(50);
});

test("a key survives its text form, and only the exact form is taken", () => {
  const hex = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
  const key = parseBackupKey(hex);
  expect(key && formatBackupKey(key)).toBe(hex);
  for (const bad of [hex.slice(1), `${hex}0`, hex.toUpperCase(), ` ${hex.slice(1)}`, ""])
    expect(parseBackupKey(bad)).toBeNull();
});

test("rows and groups are read row by row", () => {
  const hex = Array.from({ length: 16 }, (_, i) => i.toString(16).repeat(4)).join("");
  expect(keyRows(hex)).toEqual([
    ["0000", "1111", "2222", "3333"],
    ["4444", "5555", "6666", "7777"],
    ["8888", "9999", "aaaa", "bbbb"],
    ["cccc", "dddd", "eeee", "ffff"],
  ]);
});

// Computed once with Python's hashlib and a base 32 written by hand: docs/formats.md states the same pair.
test("the Key ID of the sample key is frozen", () => {
  const key = parseBackupKey("0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799");
  expect(key && keyIdOf(key)).toBe("djyx42ac");
});

test("row checks notice every single typo and every swap of neighbours, in every row", () => {
  fc.assert(
    fc.property(digits, fc.nat(3), fc.nat(15), fc.integer({ min: 1, max: 15 }), (d, row, at, delta) => {
      const right = rowCheck(row, d.join(""));
      const wrong = d.with(at, ((Number.parseInt(d[at] ?? "0", 16) + delta) % 16).toString(16));
      expect(rowCheck(row, wrong.join(""))).not.toBe(right);
      const next = (at + 1) % 16;
      const swapped = d.with(at, d[next] ?? "").with(next, d[at] ?? "");
      if (d[at] !== d[next]) expect(rowCheck(row, swapped.join(""))).not.toBe(right);
    }),
    { numRuns: runs(2000) },
  );
});

test("row checks notice any two typos, and a row written in another row's place", () => {
  fc.assert(
    fc.property(digits, digits, fc.nat(15), fc.nat(15), (d, other, i, j) => {
      const wrong = d.with(i, other[i] ?? "").with(j, other[j] ?? "");
      if (wrong.join("") !== d.join(""))
        expect(rowCheck(1, wrong.join(""))).not.toBe(rowCheck(1, d.join("")));
    }),
    { numRuns: runs(2000) },
  );
  const row = "0243579e34acb5f6";
  expect(new Set([0, 1, 2, 3].map((n) => rowCheck(n, row))).size).toBe(4);
});

test("a row check is of one of the four rows, and of sixteen digits", () => {
  const row = "0243579e34acb5f6";
  for (const [number, digits] of [
    [-1, row],
    [4, row],
    [0, row.slice(1)],
    [0, `${row}0`],
    [0, row.toUpperCase()],
  ] as const)
    expect(() => rowCheck(number, digits)).toThrow(RangeError);
});

test("row checks are frozen", () => {
  const hex = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
  expect([0, 1, 2, 3].map((n) => rowCheck(n, hex.slice(n * 16, n * 16 + 16)))).toEqual([
    "35",
    "jk",
    "xk",
    "4d",
  ]);
});
