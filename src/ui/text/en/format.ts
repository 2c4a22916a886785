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

/** Whole sentences, one after another as English sets them; what is not there is left out. */
export function paragraph(...sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(" ");
}
