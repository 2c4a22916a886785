/** Texts of other people's files, made fit to stand where ours stand. */

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
