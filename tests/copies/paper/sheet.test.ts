/** Paper and voice: what the sheet holds, how its rows are read back, and how a key is read out. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAlong } from "../../../src/copies/paper/read-along.ts";
import { sheetOf } from "../../../src/copies/paper/sheet.ts";
import { readTypedRow } from "../../../src/copies/paper/typed-row.ts";
import { bytesToHex } from "../../../src/core/bytes.ts";
import { keyRows } from "../../../src/core/key/key-rows.ts";
import { rowCheck } from "../../../src/core/key/row-check.ts";
import { HEX, keyIdOfHex, sourceOf } from "../../support/export-sources.ts";

test("the sheet holds every digit in its place, checks, and what it opens", () => {
  expect(sheetOf(sourceOf())).toEqual({
    rows: [
      { letter: "A", groups: ["0243", "579e", "34ac", "b5f6"], check: rowCheck(0, HEX.slice(0, 16)) },
      { letter: "B", groups: ["0905", "5458", "b1eb", "501b"], check: rowCheck(1, HEX.slice(16, 32)) },
      { letter: "C", groups: ["28fa", "3a1d", "82b6", "865a"], check: rowCheck(2, HEX.slice(32, 48)) },
      { letter: "D", groups: ["c8cb", "3381", "056c", "8799"], check: rowCheck(3, HEX.slice(48)) },
    ],
    keyId: keyIdOfHex(HEX),
    label: "Pixel 8",
    phoneEnding: "34",
    note: "",
    savedOn: "2026-11-23",
    origin: "whatsapp",
    hex: HEX,
  });
});

describe("a typed row", () => {
  const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex);
  const row = fc.integer({ min: 0, max: 3 });
  const rowOf = (hex: string, at: number) => hex.slice(at * 16, at * 16 + 16);
  const grouped = (digits: string) => digits.match(/.{4}/g)?.join(" ") ?? "";

  test("is whole however it is written, with or without letter and check", () => {
    fc.assert(
      fc.property(key, row, (hex, at) => {
        const digits = rowOf(hex, at);
        const check = rowCheck(at, digits);
        const letter = "ABCD".charAt(at);
        for (const text of [
          `${letter}  ${grouped(digits)}  ${check}`,
          `${digits}${check}`,
          `${letter.toLowerCase()}: ${digits.toUpperCase()} ${check.toUpperCase()}`,
          Array.from(digits + check).join(" "),
        ])
          expect(readTypedRow(at, text), text).toEqual({ kind: "whole", digits, isChecked: true });
        for (const text of [digits, `${letter}. ${grouped(digits)}`, Array.from(digits).join("-")])
          expect(readTypedRow(at, text), text).toEqual({ kind: "whole", digits, isChecked: false });
      }),
    );
  });

  test("with any one digit wrong: that digit is named, and what it was", () => {
    fc.assert(
      fc.property(
        key,
        row,
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (hex, at, place, by) => {
          const digits = rowOf(hex, at);
          const digit = digits.charAt(place);
          const wrong = ((Number.parseInt(digit, 16) + by) % 16).toString(16);
          const typed = digits.slice(0, place) + wrong + digits.slice(place + 1) + rowCheck(at, digits);
          expect(readTypedRow(at, typed)).toMatchObject({
            kind: "typo",
            suggestion: { group: Math.floor(place / 4), position: place % 4, digit },
          });
        },
      ),
    );
  });

  test("with two digits wrong, or two swapped: never whole", () => {
    fc.assert(
      fc.property(key, row, fc.integer({ min: 0, max: 14 }), (hex, at, place) => {
        const digits = rowOf(hex, at);
        const [a = "", b = ""] = [digits[place], digits[place + 1]];
        fc.pre(a !== b);
        const swapped = digits.slice(0, place) + b + a + digits.slice(place + 2);
        expect(readTypedRow(at, swapped + rowCheck(at, digits)).kind).not.toBe("whole");
      }),
    );
  });

  test("of another place, by its letter or by its check", () => {
    const [, second = []] = keyRows(HEX);
    const digits = second.join("");
    expect(readTypedRow(0, `B ${digits}`)).toEqual({ kind: "other-row", row: 1 });
    expect(readTypedRow(0, digits + rowCheck(1, digits))).toEqual({ kind: "other-row", row: 1 });
  });

  test("with a typo in the check alone", () => {
    const digits = HEX.slice(0, 16);
    const check = rowCheck(0, digits);
    const wrong = check.charAt(0) + (check.charAt(1) === "5" ? "6" : "5");
    expect(readTypedRow(0, digits + wrong)).toEqual({ kind: "typo", isInCheck: true, suggestion: null });
  });

  test("that is not one", () => {
    const digits = HEX.slice(0, 16);
    expect(readTypedRow(0, " \n")).toEqual({ kind: "empty" });
    expect(readTypedRow(0, digits.slice(1))).toEqual({ kind: "length", count: 15 });
    expect(readTypedRow(0, `${digits}1`)).toEqual({ kind: "length", count: 17 });
    expect(readTypedRow(0, `O${digits.slice(1)}`)).toEqual({
      kind: "wrong-character",
      group: 0,
      position: 0,
      character: "o",
    });
    fc.assert(
      fc.property(row, fc.string({ unit: "binary" }), (at, text) => {
        readTypedRow(at, text);
      }),
    );
  });
});

test("read along: sixteen groups in order, a word for each digit", () => {
  const steps = readAlong(HEX);
  expect(steps.map(({ digits }) => digits).join("")).toBe(HEX);
  expect(steps.map(({ row, group }) => row + group).join(" ")).toBe(
    "A1 A2 A3 A4 B1 B2 B3 B4 C1 C2 C3 C4 D1 D2 D3 D4",
  );
  expect(steps[2]?.words).toEqual(["three", "four", "Alfa", "Charlie"]);
  const all = readAlong("0123456789abcdef".repeat(4)).flatMap(({ words }) => words);
  expect(new Set(all).size).toBe(16);
});
