/** Whole sentences, one after another as English sets them; what is not there is left out. */
export function paragraph(...sentences: readonly (string | null)[]): string {
  return sentences.filter((sentence) => sentence !== null).join(" ");
}
