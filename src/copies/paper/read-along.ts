/**
 * The key read out, one group at a time, for whoever types it into a phone.
 *
 * Digits by their names, a–f by the words of the ICAO spelling alphabet: `b`, `c`, `d` and `e` sound alike.
 */
import { keyRows } from "../../core/key/key-rows.ts";
import { ROW_LETTERS, type RowLetter } from "./sheet.ts";

/** ICAO Annex 10, Volume II, 5.2.1.3, with `Alfa` as it is written there. */
const WORDS: Record<string, string> = {
  0: "zero",
  1: "one",
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
  9: "nine",
  a: "Alfa",
  b: "Bravo",
  c: "Charlie",
  d: "Delta",
  e: "Echo",
  f: "Foxtrot",
};

export type ReadAlongStep = {
  row: RowLetter;
  /** 1 to 4 within the row. */
  group: number;
  /** 4 digits, and a word for each. */
  digits: string;
  words: string[];
};

/** 16 steps, in the order of the phone's boxes. @param hex - 64 characters. */
export function readAlong(hex: string): ReadAlongStep[] {
  return keyRows(hex).flatMap((groups, row) =>
    groups.map((digits, group) => ({
      row: ROW_LETTERS[row] ?? "A",
      group: group + 1,
      digits,
      words: Array.from(digits, (digit) => WORDS[digit] ?? digit),
    })),
  );
}
