/**
 * The digits of one line of text, with what people write around them: quotes, `0x`, a label, a list's mark.
 *
 * Every digit is kept: only what is certainly none is left out. Not done here: deciding what is a key.
 */

/** Characters that stand between digits and never for one. White space, dashes, and invisible marks are soft. */
const SOFT =
  "\\s\\p{Dash_Punctuation}\\u2212\\u00ad\\u180e\\u200b-\\u200f\\u2028-\\u202f\\u2060-\\u2069\\ufeff";
const PUNCTUATION = ":;,._/\\\\·•\"'`“”„‘’«»‹›()\\[\\]{}<>=";
export const SEPARATORS = new RegExp(`[${SOFT}${PUNCTUATION}]+`, "u");
const SOFT_ONLY = new RegExp(`[${SOFT}]+`, "gu");
/** As C, Python and shells write a byte or a number. */
const PREFIX = /(?:(?<![0-9a-z])0x|\\x)(?=[0-9a-f])/giu;
/** Quoted mail, and lists. */
const MARK = /^(?:[>*•–-]+\s+)+/u;
/** A name and its value. The name has what no digit can be. */
const LABELLED = /^([^:=]{0,60}[^\s:=0-9a-f\p{P}\p{Cf}][^:=]{0,60}?)\s*(?::=|[:=])\s*(.*)$/iu;

export type DigitLine = {
  /** What stands before the colon; empty: nothing. */
  label: string;
  /** Hex digits in lower case, as they stand together; empty: none, or something else is in the line. */
  groups: string[];
  /** Does punctuation set the first group apart, as it sets a label apart, and not the others? */
  isFirstApart: boolean;
};

/** Hex groups and nothing else; null where there is something else. */
export function groupsIn(text: string): { groups: string[]; isFirstApart: boolean } | null {
  const plain = text.replace(PREFIX, " ").trim();
  const groups = plain.split(SEPARATORS).filter((group) => group !== "");
  if (!groups.every((group) => /^[0-9a-f]+$/i.test(group))) return null;
  const gaps = plain
    .replace(SOFT_ONLY, " ")
    .split(/[0-9a-f]+/i)
    .slice(1, -1);
  const marks = gaps.map((gap) => gap.replace(/[\s"'`“”„‘’«»]/gu, ""));
  const isFirstApart = marks.length > 1 && marks[0] !== "" && marks.slice(1).every((mark) => mark === "");
  return { groups: groups.map((group) => group.toLowerCase()), isFirstApart };
}

/** @param line - without its end. */
export function readDigitLine(line: string): DigitLine {
  const plain = line.trim().replace(MARK, "");
  const whole = groupsIn(plain);
  if (whole) return { label: "", ...whole };
  const [, label = "", value = ""] = LABELLED.exec(plain) ?? [];
  const labelled = label === "" ? null : groupsIn(value);
  return { label: label.trim(), groups: [], isFirstApart: false, ...labelled };
}

const isEven = (groups: readonly string[]): boolean => {
  const lengths = groups.map(({ length }) => length);
  const [first = 0] = lengths;
  const last = lengths.at(-1) ?? 0;
  return (
    (lengths.slice(0, -1).every((length) => length === first) && last <= first) ||
    lengths.every((length) => length % 4 === 0)
  );
};

/**
 * Are these the groups of one key: of one length, or whole groups of four written together? Else one of them
 * may be a label or a number, or a digit is missing here and another too many there. A group may be broken at
 * the end of a line.
 */
export function isRegular(lines: readonly (readonly string[])[]): boolean {
  if (isEven(lines.flat())) return true;
  const widths = lines.slice(0, -1).map((groups) => groups.join(" ").length);
  // Wrapped text has lines of one width, and a line end may stand for a space.
  const isWrapped = lines.slice(0, -1).every((groups) => groups.length > 1);
  if (!isWrapped || widths.length === 0 || Math.max(...widths) - Math.min(...widths) > 1) return false;
  const joined = lines.map((groups) => groups.join(" ")).join("");
  return isEven(joined.split(" "));
}
