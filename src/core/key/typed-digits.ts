/**
 * The characters that stand for the digits of a key with typos, for who searches for the right one.
 *
 * What is certainly no digit goes: labels, marks of rows and groups, other lines. The rest stays as it was
 * typed, right or wrong. Not done here: deciding whether it is a key.
 */
import { formatBackupKey } from "./backup-key.ts";
import { SEPARATORS } from "./digit-lines.ts";
import { withoutMarks } from "./key-marks.ts";
import { readKeysInText, similarDigit } from "./key-text.ts";

const MARK = /^(?:[>*•–-]+\s+)+/u;
const LABEL = /^[^:=]{0,60}[^\s:=0-9a-f?\p{P}][^:=]{0,60}?\s*[:=]\s*/iu;
const PREFIX = /(?:(?<![0-9a-z])0x|\\x)(?=[0-9a-z?])/giu;
/** A labelled value with fewer is a PIN, or a Key ID. */
const FEWEST_LABELLED = 16;
const FEWEST_LIKE_DIGITS = 0.75;

const isLikeDigit = (character: string): boolean =>
  /[0-9a-f?]/i.test(character) || similarDigit(character) !== null;

function charactersIn(line: string): string[] {
  const plain = line.trim().replace(MARK, "");
  const value = plain.replace(LABEL, "");
  const characters = Array.from(value.replace(PREFIX, " ")).filter(
    (one) => one === "?" || !SEPARATORS.test(one),
  );
  const isLabelled = value.length < plain.length;
  const digits = characters.filter(isLikeDigit).length;
  if (isLabelled && characters.length < FEWEST_LABELLED) return [];
  return digits >= characters.length * FEWEST_LIKE_DIGITS ? characters : [];
}

/** @returns one character for each digit, `?` where somebody could not read one. Never throws. */
export function typedCharacters(text: string): string[] {
  const [only, ...others] = readKeysInText(text);
  if (only && others.length === 0) return Array.from(formatBackupKey(only));
  const lines = text.normalize("NFKC").split(/[\r\n]+/);
  const filled = lines.filter((line) => /\S/.test(line));
  return withoutMarks(filled).flatMap(charactersIn);
}
