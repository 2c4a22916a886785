/**
 * Reads a 64-digit key from what a person typed, pasted or dropped, and says exactly where it is wrong.
 *
 * Cleaning (docs/backup-files.md §1): NFKC; a leading label such as `64-digit key:` goes; white space, dashes,
 * zero-width and direction marks separate groups and go; lower case. What is then not one of 0–9 a–f is an
 * error with a place and a suggestion: nothing is ever changed into another digit.
 */

import { hexToBytes } from "../bytes.ts";
import type { BackupKey } from "./backup-key.ts";
import { DIGITS_PER_GROUP, GROUPS_PER_ROW, KEY_DIGITS, placeOfGroup, ROWS } from "./key-rows.ts";

/** Row 0–3, group 0–3 within it, position 0–3 within that. */
type DigitPlace = { row: number; group: number; position: number };

export type KeyTextProblem =
  | { kind: "wrong-character"; place: DigitPlace; character: string; suggestion: string | null }
  /** One written group is not of 4 characters although there are 16 of them. */
  | { kind: "group-length"; place: DigitPlace; count: number }
  | { kind: "too-short"; count: number }
  | { kind: "too-long"; count: number };

export type KeyTextReading = {
  /** Characters in each of the 16 groups, counted from the start, 0 to 4. */
  groupCounts: number[];
  /** All characters that stand for a digit, right or wrong. */
  count: number;
  /** Null while nothing is typed or when the key is whole. */
  problem: KeyTextProblem | null;
  key: BackupKey | null;
};

/** White space, dashes of all kinds, soft hyphen, zero-width and direction marks. */
const SEPARATORS =
  /[\s\p{Dash_Punctuation}\u2212\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]+/u;
/** A label ends with a colon and holds what no digit could be; all else before a colon is read as the key. */
const LABEL = /^(?=[^:\n]*[^\s:0-9a-f-])[^:\n]{0,60}:/i;
/** Longest input that is looked at; a label and a key with generous spacing fit many times. */
const MOST_CHARACTERS = 4096;

const LOOK_ALIKES: Record<string, string> = {
  o: "0",
  q: "0",
  i: "1",
  l: "1",
  "|": "1",
  "!": "1",
  z: "2",
  s: "5",
  g: "6",
  t: "7",
};

function placeOf(index: number): DigitPlace {
  return {
    ...placeOfGroup(Math.floor(index / DIGITS_PER_GROUP)),
    position: index % DIGITS_PER_GROUP,
  };
}

function firstProblem(groups: string[], characters: string[]): KeyTextProblem | null {
  const wrong = characters.findIndex((c) => !/[0-9a-f]/i.test(c));
  if (wrong >= 0 && wrong < KEY_DIGITS) {
    const character = characters[wrong] ?? "";
    return {
      kind: "wrong-character",
      place: placeOf(wrong),
      character,
      suggestion: LOOK_ALIKES[character.toLowerCase()] ?? null,
    };
  }
  const uneven = unevenGroup(groups);
  if (uneven !== null)
    return {
      kind: "group-length",
      place: placeOf(uneven * DIGITS_PER_GROUP),
      count: Array.from(groups[uneven] ?? "").length,
    };
  if (characters.length === KEY_DIGITS) return null;
  return { kind: characters.length < KEY_DIGITS ? "too-short" : "too-long", count: characters.length };
}

/**
 * The first group that stands out where the key is written in groups of 4: all 16 are there, or all others so
 * far have 4. Also when the sum is 64: one digit missing here and one too many there is two typos, not a key.
 */
function unevenGroup(groups: string[]): number | null {
  const isUneven = (group: string) => Array.from(group).length !== DIGITS_PER_GROUP;
  const isWhole = groups.length === ROWS * GROUPS_PER_ROW;
  const before = groups.slice(0, -1);
  const isGrouped = before.length > 1 && before.filter(isUneven).length === 1;
  const at = isWhole ? groups.findIndex(isUneven) : isGrouped ? before.findIndex(isUneven) : -1;
  return at >= 0 && groups.length <= ROWS * GROUPS_PER_ROW ? at : null;
}

/** Not cut to what might look like a key: it is not read at all. */
function tooLong(count: number): KeyTextReading {
  const groupCounts = new Array<number>(ROWS * GROUPS_PER_ROW).fill(DIGITS_PER_GROUP);
  return { groupCounts, count, problem: { kind: "too-long", count }, key: null };
}

/** Never throws, whatever the text. */
export function readKeyText(text: string): KeyTextReading {
  if (text.length > MOST_CHARACTERS) return tooLong(text.length);
  const plain = text.normalize("NFKC").trim().replace(LABEL, "");
  const groups = plain.split(SEPARATORS).filter((g) => g !== "");
  const characters = groups.flatMap((g) => Array.from(g));
  const count = characters.length;
  const groupCounts = Array.from({ length: ROWS * GROUPS_PER_ROW }, (_, i) =>
    Math.min(DIGITS_PER_GROUP, Math.max(0, count - i * DIGITS_PER_GROUP)),
  );
  const problem = count === 0 ? null : firstProblem(groups, characters);
  const key = count === KEY_DIGITS && problem === null ? hexToBytes(characters.join("").toLowerCase()) : null;
  return { groupCounts, count, problem, key };
}
