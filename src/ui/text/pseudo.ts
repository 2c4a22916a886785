/**
 * English in disguise, to be chosen in development: accented, so that a sentence that does not come from the
 * messages stands out; longer by half, as other languages are; written from right to left. What is cut off
 * lacks its brackets.
 */
import { en } from "./en/english.ts";
import type { Messages } from "./use-text.ts";

const PLAIN = "aceginorsuyACEGINORSUY";
const ACCENTED = "áçéğíñóŕšúýÁÇÉĞÍÑÓŔŠÚÝ";
const FILLER = "łőŕẽm";

/** The words alone, as a part of a sentence has them. */
export function accented(words: string): string {
  return Array.from(words, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join("");
}

export function pseudoText(text: string): string {
  if (text === "") return "";
  const fillers = Array.from({ length: Math.ceil(text.length / (2 * FILLER.length)) }, () => FILLER);
  return `⟦${accented(text)} ${fillers.join(" ")}⟧`;
}

/** Names and words to be searched for: nobody reads them. */
const UNSEEN: readonly string[] = ["id", "lookFor", "helpWords"];

function disguise(value: unknown): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (typeof value === "function") return (...given: unknown[]) => disguise(value(...given));
  if (Array.isArray(value)) return value.map(disguise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, UNSEEN.includes(name) ? part : disguise(part)]),
  );
}

export const pseudo = disguise(en) as Messages;
