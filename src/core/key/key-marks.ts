/**
 * Keys whose rows carry their letters (`A: 9c1e 7f40 …`, with the sheet's two check characters or without),
 * or whose rows or groups are numbered. The letters of rows are digits too, so these come first: four rows
 * that each lack a digit would make 64 with their letters.
 */
import { groupsIn } from "./digit-lines.ts";
import { DIGITS_PER_GROUP, DIGITS_PER_ROW, KEY_DIGITS, placeOfGroup, ROWS } from "./key-rows.ts";
import type { KeyTextProblem } from "./key-text.ts";
import { rowCheck } from "./row-check.ts";

/** The hex digits of the keys that were found; null: this is no text of that form. */
export type Marked = { hexes: string[] } | { problem: KeyTextProblem } | null;

const CHECK_CHARACTERS = 2;
const LETTERED = /^\W*(?:(?:row|line)\s+)?([a-d])[\s:.)|\]=–-]+(?=\S)(.*)$/iu;
const NUMBERED = /^\W*(?:(?:row|line|group)\s+)?(\d{1,2})(?:[.:)|\]=–-]+\s*|\s+)(.*)$/iu;
/** The sheet says this before the two characters. */
const CHECK_WORD = /\bcheck\b:?/i;
const SEPARATORS = /[^0-9a-z?]+/giu;

/** A row's 16 digits, with its check or without. */
function readRow(row: number, text: string): { digits: string } | { problem: KeyTextProblem } {
  const all = text.replace(CHECK_WORD, " ").replace(SEPARATORS, "").toLowerCase();
  const digits = all.slice(0, DIGITS_PER_ROW);
  const wrong = /[^0-9a-f]/.exec(digits);
  if (wrong) {
    const group = Math.floor(wrong.index / DIGITS_PER_GROUP);
    const place = { row, group, position: wrong.index % DIGITS_PER_GROUP };
    return { problem: { kind: "wrong-character", place, character: wrong[0], suggestion: null } };
  }
  if (all.length === DIGITS_PER_ROW) return { digits };
  if (all.length !== DIGITS_PER_ROW + CHECK_CHARACTERS)
    return { problem: { kind: "row-length", row, count: all.length } };
  // Crockford's letters: what looks like 0 or 1 is one.
  const check = all.slice(DIGITS_PER_ROW).replace(/o/g, "0").replace(/[il]/g, "1");
  return rowCheck(row, digits) === check ? { digits } : { problem: { kind: "row-check", row } };
}

const isSpaced = (text: string): boolean => text.split(/\s+/).some((part) => part.length > 1);

function readRows(rows: readonly { row: number; text: string }[]): Marked {
  const hexes: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    const four = rows.slice(at, at + ROWS);
    const digits: string[] = [];
    for (let row = 0; row < ROWS; row++) {
      const same = four.filter((one) => one.row === row);
      if (same.length > 1) return { problem: { kind: "row-twice", row } };
      if (!same[0]) return { problem: { kind: "row-length", row, count: 0 } };
      const read = readRow(row, same[0].text);
      if ("problem" in read) return read;
      digits.push(read.digits);
    }
    hexes.push(digits.join(""));
  }
  return { hexes };
}

/** Rows that begin with their letters, in any order; four of them are a key. */
export function readLettered(lines: readonly string[]): Marked {
  const rows = lines.flatMap((line) => {
    const [, letter = "", text = ""] = LETTERED.exec(line) ?? [];
    return letter !== "" && isSpaced(text) ? [{ row: "ABCD".indexOf(letter.toUpperCase()), text }] : [];
  });
  const others = lines.filter((line) => !LETTERED.test(line) && (groupsIn(line)?.groups.length ?? 0) > 0);
  const letters = new Set(rows.map(({ row }) => row));
  // One row alone may be a key after a letter, or a sentence.
  if (rows.length < 2 || (letters.size < 2 && rows.length < ROWS) || others.length > 0) return null;
  return readRows(rows);
}

/** Four rows without letters, each with its check. */
export function readChecked(lines: readonly string[]): Marked {
  const plain = lines.map((line) => line.replace(CHECK_WORD, " ").trim()).filter((line) => line !== "");
  const isChecked = plain.every((line) => /^(?:[0-9a-f]{4}\W+){3}[0-9a-f]{4}\W+[0-9a-z]{2}$/i.test(line));
  if (!isChecked || plain.length === 0 || plain.length % ROWS !== 0) return null;
  return readRows(plain.map((text, i) => ({ row: i % ROWS, text })));
}

/** Rows or groups with numbers from 1 on, one a line or one after the other. */
export function readNumbered(lines: readonly string[]): Marked {
  const single = lines
    .flatMap((line) => line.split(/[\s,;]+(?=\d{1,2}[.)]\s)/))
    .filter((line) => /\S/.test(line));
  const parts = single.map((line) => NUMBERED.exec(line));
  const isInOrder = parts.every((part, i) => Number(part?.[1]) === i + 1);
  const count = parts.length;
  if (!isInOrder || count < ROWS || KEY_DIGITS % count !== 0 || count > 16) return null;
  const wanted = KEY_DIGITS / count;
  const digits: string[] = [];
  for (const [i, part] of parts.entries()) {
    const read = groupsIn(part?.[2] ?? "");
    if (!read) return null;
    const text = read.groups.join("");
    // A digit by itself is no numbered group.
    if (text.length < 2) return null;
    if (text.length !== wanted) return { problem: lengthProblem(count, i, text.length) };
    digits.push(text);
  }
  return { hexes: [digits.join("")] };
}

function lengthProblem(parts: number, index: number, count: number): KeyTextProblem {
  if (parts === ROWS) return { kind: "row-length", row: index, count };
  const first = (index * KEY_DIGITS) / parts / DIGITS_PER_GROUP;
  return { kind: "group-length", place: { ...placeOfGroup(first), position: 0 }, count };
}

/** Lines without the letters or numbers of their rows, for who looks for typos. */
export function withoutMarks(lines: readonly string[]): string[] {
  const letters = lines.map((line) => LETTERED.exec(line));
  const rows = letters.filter((found) => found !== null);
  const isLettered = rows.length > 1 && new Set(rows.map((found) => found[1]?.toUpperCase())).size > 1;
  if (isLettered)
    return letters.map((found, i) => {
      const row = found?.[2]?.replace(CHECK_WORD, " ").replace(SEPARATORS, "");
      return row === undefined ? (lines[i] ?? "") : row.slice(0, row.length - (row.length >= 18 ? 2 : 0));
    });
  const numbers = lines.map((line) => NUMBERED.exec(line));
  const isNumbered = lines.length > 3 && numbers.every((found, i) => Number(found?.[1]) === i + 1);
  return isNumbered ? numbers.map((found) => found?.[2] ?? "") : [...lines];
}
