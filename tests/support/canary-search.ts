/**
 * The search for secrets in bytes.
 *
 * Hex and base64 are searched in the bytes with all other characters left out. That finds every grouping
 * (blanks, new lines, dashes, no-break blanks), UTF-16 in both orders, and both cases at once.
 */
import type { Needles } from "./canary-forms.ts";

export type Match = { secret: string; form: string; offset: number };

const PART_DIGITS = 4;
/**
 * The parts of a key in 16 fields stand further apart than digits with separators, but not further than this.
 */
const PARTS_WINDOW_BYTES = 8 * 1024;

type Sought = { secret: string; form: string; bytes: Buffer };

/**
 * Prepared once for all secrets; then each byte string is gone through once per view, however many forms
 * there are.
 */
export class Search {
  readonly #asIs: Finder;
  readonly #base64: Finder;
  readonly #digits: Finder;
  readonly #split: Sought[];

  constructor(secrets: Needles[]) {
    const sought = (pick: (needles: Needles) => { form: string; bytes: Buffer }[]) =>
      secrets.flatMap((needles) => pick(needles).map((needle) => ({ secret: needles.name, ...needle })));
    const named = (form: string, all: Buffer[]) => all.map((bytes) => ({ form, bytes }));
    this.#asIs = new Finder(sought(({ asIs }) => asIs));
    this.#base64 = new Finder(sought(({ base64 }) => named("base64", base64)));
    this.#digits = new Finder(sought(({ digits }) => named("hex digits", digits)));
    this.#split = sought(({ split }) => named("ordered parts", split));
  }

  /** The first place of each form of each secret. */
  in(bytes: Buffer): Match[] {
    const matches = this.#asIs.in(bytes);
    for (const [finder, become] of [
      [this.#base64, BASE64_VIEW],
      [this.#digits, DIGITS_VIEW],
    ] as const) {
      const found = finder.in(keep(bytes, become));
      matches.push(...found.map((match) => ({ ...match, offset: placeIn(bytes, become, match.offset) })));
    }
    if (this.#split.length > 0) matches.push(...this.#inFields(bytes));
    const key = ({ secret, form }: Match) => `${secret}\n${form}`;
    return matches.filter((match, at) => matches.findIndex((other) => key(other) === key(match)) === at);
  }

  #inFields(bytes: Buffer): Match[] {
    const text = keep(bytes, LOWER_TEXT_VIEW);
    const single = singleDigits(bytes);
    const streams = [single, ...[0, 1].map((first) => single.filter((_, at) => at % 2 === first))];
    return this.#split.flatMap(({ secret, form, bytes: digits }) => {
      const matches: Match[] = [];
      const at = findParts(text, digits);
      if (at >= 0) matches.push({ secret, form, offset: placeIn(bytes, LOWER_TEXT_VIEW, at) });
      if (streams.some((stream) => Buffer.from(stream).includes(digits))) {
        matches.push({ secret, form: "single digits", offset: 0 });
      }
      return matches;
    });
  }
}

/**
 * Finds many byte strings in one pass: four bytes at a time are hashed, and what has a known hash is
 * compared.
 */
class Finder {
  readonly #byHash = new Map<number, Sought[]>();
  readonly #known = new Uint8Array(0x10000);

  constructor(sought: Sought[]) {
    for (const each of sought) {
      const hash = hashOf(each.bytes.readUInt32LE(0));
      this.#known[hash] = 1;
      this.#byHash.set(hash, [...(this.#byHash.get(hash) ?? []), each]);
    }
  }

  in(bytes: Buffer): Match[] {
    const first = new Map<Sought, number>();
    const known = this.#known;
    let word = 0;
    for (let at = 0; at < bytes.length; at++) {
      word = (word >>> 8) | ((bytes[at] as number) << 24);
      const hash = hashOf(word);
      if (known[hash] === 0) continue;
      const start = at - 3;
      for (const each of this.#byHash.get(hash) ?? []) {
        if (
          start >= 0 &&
          !first.has(each) &&
          bytes.subarray(start, start + each.bytes.length).equals(each.bytes)
        ) {
          first.set(each, start);
        }
      }
    }
    return [...first].map(([{ secret, form }, offset]) => ({ secret, form, offset }));
  }
}

/** Multiplicative hashing to 16 bits (Knuth, The Art of Computer Programming 3, 6.4). */
function hashOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> 16;
}

/** For each byte what it becomes in a view; 0 leaves it out. */
type View = Uint8Array;
const view = (become: (character: string, byte: number) => string | number): View =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    const to = become(String.fromCharCode(byte), byte);
    return typeof to === "string" ? to.charCodeAt(0) || 0 : to;
  });
const DIGITS_VIEW = view((character) => (/[0-9a-f]/i.test(character) ? character.toLowerCase() : 0));
const BASE64_VIEW = view((character) => {
  if (character === "-") return "+";
  return character === "_" ? "/" : /[A-Za-z0-9+/]/.test(character) ? character : 0;
});
const LOWER_TEXT_VIEW = view((character, byte) => (/[A-Z]/.test(character) ? character.toLowerCase() : byte));

function keep(bytes: Buffer, become: View): Buffer {
  const kept = Buffer.allocUnsafe(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const to = become[bytes[at] as number] as number;
    if (to !== 0) kept[count++] = to;
  }
  return kept.subarray(0, count);
}

/** Where in `bytes` the character number `index` of the view stands. */
function placeIn(bytes: Buffer, become: View, index: number): number {
  if (index < 0) return -1;
  let left = index;
  return bytes.findIndex((byte) => become[byte] !== 0 && left-- === 0);
}

/**
 * Four digits at a time, in order, each within the window: a key in split fields, in a list of form values.
 */
function findParts(text: Buffer, digits: Buffer): number {
  const parts = Array.from({ length: digits.length / PART_DIGITS }, (_, at) =>
    digits.subarray(at * PART_DIGITS, (at + 1) * PART_DIGITS),
  );
  const [first, ...rest] = parts;
  if (first === undefined) return -1;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let at = start + PART_DIGITS;
    const limit = text.subarray(0, start + PARTS_WINDOW_BYTES);
    const allThere = rest.every((part) => {
      const found = limit.indexOf(part, at);
      at = found + PART_DIGITS;
      return found >= 0;
    });
    if (allThere) return start;
  }
  return -1;
}

/**
 * The digits that stand alone, one after the other: `"a"` in JSON, and Chromium's session files, where a
 * string is its length in bytes (02 00 00 00), then UTF-16. There a "1" (the count of values) stands before
 * each value, which is why every second one is searched too.
 */
function singleDigits(bytes: Buffer): Uint8Array {
  const digits: number[] = [];
  for (let at = 1; at + 1 < bytes.length; at++) {
    const digit = DIGITS_VIEW[bytes[at] as number] as number;
    if (digit === 0) continue;
    const quoted = bytes[at - 1] === 0x22 && bytes[at + 1] === 0x22;
    const pickled = bytes[at + 1] === 0 && at >= 4 && bytes.readUInt32LE(at - 4) === 2;
    if (quoted || pickled) digits.push(digit);
  }
  return Uint8Array.from(digits);
}
