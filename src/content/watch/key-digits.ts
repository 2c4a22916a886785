/** A key in a text, by its digits alone. */

/**
 * 64 hex digits with nothing but spaces, dashes, dots or new lines among them, and no letter or digit beside.
 */
export const KEY_TEXT =
  /(?<![\p{L}\p{N}])(?:[0-9a-f][\s\u2010-\u2015·.:-]{0,8}){63}[0-9a-f](?![\p{L}\p{N}])/giu;

/** The same without the ends, for a first look at text whose elements' ends do not show. */
export const KEY_LIKE = /(?:[0-9a-f][\s\u2010-\u2015·.:-]{0,8}){64}/iu;

/** Of a picture of what is expected, zeros say, there are fewer; of a key hardly ever. */
const FEWEST_DIFFERENT = 8;

/**
 * A picture of a key that is to be entered: with its end left out, whole, or as four groups of what stands
 * for any digit, or the range that the digits are of. Of another size, or as 16 digits, it is one of a card,
 * a code, a licence.
 */
const PICTURE =
  /^(?=.*[\p{Nd}x•_*])(?:[\p{Nd}a-fx•_*]{4,}(?:…|\.{3})|[\p{Nd}a-fx•_*]{64}|[x•_*]{16}|09\W*af(?:\W*af)?)$/iu;

export function isPictureOfKey(text: string): boolean {
  return PICTURE.test(text.replace(/[\s\u2010-\u2015-]/g, ""));
}

/** Does the text show a key? */
export function showsKey(text: string): boolean {
  const isKey = (digits: string) =>
    new Set(digits.replace(/[^0-9a-f]/gi, "").toLowerCase()).size >= FEWEST_DIFFERENT;
  return KEY_LIKE.test(text) && [...text.matchAll(KEY_TEXT)].some(([digits]) => isKey(digits));
}
