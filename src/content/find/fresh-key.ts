/**
 * Is a key to be entered that was made just now? Then the user has none of an older backup to fill.
 *
 * Such a dialog says much that a restore form says too. What it adds is of several kinds, and each alone may
 * stand in a restore form: "try again", "keep your key safe". So two kinds are asked for. Where nothing is
 * said of restoring, one is enough: missing a form costs the user a click (*Choose the field*).
 */
import { has, without } from "./words.ts";

/** What a dialog says and shows, apart from its fields. */
export type Said = {
  /** Its words, in western digits, without those of its buttons. */
  words: string;
  /** Those of its buttons: most forms have one that says "Confirm". */
  buttons: string;
  /** A box to tick: "I have saved my key". */
  tickBox: boolean;
};

/** What ends a sentence, in the scripts of `words.ts`. */
const SENTENCE_END = /[.!?;\n\u0964\u061f\u06d4\u3002\uff01\uff1f]/;

function saysNewKey(words: string): boolean {
  return words.split(SENTENCE_END).some((part) => has("fresh", part) && has("key", part));
}

/**
 * Is the key itself called new? Right beside it, or with one word between: "enter the key on your new phone" is
 * of an old one.
 */
export function callsKeyNew(text: string): boolean {
  return without("size", text)
    .split(SENTENCE_END)
    .some((sentence) => {
      const all = sentence.split(/\s+/);
      const isKey = (word = ""): boolean => has("key", word);
      return all.some((word, i) => has("fresh", word) && [all[i - 1], all[i + 1], all[i + 2]].some(isKey));
    });
}

const saysRestore = ({ words, buttons }: Said): boolean =>
  has("restore", words) || has("restore", buttons) || has("opening", words);

export function isOfNewKey(said: Said): boolean {
  const { words, buttons, tickBox } = said;
  if (has("confirming", words)) return true;
  const signs = [
    has("made", words) || callsKeyNew(words),
    has("keep", words) || has("keep", buttons),
    has("assure", words),
    has("making", buttons),
    tickBox,
  ].filter(Boolean).length;
  // "Read your chats again on your new phone."
  const weaker = [saysNewKey(words), has("again", words)].filter(Boolean).length;
  return signs + weaker > 1 || (signs > 0 && !saysRestore(said));
}
