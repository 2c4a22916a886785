/** A name from a disk on a terminal: nothing in it may move the cursor or turn the text. */
export function shownName(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
