/** Several rows pasted at once: split if it is clear which is which, and left alone if not. */
import { describe, expect, test } from "vitest";
import { spreadRows } from "../../../src/copies/paper/pasted-rows.ts";
import { ROW_LETTERS } from "../../../src/copies/paper/sheet.ts";
import { readTypedRow } from "../../../src/copies/paper/typed-row.ts";
import { keyRows } from "../../../src/core/key/key-rows.ts";
import { rowCheck } from "../../../src/core/key/row-check.ts";
import { HEX } from "../../support/export-sources.ts";

const ROWS = keyRows(HEX).map((groups) => groups.join(" "));
const CHECKS = keyRows(HEX).map((groups, row) => rowCheck(row, groups.join("")));
const sheet = (line: (row: number) => string, order = [0, 1, 2, 3]) => order.map(line).join("\n");

/** What the boxes make of it: digits, and whether the check was there. */
function read(text: string) {
  return spreadRows(text)?.map((row, at) => {
    const reading = row === null ? null : readTypedRow(at, row);
    return reading?.kind === "whole" ? [reading.digits, reading.isChecked] : reading;
  });
}
const all = (isChecked: boolean) => ROWS.map((row) => [row.replaceAll(" ", ""), isChecked]);

describe("all four", () => {
  test.each([
    ["64 digits in one line", HEX, false],
    ["in groups, as the phone shows them", ROWS.join(" "), false],
    ["16 lines", ROWS.join(" ").replaceAll(" ", "\n"), false],
    ["four lines", sheet((row) => ROWS[row] ?? ""), false],
    ["four lines with checks", sheet((row) => `${ROWS[row]} ${CHECKS[row]}`), true],
    [
      "as the sheet prints them",
      sheet((row) => `${ROW_LETTERS[row]}\t${ROWS[row]}\tcheck ${CHECKS[row]}`),
      true,
    ],
    [
      "with letters, in another order",
      sheet((row) => `${ROW_LETTERS[row]}: ${ROWS[row]}`, [2, 0, 3, 1]),
      false,
    ],
    ["with small letters, empty lines between", sheet((row) => `\n${"abcd"[row]}) ${ROWS[row]}\r\n`), false],
  ])("%s", (_, text, isChecked) => expect(read(text)).toEqual(all(isChecked)));
});

test("two rows with letters go where they belong, and leave the others", () => {
  expect(spreadRows(`D ${ROWS[3]}\nB ${ROWS[1]}`)).toEqual([null, ROWS[1], null, ROWS[3]]);
});

test("a typo in a row is spread as it stands", () => {
  const wrong = sheet((row) => (row === 1 ? `x${ROWS[1]?.slice(1)}` : (ROWS[row] ?? "")));
  expect(read(wrong)?.[1]).toMatchObject({ kind: "wrong-character", group: 0, position: 0 });
});

test("four rows that each lack a digit are no key, although their letters are digits too", () => {
  const short = sheet((row) => `${ROW_LETTERS[row]} ${ROWS[row]?.slice(0, -1)}`);
  expect(short.replace(/\s/g, "")).toHaveLength(64);
  expect(read(short)).toEqual(ROWS.map(() => ({ kind: "length", count: 15 })));
});

test.each([
  ["one row", ROWS[0] ?? ""],
  ["one row with its letter", `A ${ROWS[0]}`],
  ["nothing", ""],
  ["three rows without letters", ROWS.slice(1).join("\n")],
  ["five lines", [...ROWS, "0000"].join("\n")],
  ["the same letter twice", `A ${ROWS[0]}\nA ${ROWS[1]}`],
  ["letters on some lines only", `A ${ROWS[0]}\n${ROWS[1]}\n${ROWS[2]}\n${ROWS[3]}`],
  ["a long text", `${HEX}\n`.repeat(20)],
])("%s is left to the box", (_, text) => expect(spreadRows(text)).toBeNull());
