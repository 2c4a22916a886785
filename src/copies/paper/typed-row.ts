/**
 * Reads one row of a recovery sheet as somebody types it: 16 digits and, if they like, its letter and its
 * check.
 *
 * With the check, one wrong character is found and named (the code has distance 3), two are noticed. Nothing
 * is changed: what the check suggests is shown. Without the check any 16 digits are a row.
 */
import { DIGITS_PER_GROUP, DIGITS_PER_ROW } from "../../core/key/key-rows.ts";
import { rowCheck } from "../../core/key/row-check.ts";
import { ROW_LETTERS } from "./sheet.ts";

export type TypedRow =
  /** `isChecked`: the check was typed too, and agrees. */
  | { kind: "whole"; digits: string; isChecked: boolean }
  | { kind: "empty" }
  /** Characters that stand for digits: too few, or neither 16 nor 18. */
  | { kind: "length"; count: number }
  /** Group 0–3, position 0–3; `character` in lower case. */
  | { kind: "wrong-character"; group: number; position: number; character: string }
  /** It begins with the letter of another row, or is one: 0–3. */
  | { kind: "other-row"; row: number }
  /**
   * The check does not agree. Where one character explains that: which digit it is and what it should be, or
   * `isInCheck`. Two typos can look like another one: it is a suggestion.
   */
  | {
      kind: "typo";
      isInCheck: boolean;
      suggestion: { group: number; position: number; digit: string } | null;
    };

const SEPARATORS = /[\s\p{Dash_Punctuation}\u2212\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff.:·|]+/gu;
const HEX = "0123456789abcdef";
const LETTERS = ROW_LETTERS.join("");
const CHECK_CHARACTERS = 2;
const MOST_CHARACTERS = 200;

const placeOf = (at: number) => ({
  group: Math.floor(at / DIGITS_PER_GROUP),
  position: at % DIGITS_PER_GROUP,
});

/** The rows that these digits and this check belong to. */
function rowsOf(digits: string, check: string): number[] {
  return ROW_LETTERS.flatMap((_, row) => (rowCheck(row, digits) === check ? [row] : []));
}

/** The one digit whose change makes the check agree; null also when it is the check itself that is wrong. */
function findTypo(row: number, digits: string, check: string): { at: number; digit: string } | null {
  for (let at = 0; at < DIGITS_PER_ROW; at++) {
    for (const digit of HEX) {
      const changed = digits.slice(0, at) + digit + digits.slice(at + 1);
      if (rowCheck(row, changed) === check) return { at, digit };
    }
  }
  return null;
}

const charactersOf = (text: string) => Array.from(text.replace(SEPARATORS, "").toLowerCase());
const isLength = (count: number) => count === DIGITS_PER_ROW || count === DIGITS_PER_ROW + CHECK_CHARACTERS;

/** The row's characters, without its letter where it is set apart. `a` is a digit too: the length decides. */
function split(plain: string): { all: string[]; letter: number } {
  const all = charactersOf(plain);
  const [start = "", letter = ""] = /^\s*([a-d])[\s:.)|]+/i.exec(plain) ?? [];
  const rest = charactersOf(plain.slice(start.length));
  if (letter === "" || (isLength(all.length) && !isLength(rest.length))) return { all, letter: -1 };
  return { all: rest, letter: LETTERS.indexOf(letter.toUpperCase()) };
}

/** Never throws. @param row - 0 to 3: the one that is being typed. */
export function readTypedRow(row: number, typed: string): TypedRow {
  const { all, letter } = split(typed.slice(0, MOST_CHARACTERS).normalize("NFKC"));
  if (all.length === 0) return { kind: "empty" };
  const wrong = all.slice(0, DIGITS_PER_ROW).findIndex((character) => !HEX.includes(character));
  if (wrong >= 0) return { kind: "wrong-character", ...placeOf(wrong), character: all[wrong] ?? "" };
  if (!isLength(all.length)) return { kind: "length", count: all.length };
  if (letter >= 0 && letter !== row) return { kind: "other-row", row: letter };

  const digits = all.slice(0, DIGITS_PER_ROW).join("");
  // Crockford's letters: what looks like 0 or 1 is one.
  const check = all.slice(DIGITS_PER_ROW).join("").replace(/o/g, "0").replace(/[il]/g, "1");
  if (check === "") return { kind: "whole", digits, isChecked: false };
  const rows = rowsOf(digits, check);
  if (rows.includes(row)) return { kind: "whole", digits, isChecked: true };
  const [other] = rows;
  if (other !== undefined) return { kind: "other-row", row: other };
  const right = rowCheck(row, digits);
  const isInCheck = Array.from(check).filter((character, i) => character !== right[i]).length === 1;
  const typo = findTypo(row, digits, check);
  return { kind: "typo", isInCheck, suggestion: typo && { ...placeOf(typo.at), digit: typo.digit } };
}
