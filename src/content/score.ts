/**
 * Does a candidate look like WhatsApp's restore form? The signs that speak for it, and those against it.
 *
 * Only words that belong to the field are read: its own name and description, the nearest heading, its dialog or
 * the part of the page under that heading. Class names, ids and test ids change with every build of the page and say nothing.
 *
 * Nothing is weighed: a sign holds or not. What weights fitted to a corpus had learned by heart, forms that nobody had
 * seen did not have (docs/fill.md).
 */

import { has, without } from "./words.ts";

export type Signals = {
  /** The field's own name, description and placeholder, and the name of its group. */
  name: string;
  /** The nearest heading before it and its dialog's name. */
  heading: string;
  /** All text of its dialog; where it is in none, of the part of the page under its heading. */
  text: string;
  boxes: number;
  /** A maxlength or pattern of 64, or 79 for the spaces too. */
  takesExactly64: boolean;
  /** Boxes whose lengths make 64, in a dialog or form that asks for nothing else. */
  grid: boolean;
  /** It takes 64 characters, and not many more than a key and the spaces in it. */
  hasRoom: boolean;
};

/** Unicode has its decimal digits in rows of ten, several rows in one run at most. */
function digitValue(digit: string): number {
  let first = digit.codePointAt(0) ?? 0;
  const code = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** The same text with 0–9 for the digits of every script. */
function western(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit)));
}

/** Says the text 64 as a number of its own, in the digits of any script? Many scripts set no space after it. */
export function says64(text: string): boolean {
  return /(?<![\p{sc=Latn}\p{N}.,])64(?![\p{sc=Latn}\p{N}]|[.,]\p{N}|[\s-]bit)/iu.test(
    without("limit", western(text)),
  );
}

const near = (s: Signals): string => `${s.name}\n${s.heading}`;
/** Split boxes are named by the library they come from, as one-time codes at that; the heading is the page's own. */
const ofCode = (s: Signals): string => (s.boxes > 1 ? s.heading : near(s));
const all = (s: Signals): string => `${near(s)}\n${s.text}`;

/** Is it the key that this name asks for, and not what the user calls it? */
const isKeysOwn = (name: string): boolean =>
  (has("key", name) || has("homograph", firstAndLastWord(name))) && !has("naming", name);

function firstAndLastWord(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]}\n${words.at(-1)}`;
}

/** Is it a key of 64 that is spoken of? */
function isTold(s: Signals): boolean {
  return says64(all(s)) || has("key", all(s));
}

type Sign = { signal: string; holds: (signals: Signals) => boolean };

/** What speaks for the key. */
export const FOR: readonly Sign[] = [
  { signal: "number-64", holds: (s) => says64(all(s)) },
  { signal: "key-word", holds: (s) => has("key", all(s)) },
  { signal: "backup-word", holds: (s) => has("backup", all(s)) },
];

/** What speaks against it; one is enough. */
export const AGAINST: readonly Sign[] = [
  { signal: "short-code", holds: (s) => has("shortCode", western(ofCode(s))) && !says64(near(s)) },
  {
    signal: "other-code",
    holds: (s) => s.boxes > 1 && !isTold(s) && (has("shortCode", western(all(s))) || has("password", all(s))),
  },
  { signal: "making", holds: (s) => has("making", near(s)) },
  { signal: "confirming", holds: (s) => has("confirming", s.text) },
  { signal: "other-secret", holds: (s) => has("otherSecret", all(s)) },
  {
    // A dialog may ask for more than the key, for a name of it say, and all its fields stand under the same words.
    signal: "named-otherwise",
    holds: (s) => s.boxes === 1 && s.name.trim() !== "" && !says64(s.name) && !isKeysOwn(s.name),
  },
  { signal: "named", holds: (s) => s.boxes > 1 && has("naming", s.name) && !isKeysOwn(s.name) },
];

/**
 * How many signs speak for a candidate, its grid counted as three; null when it is not to be offered.
 *
 * Boxes that make 64 are enough in any language: nothing else on that site has them. A field needs room for 64 and two
 * of three: 64 with a backup, 64 as the size of a key, or both words in a field for exactly 64.
 */
export function scoreOf(signals: Signals): number | null {
  if (AGAINST.some((sign) => sign.holds(signals))) return null;
  const [number, key, backup] = FOR.map((sign) => sign.holds(signals));
  const signs = [number, key, backup].filter(Boolean).length;
  if (signals.grid) return signs + FOR.length;
  const isSpokenOf =
    (number && backup) ||
    (number && key && has("size", western(all(signals)))) ||
    (key && backup && signals.takesExactly64);
  return signals.hasRoom && isSpokenOf ? signs : null;
}

/** Does a notice that shows 64 digits mean a backup's key? */
export function speaksOfKey(text: string): boolean {
  return has("key", text) && (says64(text) || has("backup", text)) && !has("otherSecret", text);
}

/** Does a form ask for another code of a backup: 40 characters, or a PIN? It says so itself, and not of 64. */
export function asksForOtherCode(signals: Signals): boolean {
  return has("shortCode", western(near(signals))) && has("backup", all(signals)) && !says64(all(signals));
}
