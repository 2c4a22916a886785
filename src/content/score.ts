/**
 * How much a candidate looks like WhatsApp's restore form: a table of signals and points.
 *
 * Only words that belong to the field are read: its own name and description, the nearest heading, its dialog or
 * the part of the page under that heading. Class names, ids and test ids change with every build of the page and say nothing.
 *
 * The points are fitted on one half of a labelled corpus (tests/content/corpus, docs/fill.md). They come to this: a
 * backup *and* a key are spoken of, and nothing says that another field is meant. Structure got no points there; it
 * is asked for as well, see {@link scoreOf}.
 */

import { has } from "./words.ts";

export type Signals = {
  /** The field's own name, description and placeholder, and the name of its group. */
  name: string;
  /** The nearest heading before it and its dialog's name. */
  heading: string;
  /** All text of its dialog; where it is in none, of the part of the page under its heading. */
  text: string;
  dialog: boolean;
  boxes: number;
  /** Boxes that make 64, or a maxlength or pattern of 64. */
  takesExactly64: boolean;
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
  return /(?<![\p{sc=Latn}\p{N}.,])64(?![\p{sc=Latn}\p{N}]|[.,]\p{N}|[\s-]bit)/iu.test(western(text));
}

const near = (s: Signals): string => `${s.name}\n${s.heading}`;
/** Split boxes are named by the library they come from, as one-time codes at that; the heading is the page's own. */
const ofCode = (s: Signals): string => (s.boxes > 1 ? s.heading : near(s));
const all = (s: Signals): string => `${near(s)}\n${s.text}`;

/** Is it the key that this name asks for, and not what the user calls it? */
const isKeysOwn = (name: string): boolean => has("key", name) && !has("naming", name);

type Rule = {
  signal: string;
  points: number;
  /** What a form must have to be offered at all: see {@link scoreOf}. */
  evidence?: "number" | "word" | "structure";
  holds: (signals: Signals) => boolean;
};

export const RULES: readonly Rule[] = [
  { signal: "number-64", points: 15, evidence: "number", holds: (s) => says64(all(s)) },
  { signal: "takes-64", points: 0, evidence: "structure", holds: (s) => s.takesExactly64 },
  { signal: "key-word", points: 30, evidence: "word", holds: (s) => has("key", all(s)) },
  { signal: "backup-word", points: 40, evidence: "word", holds: (s) => has("backup", all(s)) },
  { signal: "dialog", points: 0, evidence: "structure", holds: (s) => s.dialog },
  { signal: "short-code", points: -60, holds: (s) => has("shortCode", western(ofCode(s))) },
  { signal: "making", points: -75, holds: (s) => has("making", near(s)) },
  { signal: "other-secret", points: -75, holds: (s) => has("otherSecret", all(s)) },
  {
    // A dialog may ask for more than the key, for a name of it say, and all its fields stand under the same words.
    signal: "named-otherwise",
    points: -65,
    holds: (s) => s.boxes === 1 && s.name.trim() !== "" && !says64(s.name) && !isKeysOwn(s.name),
  },
];

export const OFFERED_FROM = 65;

/**
 * The points of a candidate, or null when it is not to be offered. One field must say 64 itself: of ordinary forms
 * too many speak of keys and restoring, and have a maxlength of 64. Boxes that make 64 need a word only.
 */
export function scoreOf(signals: Signals): number | null {
  const held = RULES.filter((rule) => rule.holds(signals));
  const points = held.reduce((sum, rule) => sum + rule.points, 0);
  const has = (evidence: Rule["evidence"]) => held.some((rule) => rule.evidence === evidence);
  const isTold = has("number") || (signals.boxes > 1 && has("word"));
  return points >= OFFERED_FROM && isTold && has("structure") ? points : null;
}

/** Does a notice that shows 64 digits mean a backup's key? */
export function speaksOfKey(text: string): boolean {
  return has("key", text) && (says64(text) || has("backup", text)) && !has("otherSecret", text);
}

/** Does a form ask for another code of a backup: 40 characters, or a PIN? It says so itself, and not of 64. */
export function asksForOtherCode(signals: Signals): boolean {
  return has("shortCode", western(near(signals))) && has("backup", all(signals)) && !says64(all(signals));
}
