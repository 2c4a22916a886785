/**
 * Does a candidate look like WhatsApp's restore form? The signs that speak for it, and those against it.
 *
 * Only words that belong to the field are read: its own name and description, the nearest heading, its dialog
 * or the part of the page under that heading. Class names, ids and test ids change with every build and say
 * nothing.
 *
 * Nothing is weighed: a sign holds or not. What weights fitted to a corpus had learned by heart, forms that
 * nobody had seen did not have (docs/fill.md).
 */

import { callsKeyNew, isOfNewKey } from "./fresh-key.ts";
import { SEEN_FORMS } from "./seen-forms.ts";
import { has, without } from "./words.ts";

export type Signals = {
  /** The field's own name, description and placeholder, and the name of its group. */
  name: string;
  /** The nearest heading before it and its dialog's name. */
  heading: string;
  /** All text of its dialog but its buttons'; where it is in none, of the part of the page under its heading. */
  text: string;
  /** The text of the buttons there. */
  buttons: string;
  /** A box to tick there. */
  tickBox: boolean;
  boxes: number;
  /** A maxlength or pattern of 64, or 79 for the spaces too. */
  takesExactly64: boolean;
  /** Boxes whose lengths make 64, in a dialog or form that asks for nothing else. */
  grid: boolean;
  /** It takes 64 characters, and not many more than a key and the spaces in it. */
  hasRoom: boolean;
  /**
   * As a one-time code, by its `autocomplete` or by what libraries call such fields; not where 64 slots are
   * drawn.
   */
  markedAsCode: boolean;
  /** A key stands there, and it is none that was just filled. */
  keyInSight: boolean;
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

/**
 * Says the text 64 as a number of its own, in the digits of any script? Many scripts set no space after it.
 */
export function says64(text: string): boolean {
  return /(?<![\p{sc=Latn}\p{N}.,])64(?![\p{sc=Latn}\p{N}]|[.,]\p{N}|[\s-]bit)/iu.test(
    without("limit", western(text)),
  );
}

const near = (s: Signals): string => `${s.name}\n${s.heading}`;
/**
 * Split boxes are named by the library they come from, as one-time codes at that; the heading is the page's
 * own.
 */
const ofCode = (s: Signals): string => (s.boxes > 1 ? s.heading : near(s));
const words = (s: Signals): string => `${near(s)}\n${s.text}`;
const all = (s: Signals): string => `${words(s)}\n${s.buttons}`;

/** Is it the key that this name asks for, and not what the user calls it? */
export const isKeysOwn = (name: string): boolean => has("key", name) && !has("naming", name);

const number = (s: Signals): boolean => says64(all(s));
const key = (s: Signals): boolean => has("key", all(s));
const saysBackup = (text: string): boolean => has("backup", text) || has("restore", text);
const backup = (s: Signals): boolean => saysBackup(all(s));

type Holds = (signals: Signals) => boolean;

export const saysNothingForIt: Holds = (s) => !FOR_IT.some((holds) => holds(s));

const isOfCode: Holds = (s) => has("shortCode", western(ofCode(s))) && !says64(near(s));
const isMarked: Holds = (s) => s.markedAsCode && !s.grid && !isKeysOwn(s.name) && !says64(near(s));
const isCode = (text: string): boolean => has("shortCode", western(text));
// A library may call its boxes so; what the page says of them too is its own.
const isNamedAsCode: Holds = (s) => isCode(s.name) && isCode(s.text) && !isKeysOwn(s.name) && !says64(s.name);
const isBoxesOfCode: Holds = (s) =>
  s.boxes > 1 && (isNamedAsCode(s) || (!number(s) && !key(s) && (isCode(all(s)) || has("password", all(s)))));
const isMaking: Holds = (s) => has("making", near(s)) || callsKeyNew(western(near(s)));
const isOfNew: Holds = (s) =>
  isOfNewKey({ words: western(words(s)), buttons: s.buttons, tickBox: s.tickBox });
const isKeyInSight: Holds = (s) => s.keyInSight;
const isOtherSecret: Holds = (s) => has("otherSecret", all(s));
// A dialog may ask for more than the key, for a name of it say, and all its fields stand under the same
// words.
const isNamedOtherwise: Holds = (s) =>
  s.boxes === 1 && s.name.trim() !== "" && !says64(s.name) && !isKeysOwn(s.name);

/** One is enough. */
const AGAINST_IT: readonly Holds[] = [
  isOfCode,
  isMarked,
  isBoxesOfCode,
  isMaking,
  isOfNew,
  isKeyInSight,
  isOtherSecret,
  isNamedOtherwise,
];
const FOR_IT: readonly Holds[] = [number, key, backup];

/**
 * What a sign is, as docs/fill.md lists it, and does it hold? No page loads these sentences: nothing else
 * uses them.
 */
export type Sign = readonly [sign: string, holds: Holds];

export const FOR: readonly Sign[] = [
  ["says 64, not as a counter or the most that fits", number],
  ["a key word", key],
  ["a backup or restore word", backup],
];

export const AGAINST: readonly Sign[] = [
  ["its name or heading: PIN, one-time or verification code, 4 to 10 or 40 digits", isOfCode],
  ["marked as a one-time code, and neither boxes or slots that make 64 nor called the key", isMarked],
  [
    "boxes named as such a code that is spoken of, or under words of one or of a password alone",
    isBoxesOfCode,
  ],
  ["its name or heading: create, save, choose, turn on; or a new key", isMaking],
  ["anywhere: confirm it; or two of: new, made, keep it, again, show it, a box to tick", isOfNew],
  ["64 digits in sight, as a key is shown when it is made", isKeyInSight],
  ["hash, token, wallet, licence, another kind of key", isOtherSecret],
  ["one field, named as something else than the key, or as what the user calls it", isNamedOtherwise],
];

/**
 * Does a single field, or do boxes among others, say enough? Of ordinary forms too many speak of keys and
 * restoring.
 */
function isSpokenOf(s: Signals): boolean {
  if (number(s)) return backup(s) || (key(s) && has("size", western(all(s))));
  return key(s) && backup(s) && s.takesExactly64;
}

const isSpokenAgainst = (s: Signals): boolean => AGAINST_IT.some((holds) => holds(s));

/**
 * How many signs speak for a candidate, its grid counted as three; null when it is not to be offered.
 *
 * Boxes that make 64 are enough in any language: nothing else on that site has them. A field needs room for
 * 64 and two signs: 64 with a backup, 64 as the size of a key, or both words in a field for exactly 64.
 *
 * @param seen - forms that are known, which need no other sign.
 */
export function scoreOf(signals: Signals, seen = SEEN_FORMS): number | null {
  const known = seen.find(
    ({ heading, field = "" }) => signals.heading.includes(heading) && signals.name.includes(field),
  );
  // A name that was seen too is no other one, in whatever language it is.
  const s = known?.field ? { ...signals, name: "" } : signals;
  const isSure = s.grid || (known !== undefined && s.hasRoom);
  if (!isSure && !(s.hasRoom && isSpokenOf(s))) return null;
  if (isSpokenAgainst(s)) return null;
  return FOR_IT.filter((holds) => holds(s)).length + (isSure ? FOR_IT.length : 0);
}

/** Does a notice that shows 64 digits mean a backup's key? */
export function speaksOfKey(text: string): boolean {
  return has("key", text) && (says64(text) || saysBackup(text)) && !has("otherSecret", text);
}

/**
 * A field that wants another code gets no key, whoever points at it; one marked so must be free of every
 * sign.
 */
export function mayBeChosen(signals: Signals): boolean {
  return !asksForOtherCode(signals) && !(signals.markedAsCode && isSpokenAgainst(signals));
}

/**
 * Does a form ask for another code of a backup: 40 characters, or a PIN? It says so itself, and not of 64.
 */
function asksForOtherCode(signals: Signals): boolean {
  return has("shortCode", western(near(signals))) && backup(signals) && !says64(all(signals));
}
