/**
 * Reads a 64-digit key from what a person typed, pasted or dropped, and says exactly where it is wrong. The
 * one reader of key text: of pages, of the command line, of codes.
 *
 * `key-forms.ts` decides what is a key. If nothing is, the place of the typo is looked for here: NFKC; a
 * leading label such as `64-digit key:` goes; white space, punctuation and invisible marks separate groups
 * and go. What is then not one of 0–9 a–f is an error with a place and a suggestion: nothing is ever changed
 * into another digit.
 */

import { hexToBytes } from "../bytes.ts";
import type { BackupKey } from "./backup-key.ts";
import { SEPARATORS } from "./digit-lines.ts";
import { readForms } from "./key-forms.ts";
import { DIGITS_PER_GROUP, GROUPS_PER_ROW, KEY_DIGITS, placeOfGroup, ROWS } from "./key-rows.ts";

/** Row 0–3, group 0–3 within it, position 0–3 within that. */
type DigitPlace = { row: number; group: number; position: number };

export type KeyTextProblem =
  | { kind: "wrong-character"; place: DigitPlace; character: string; suggestion: string | null }
  /** One written group is not of 4 characters although there are 16 of them. */
  | { kind: "group-length"; place: DigitPlace; count: number }
  | { kind: "too-short"; count: number }
  | { kind: "too-long"; count: number }
  /** A lettered or numbered row, 0 to 3; `count` 0: it is missing. */
  | { kind: "row-length"; row: number; count: number }
  | { kind: "row-twice"; row: number }
  /** The two check characters do not agree with the row's digits. */
  | { kind: "row-check"; row: number }
  /** Where one key is wanted. */
  | { kind: "several-keys"; count: number }
  | { kind: "password" }
  /** 64 digits and a file's name behind them. */
  | { kind: "hash-list" }
  /** WhatsApp's own key file, for crypt12 and crypt14. */
  | { kind: "crypt14-key" }
  | { kind: "sixtyfour-file" }
  /** Bytes that are no text and no key file. */
  | { kind: "not-text"; bytes: number }
  /** A long text, and nothing in it is a key. */
  | { kind: "no-key" }
  /** 64 digits that could be read in more than one way: a label may be one of them. */
  | { kind: "unclear" };

/** What `key-forms.ts` leaves to be named here: so many digits that are no key. */
export type FormProblem = KeyTextProblem | { kind: "typo"; count: number };

export type KeyTextReading = {
  /** Characters in each of the 16 groups, counted from the start, 0 to 4. */
  groupCounts: number[];
  /** All characters that stand for a digit, right or wrong. */
  count: number;
  /** Null while nothing is typed or when the key is whole. */
  problem: KeyTextProblem | null;
  key: BackupKey | null;
};

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

/** The digit that a character looks like, as `O` looks like 0; null for all others. */
export function similarDigit(character: string): string | null {
  const lower = character.toLowerCase();
  return Object.hasOwn(LOOK_ALIKES, lower) ? (LOOK_ALIKES[lower] as string) : null;
}

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
      suggestion: similarDigit(character),
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

const SYMBOLS = /[^\p{L}\p{N}\s]/u;
/** A password of WhatsApp has 6 characters or more; a key with typos is longer, and has few other letters. */
const SHORTEST_PASSWORD = 6;
const LONGEST_PASSWORD = 40;
const MOST_LIKE_DIGITS = 0.75;

/** One line, much too short for a key, with more than a few typos. */
function looksLikePassword(text: string): boolean {
  const characters = Array.from(text.trim());
  const digits = characters.filter((character) => /[0-9a-f]/i.test(character)).length;
  const { length } = characters;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD || /[\n\r:=]/.test(text.trim())) return false;
  const others = characters.filter((character) => SYMBOLS.test(character) && !SEPARATORS.test(character));
  const isWord = digits < length * MOST_LIKE_DIGITS;
  return digits < length && (isWord || others.some((character) => similarDigit(character) === null));
}

/** More text than any key with typos has. */
const LONGEST_TYPO = 400;

/** Where the typo is in text that no form fits. */
function readTypo(plain: string, problem: FormProblem | null): KeyTextReading {
  const groups = plain
    .trim()
    .replace(LABEL, "")
    .split(SEPARATORS)
    .filter((group) => group !== "");
  const characters = groups.flatMap((group) => Array.from(group));
  const count = characters.length;
  const groupCounts = Array.from({ length: ROWS * GROUPS_PER_ROW }, (_, i) =>
    Math.min(DIGITS_PER_GROUP, Math.max(0, count - i * DIGITS_PER_GROUP)),
  );
  // Where the groups show the place, it is named.
  const named = problem?.kind === "typo" || problem?.kind === "unclear" ? null : problem;
  if (named) return { groupCounts, count, problem: named, key: null };
  if (looksLikePassword(plain)) return { groupCounts, count, problem: { kind: "password" }, key: null };
  if (plain.length > LONGEST_TYPO && count > 2 * KEY_DIGITS)
    return { groupCounts, count, problem: { kind: "no-key" }, key: null };
  const first = count === 0 ? null : firstProblem(groups, characters);
  return { groupCounts, count, problem: first ?? (count === 0 ? null : { kind: "unclear" }), key: null };
}

/** Every key in a text, in order. Never throws. */
export function readKeysInText(text: string): BackupKey[] {
  return readForms(text.normalize("NFKC")).hexes.map(hexToBytes);
}

/** Reads one key. Never throws, whatever the text. */
export function readKeyText(text: string): KeyTextReading {
  if (text.length > MOST_CHARACTERS) return tooLong(text.length);
  const plain = text.normalize("NFKC");
  const { hexes, problem } = readForms(plain);
  const different = [...new Set(hexes)];
  const [hex] = different;
  if (hex === undefined) return readTypo(plain, problem);
  const groupCounts = new Array<number>(ROWS * GROUPS_PER_ROW).fill(DIGITS_PER_GROUP);
  const count = different.length;
  if (count > 1)
    return { groupCounts, count: KEY_DIGITS, problem: { kind: "several-keys", count }, key: null };
  return { groupCounts, count: KEY_DIGITS, problem: null, key: hexToBytes(hex) };
}
