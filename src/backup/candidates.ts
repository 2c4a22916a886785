/**
 * The keys that a mistyped key may have been: every key that is one common typo away from the typed digits.
 *
 * Rows and counts: docs/backup-files.md §7. A candidate is the 64 digits as values 0 to 15 in one array that
 * is used again for the next, so that half a million of them cost no memory.
 */
import { DIGITS_PER_GROUP, GROUPS_PER_ROW, KEY_DIGITS, ROWS } from "../core/key/key-rows.ts";

/** The rows of the search, in the order in which they are tried. */
export const TYPOS = [
  "unreadable", // one group or up to two characters given as `?`
  "one-extra",
  "one-missing",
  "neighbours-swapped",
  "columns",
  "groups-swapped",
  "one-wrong",
  "any-two-swapped",
  "two-wrong",
] as const;
export type Typo = (typeof TYPOS)[number];

/** An unreadable digit. */
export const UNREADABLE = -1;

/** What was typed: 63 to 65 digits, each 0 to 15 or {@link UNREADABLE}. */
export type Typed = readonly number[];

/** Reads what was typed; white space and dashes are left out. Null: nothing that can be searched. */
export function readTyped(text: string): Typed | null {
  const digits = text.toLowerCase().replace(/[^0-9a-f?]/g, "");
  if (digits.length < KEY_DIGITS - 1 || digits.length > KEY_DIGITS + 1) return null;
  const typed = [...digits].map((digit) => (digit === "?" ? UNREADABLE : Number.parseInt(digit, 16)));
  return typosFor(typed).length > 0 ? typed : null;
}

function unreadableAt(typed: Typed): number[] {
  return typed.flatMap((digit, i) => (digit === UNREADABLE ? [i] : []));
}

/** One whole group, or up to two characters. */
function isSearchable(places: readonly number[]): boolean {
  if (places.length <= 2) return true;
  const first = places[0] as number;
  return (
    places.length === DIGITS_PER_GROUP &&
    first % DIGITS_PER_GROUP === 0 &&
    places.every((place, i) => place === first + i)
  );
}

/** The rows that apply to what was typed: a digit too few rules out swaps, for example. */
export function typosFor(typed: Typed): Typo[] {
  const places = unreadableAt(typed);
  if (places.length > 0) return typed.length === KEY_DIGITS && isSearchable(places) ? ["unreadable"] : [];
  if (typed.length === KEY_DIGITS + 1) return ["one-extra"];
  if (typed.length === KEY_DIGITS - 1) return ["one-missing"];
  return TYPOS.filter((typo) => !["unreadable", "one-extra", "one-missing"].includes(typo));
}

const PAIRS = (KEY_DIGITS * (KEY_DIGITS - 1)) / 2;
const GROUPS = ROWS * GROUPS_PER_ROW;
const COUNTS: Record<Exclude<Typo, "unreadable">, number> = {
  "one-extra": KEY_DIGITS + 1,
  "one-missing": KEY_DIGITS * 16,
  "neighbours-swapped": KEY_DIGITS - 1,
  columns: 1,
  "groups-swapped": (GROUPS * (GROUPS - 1)) / 2,
  "one-wrong": KEY_DIGITS * 15,
  "any-two-swapped": PAIRS,
  "two-wrong": PAIRS * 225,
};

/** How many candidates a row has. */
export function countOf(typed: Typed, typo: Typo): number {
  return typo === "unreadable" ? 16 ** unreadableAt(typed).length : COUNTS[typo];
}

/** The n-th pair of `size` things, 0 ≤ first < second < size. */
function pairAt(n: number, size: number): [number, number] {
  let rest = n;
  for (let first = 0; ; first++) {
    const others = size - 1 - first;
    if (rest < others) return [first, first + 1 + rest];
    rest -= others;
  }
}

function swap(digits: Uint8Array, a: number, b: number, length = 1): void {
  for (let i = 0; i < length; i++) {
    const held = digits[a + i] as number;
    digits[a + i] = digits[b + i] as number;
    digits[b + i] = held;
  }
}

/** Another digit than the one that stands there: `n` from 0 to 14. */
function change(digits: Uint8Array, at: number, n: number): void {
  digits[at] = ((digits[at] as number) + 1 + n) % 16;
}

function groupsByColumns(typed: Typed, into: Uint8Array): void {
  for (let group = 0; group < GROUPS; group++) {
    const from = (group % ROWS) * GROUPS_PER_ROW + Math.floor(group / ROWS);
    for (let i = 0; i < DIGITS_PER_GROUP; i++)
      into[group * DIGITS_PER_GROUP + i] = typed[from * DIGITS_PER_GROUP + i] as number;
  }
}

/**
 * How each row makes its n-th candidate from the typed digits. If there are 64 of them, `into` already holds
 * them.
 */
const WRITERS: Record<Typo, (into: Uint8Array, n: number, typed: Typed) => void> = {
  unreadable(into, n, typed) {
    let rest = n;
    for (const place of unreadableAt(typed)) {
      into[place] = rest % 16;
      rest = Math.floor(rest / 16);
    }
  },
  "one-extra"(into, n, typed) {
    into.set(typed.filter((_, i) => i !== n));
  },
  "one-missing"(into, n, typed) {
    const at = Math.floor(n / 16);
    into.set(typed.slice(0, at));
    into[at] = n % 16;
    into.set(typed.slice(at), at + 1);
  },
  "neighbours-swapped": (into, n) => swap(into, n, n + 1),
  columns: (into, _, typed) => groupsByColumns(typed, into),
  "groups-swapped"(into, n) {
    const [a, b] = pairAt(n, GROUPS);
    swap(into, a * DIGITS_PER_GROUP, b * DIGITS_PER_GROUP, DIGITS_PER_GROUP);
  },
  "one-wrong": (into, n) => change(into, Math.floor(n / 15), n % 15),
  "any-two-swapped"(into, n) {
    const [a, b] = pairAt(n, KEY_DIGITS);
    swap(into, a, b);
  },
  "two-wrong"(into, n) {
    const [a, b] = pairAt(Math.floor(n / 225), KEY_DIGITS);
    change(into, a, Math.floor((n % 225) / 15));
    change(into, b, n % 15);
  },
};

/**
 * Writes one candidate.
 *
 * @param n - from 0 to before {@link countOf}.
 * @param into - 64 digits, all of them written.
 */
export function writeCandidate(typed: Typed, typo: Typo, n: number, into: Uint8Array): void {
  if (typed.length === into.length) into.set(typed);
  WRITERS[typo](into, n, typed);
}

/** 64 digits as 32 bytes. */
export function packDigits(digits: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < into.length; i++)
    into[i] = ((digits[2 * i] as number) << 4) | (digits[2 * i + 1] as number);
}
