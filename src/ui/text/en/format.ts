/** Numbers, dates and plurals as English writes them; one locale for all of its sentences. */

const LOCALE = "en";
const plurals = new Intl.PluralRules(LOCALE);
const lists = new Intl.ListFormat(LOCALE, { type: "conjunction" });

export function numberText(value: number): string {
  return value.toLocaleString(LOCALE);
}

/** `4 keys`; `one` and `other` stand for the noun behind the number. */
export function countText(count: number, one: string, other: string): string {
  return `${numberText(count)} ${isOne(count) ? one : other}`;
}

/** Does this many take the singular? */
export function isOne(count: number): boolean {
  return plurals.select(count) === "one";
}

/** `A, B, and C` */
export function listText(names: Iterable<string>): string {
  return lists.format(names);
}

/** `Nov 30, 2026`, in the time zone of this computer. */
export function dateText(atMs: number): string {
  return new Date(atMs).toLocaleDateString(LOCALE, { dateStyle: "medium" });
}

/** `5:42 PM` */
export function timeText(atMs: number): string {
  return new Date(atMs).toLocaleTimeString(LOCALE, { timeStyle: "short" });
}

/** Unicode's embeddings, overrides and isolates: each turns the direction of what follows it. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Letters of the scripts that run from right to left, and the invisible marks that count as one. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1ef00}]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/**
 * What a person or a file has written, so that it changes the order of nothing beside it: without this, a Hebrew
 * label would turn the digits of a Key ID behind it. Characters do it where no element can, as in an `option`.
 */
export function isolated(text: string): string {
  const plain = text.replace(TURNS, "");
  return RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}` : plain;
}

/** Whole sentences, one after another as English sets them; what is not there is left out. */
export function paragraph(...sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(" ");
}
