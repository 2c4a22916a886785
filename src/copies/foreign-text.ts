/** Makes texts from other people's files safe to use as labels and notes. */

/**
 * Control characters and every kind of line end: in a label they would write lines of their own into the
 * notes.
 */
const LINE_ENDS = /[\p{Cc}\u2028\u2029]+/gu;

export function toOneLine(text: string): string {
  return text.replace(LINE_ENDS, " ").trim();
}

/** Not through the middle of a character of two units. */
export function shortened(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
