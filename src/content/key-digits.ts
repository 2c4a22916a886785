/** A key in a text, by its digits alone. */

/** 64 hex digits with nothing but spaces, dashes, dots or new lines among them, and no letter or digit beside. */
export const KEY_TEXT =
  /(?<![\p{L}\p{N}])(?:[0-9a-f][\s\u2010-\u2015·.:-]{0,8}){63}[0-9a-f](?![\p{L}\p{N}])/giu;

/** The same without the ends, for a first look at text whose elements' ends do not show. */
export const KEY_LIKE = /(?:[0-9a-f][\s\u2010-\u2015·.:-]{0,8}){64}/iu;

/** Of a picture of what is expected, zeros say, there are fewer; of a key hardly ever. */
const FEWEST_DIFFERENT = 8;

/** Does the text show a key? */
export function showsKey(text: string): boolean {
  const isKey = (digits: string) =>
    new Set(digits.replace(/[^0-9a-f]/gi, "").toLowerCase()).size >= FEWEST_DIFFERENT;
  return KEY_LIKE.test(text) && [...text.matchAll(KEY_TEXT)].some(([digits]) => isKey(digits));
}
