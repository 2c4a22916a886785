/** Makes a file name safe to print: no character may move the cursor or reverse the text. */
export function shownName(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}
