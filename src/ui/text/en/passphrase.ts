/** What is said where a passphrase is chosen. The ids come from the strength meter's library. */
import type { TranslationKeys } from "@zxcvbn-ts/core";
import { paragraph } from "./format.ts";
import { words } from "./shared-words.ts";

export const choosing = {
  repeat: "Repeat passphrase",
  current: "Current passphrase",
  next: "New passphrase",
  repeatNext: "Repeat new passphrase",
  generate: "Generate a passphrase",
  generated: "Five words, in both boxes now. Write them down before you go on:",
  noReset: "Nobody can reset it: not us, not WhatsApp.",
  strength: "Strength",
  unmeasured: "–",
  currentMissing: "Type the current passphrase first.",
};

/** What the boxes for a passphrase of the keyring are called. */
export const passphraseLabels = { passphrase: words.passphrase, repeated: choosing.repeat };
export const nextPassphraseLabels = { passphrase: choosing.next, repeated: choosing.repeatNext };

/** Why what was chosen is refused: of the keyring, or of a record in a vault. */
export const choosingText = {
  passphrase: {
    tooShort: "The passphrase is too short: it needs at least 8 characters.",
    tooLong: "The passphrase is too long: 1,024 characters are the most.",
    tooWeak: "The passphrase is too easy to guess.",
    mismatch: "The two passphrases are not the same.",
    noMeter: "The strength of the passphrase could not be measured. Reload this page and try again.",
  },
  password: {
    tooShort: "The password is too short: it needs at least 8 characters.",
    tooLong: "The password is too long: 1,024 characters are the most.",
    tooWeak: "The password is too easy to guess.",
    mismatch: "The two passwords are not the same.",
    noMeter: "The strength of the password could not be measured. Reload this page and try again.",
  },
};

const STRENGTHS = ["Far too easy", "Too easy", "Fair", "Good", "Strong"];

/** @param score - 0 to 4; what is refused has 1 at most. */
export function strengthName(score: number): string {
  return STRENGTHS[score] ?? "";
}

const warningText: Record<keyof TranslationKeys["warnings"], string> = {
  straightRow: "A row of keys on the keyboard is guessed early.",
  keyPattern: "A short pattern on the keyboard is guessed early.",
  simpleRepeat: "One character over and over is guessed early.",
  extendedRepeat: "A repeated pattern is hardly better than the pattern once.",
  sequences: "Characters in their usual order, such as “abc”, are guessed early.",
  recentYears: "A recent year is guessed early.",
  dates: "A date is guessed early.",
  topTen: "This is one of the most used passwords of all.",
  topHundred: "This is among the hundred most used passwords.",
  common: "This is a much used password.",
  similarToCommon: "This is close to a much used password.",
  wordByItself: "One word alone is guessed early.",
  namesByThemselves: "A name alone is guessed early.",
  commonNames: "A common name is guessed early.",
  userInputs: "It holds something that belongs to this page.",
  pwned: "This password is on lists of stolen ones.",
};

const suggestionText: Record<keyof TranslationKeys["suggestions"], string> = {
  l33t: "Signs in place of letters, such as @ for a, help little.",
  reverseWords: "A word written backwards helps little.",
  allUppercase: "All capitals are hardly better than none.",
  capitalization: "A capital at the start helps little.",
  dates: "Leave out dates and years that have to do with you.",
  recentYears: "Leave out recent years.",
  associatedYears: "Leave out years that have to do with you.",
  sequences: "Leave out characters in their usual order.",
  repeated: "Do not repeat words or characters.",
  longerKeyboardPattern: "A pattern on the keyboard would have to be much longer.",
  anotherWord: "Add a word or two that are seldom used.",
  useWords: "Take several words that do not belong together.",
  noNeed: "Words are enough: signs, digits and capitals are not needed.",
  pwned: "Change it wherever else you use it.",
};

function sentence(texts: Record<string, string>, id: string): string[] {
  const text = texts[id];
  return text === undefined ? [] : [text];
}

type Measured = { warning: string | null; suggestions: readonly string[] };

function adviceTexts({ warning, suggestions }: Measured): string[] {
  return [
    ...(warning === null ? [] : sentence(warningText, warning)),
    ...suggestions.flatMap((id) => sentence(suggestionText, id)),
  ];
}

/** How strong it is, and what would make it stronger. */
export function strengthText(strength: Measured & { score: number }): string {
  return paragraph(`${strengthName(strength.score)}.`, ...adviceTexts(strength));
}

export function tooWeakText(what: keyof typeof choosingText, strength: Measured): string {
  return paragraph(choosingText[what].tooWeak, ...adviceTexts(strength));
}
