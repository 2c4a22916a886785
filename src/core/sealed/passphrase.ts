/** The local passphrase, before it meets the KDF. */
import { randomBytes, utf8ToBytes } from "../bytes.ts";

/**
 * Shortest and longest passphrase taken, in code points after NFKC. Strength is judged where it is chosen.
 */
export const SHORTEST_PASSPHRASE = 8;
export const LONGEST_PASSPHRASE = 1024;

/** NFKC, UTF-8. Not trimmed, not lower-cased: what was typed counts. */
export function passphraseBytes(passphrase: string): Uint8Array {
  return utf8ToBytes(passphrase.normalize("NFKC"));
}

export function isPassphraseLength(passphrase: string): boolean {
  const length = Array.from(passphrase.normalize("NFKC")).length;
  return length >= SHORTEST_PASSPHRASE && length <= LONGEST_PASSPHRASE;
}

/**
 * Words drawn evenly from a list, joined by dashes; five of 7,776 words are 64 bits.
 *
 * @param words - at most 65,536 of them. Draws beyond the largest multiple of the list's length are thrown
 *   away, so that no word is likelier than another.
 */
export function generatePassphrase(words: readonly string[], count: number): string {
  if (words.length === 0 || words.length > 65_536) throw new RangeError("word list of a wrong size");
  const limit = 65_536 - (65_536 % words.length);
  const drawn: string[] = [];
  while (drawn.length < count) {
    const [high = 0, low = 0] = randomBytes(2);
    const value = high * 256 + low;
    const word = words[value % words.length];
    if (value < limit && word !== undefined) drawn.push(word);
  }
  return drawn.join("-");
}
