// cspell:ignore dont restor bdgmnprt
/** English words as the search of *Help* compares them: without case, accents and endings. */

/** The words of a text, in order: letters and digits, `don't` as `dont`. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/['’‘`´]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Longest first: only one of them goes. `least`: letters that a word must have to lose it. */
const ENDINGS = [
  { ending: /(ies|ied)$/, least: 5, instead: "y" },
  { ending: /ing$/, least: 6, instead: "" },
  { ending: /(ed|es)$/, least: 5, instead: "" },
  { ending: /(?<![su])s$/, least: 4, instead: "" },
];

/** What all forms of a word have in common: `restored`, `restoring` and `restores` are `restor`. */
export function stemOf(word: string): string {
  const found = ENDINGS.find(({ ending, least }) => word.length >= least && ending.test(word));
  const bare = found ? word.replace(found.ending, found.instead) : word;
  const single = found ? bare.replace(/([bdgmnprt])\1$/, "$1") : bare;
  return single.replace(/(?<=....)ion$/, "").replace(/(?<=..)e$/, "");
}

/** Below that, one wrong letter makes another word. */
const LEAST_FOR_TYPOS = 5;

/** Does one letter that is wrong, missing, extra or swapped with the next make one word of the other? */
export function isOneTypoApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < LEAST_FOR_TYPOS - 1 || long.length < LEAST_FOR_TYPOS || long.length - short.length > 1)
    return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2))
  );
}
