/**
 * The keys that a mistyped key may have been: every key that is one common typo away from the typed digits.
 *
 * Rows and counts: docs/backup-files.md §7. A candidate is the 64 digits as values 0 to 15 in one array that
 * is used again for the next, so that half a million of them cost no memory.
 */
import { DIGITS_PER_GROUP, DIGITS_PER_ROW, GROUPS_PER_ROW, KEY_DIGITS, ROWS } from "../core/key/key-rows.ts";
import { similarDigit } from "../core/key/key-text.ts";
import { typedCharacters } from "../core/key/typed-digits.ts";

/** The rows of a whole key: 64 digits. */
const OF_WHOLE = [
  "look-alikes", // 8 and B, and what was read as a digit because it looks like one
  "byte-order",
  "rows-exchanged",
  "neighbours-swapped",
  "columns",
  "groups-swapped",
  "one-wrong",
  "any-two-swapped",
  "two-wrong",
] as const;

/** The rows of the search, in the order in which they are tried. */
export const TYPOS = [
  "unreadable", // one group or up to two characters given as `?`
  "part-extra", // a group or a row twice
  "one-extra",
  "two-extra",
  "one-missing",
  ...OF_WHOLE,
  "two-missing",
  "group-missing",
] as const;
export type Typo = (typeof TYPOS)[number];

/** An unreadable digit. */
export const UNREADABLE = -1;

/** What was typed: 60 to 80 digits, each 0 to 15 or {@link UNREADABLE}. */
export type Typed = readonly number[];

export type TypedText = {
  /** Null: nothing that can be searched. */
  typed: Typed | null;
  /** Characters that stand for digits, right or wrong. */
  count: number;
  /** Characters that were taken for the digit that they look like. */
  replaced: number;
};

/**
 * Reads what was typed, in any form that `core/key` reads. A character that looks like a digit is taken for
 * it (O for 0, l for 1), any other is unreadable.
 */
export function readTypedText(text: string): TypedText {
  const characters = typedCharacters(text);
  const similar = characters.map((one) => (/[0-9a-f?]/i.test(one) ? null : similarDigit(one)));
  const typed = characters.map((one, i) => {
    const digit = similar[i] ?? one;
    return /[0-9a-f]/i.test(digit) ? Number.parseInt(digit, 16) : UNREADABLE;
  });
  const replaced = similar.filter((digit) => digit !== null).length;
  return { typed: typosFor(typed).length > 0 ? typed : null, count: characters.length, replaced };
}

/** {@link readTypedText}, the digits alone. */
export function readTyped(text: string): Typed | null {
  return readTypedText(text).typed;
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

/** The rows of other lengths. */
const BY_LENGTH: Readonly<Record<number, Typo>> = {
  [KEY_DIGITS - DIGITS_PER_GROUP]: "group-missing",
  [KEY_DIGITS - 2]: "two-missing",
  [KEY_DIGITS - 1]: "one-missing",
  [KEY_DIGITS + 1]: "one-extra",
  [KEY_DIGITS + 2]: "two-extra",
  [KEY_DIGITS + DIGITS_PER_GROUP]: "part-extra",
  [KEY_DIGITS + DIGITS_PER_ROW]: "part-extra",
};

/** The rows that apply to what was typed: a digit too few rules out swaps, for example. */
export function typosFor(typed: Typed): readonly Typo[] {
  const places = unreadableAt(typed);
  if (places.length > 0) return typed.length === KEY_DIGITS && isSearchable(places) ? ["unreadable"] : [];
  if (typed.length === KEY_DIGITS) return OF_WHOLE;
  const typo = BY_LENGTH[typed.length];
  return typo ? [typo] : [];
}

/** 8 and B look alike, and both are digits. More of them than this, and only the first ones are tried. */
const MOST_AMBIGUOUS = 14;
const [EIGHT, B] = [8, 11];

function ambiguousAt(typed: Typed): number[] {
  return typed.flatMap((digit, i) => (digit === EIGHT || digit === B ? [i] : [])).slice(0, MOST_AMBIGUOUS);
}

/** The orders of four rows other than the right one. */
const ROW_ORDERS: readonly (readonly number[])[] = (function orders(rows: number[]): number[][] {
  if (rows.length < 2) return [rows];
  return rows.flatMap((row) => orders(rows.filter((other) => other !== row)).map((rest) => [row, ...rest]));
})(Array.from({ length: ROWS }, (_, row) => row)).slice(1);

/** Where each digit comes from, as programs print bytes in other orders. */
const BYTE_ORDERS: readonly ((at: number) => number)[] = [
  (at) => at ^ 1, // the two digits of each byte
  (at) => at ^ 2, // the two bytes of each 16-bit word
  (at) => at ^ 6, // the four bytes of each 32-bit word
  (at) => at ^ 14, // the eight bytes of each 64-bit word
  (at) => KEY_DIGITS - 1 - at, // all digits
  (at) => (KEY_DIGITS - 1 - at) ^ 1, // all bytes
];

const PAIRS = (KEY_DIGITS * (KEY_DIGITS - 1)) / 2;
const GROUPS = ROWS * GROUPS_PER_ROW;
const GROUP_VALUES = 16 ** DIGITS_PER_GROUP;
const COUNTS: Record<Exclude<Typo, "unreadable" | "look-alikes">, number> = {
  "part-extra": KEY_DIGITS + 1,
  "two-extra": ((KEY_DIGITS + 2) * (KEY_DIGITS + 1)) / 2,
  "two-missing": PAIRS * 256,
  "group-missing": GROUPS * GROUP_VALUES,
  "byte-order": BYTE_ORDERS.length,
  "rows-exchanged": ROW_ORDERS.length,
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
  if (typo === "unreadable") return 16 ** unreadableAt(typed).length;
  return typo === "look-alikes" ? 2 ** ambiguousAt(typed).length : COUNTS[typo];
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
  "look-alikes"(into, n, typed) {
    for (const [i, at] of ambiguousAt(typed).entries())
      if ((n >> i) & 1) into[at] = typed[at] === B ? EIGHT : B;
  },
  "part-extra"(into, n, typed) {
    into.set(typed.slice(0, n));
    into.set(typed.slice(n + typed.length - KEY_DIGITS), n);
  },
  "one-extra"(into, n, typed) {
    into.set(typed.filter((_, i) => i !== n));
  },
  "two-extra"(into, n, typed) {
    const [a, b] = pairAt(n, typed.length);
    into.set(typed.filter((_, i) => i !== a && i !== b));
  },
  "two-missing"(into, n, typed) {
    const [a, b] = pairAt(Math.floor(n / 256), KEY_DIGITS);
    into.set(typed.slice(0, a));
    into[a] = (n >> 4) % 16;
    into.set(typed.slice(a, b - 1), a + 1);
    into[b] = n % 16;
    into.set(typed.slice(b - 1), b + 1);
  },
  "group-missing"(into, n, typed) {
    const at = Math.floor(n / GROUP_VALUES) * DIGITS_PER_GROUP;
    into.set(typed.slice(0, at));
    for (let i = 0; i < DIGITS_PER_GROUP; i++) into[at + i] = (n >> (4 * i)) % 16;
    into.set(typed.slice(at), at + DIGITS_PER_GROUP);
  },
  "byte-order"(into, n, typed) {
    const from = BYTE_ORDERS[n] as (at: number) => number;
    for (let at = 0; at < KEY_DIGITS; at++) into[at] = typed[from(at)] as number;
  },
  "rows-exchanged"(into, n, typed) {
    for (const [row, from] of (ROW_ORDERS[n] as readonly number[]).entries())
      into.set(typed.slice(from * DIGITS_PER_ROW, (from + 1) * DIGITS_PER_ROW), row * DIGITS_PER_ROW);
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
