/** What is said where a passphrase is chosen. The ids come from the strength meter's library. */
import type { TranslationKeys } from "@zxcvbn-ts/core";
import { paragraph } from "./format.ts";
import { words } from "./shared-words.ts";

export const choosing = {
  repeat: "Repeat passphrase",
  current: "Current passphrase",
  next: "New passphrase",
  repeatNext: "Repeat new passphrase",
  generated: "These five words are now in both boxes. Write them down before you continue:",
  noReset: "If you forget it, we can't reset it. Neither can WhatsApp.",
  strength: "Strength",
  unmeasured: "–",
  currentMissing: "Type your current passphrase first.",
};

/** Labels of the boxes for the passphrase, and of the button that fills them. */
const generate = "Generate a passphrase";
export const passphraseLabels = { passphrase: words.passphrase, repeated: choosing.repeat, generate };
export const nextPassphraseLabels = { passphrase: choosing.next, repeated: choosing.repeatNext, generate };

export const changePassphraseText = {
  press: "Change passphrase",
  hint: "What you saved before still opens with the old passphrase. Nothing that you save afterwards does.",
  changing: "Changing the passphrase …",
  changed:
    "Passphrase changed. What you saved before still opens with the old one. Nothing saved from now on does.",
};

/** Why a new passphrase, or a new vault password, is refused. */
export const choosingText = {
  passphrase: {
    tooShort: "The passphrase is too short. Use at least 8 characters.",
    tooLong: "The passphrase is too long. Use at most 1,024 characters.",
    tooWeak: "The passphrase is too easy to guess.",
    mismatch: "The two passphrases do not match.",
    noMeter: "Sixtyfour could not measure the passphrase's strength. Reload this page and try again.",
  },
  password: {
    tooShort: "The password is too short. Use at least 8 characters.",
    tooLong: "The password is too long. Use at most 1,024 characters.",
    tooWeak: "The password is too easy to guess.",
    mismatch: "The two passwords do not match.",
    noMeter: "Sixtyfour could not measure the password's strength. Reload this page and try again.",
  },
};

const STRENGTHS = ["Far too easy", "Too easy", "Fair", "Good", "Strong"];

/** @param score - 0 to 4; 0 and 1 are refused. */
export function strengthName(score: number): string {
  return STRENGTHS[score] ?? "";
}

const warningText: Record<keyof TranslationKeys["warnings"], string> = {
  straightRow: "A row of keys on the keyboard is easy to guess.",
  keyPattern: "A short pattern on the keyboard is easy to guess.",
  simpleRepeat: "One repeated character is easy to guess.",
  extendedRepeat: "Repeating a pattern hardly helps.",
  sequences: "Characters in their usual order, such as “abc”, are easy to guess.",
  recentYears: "A recent year is easy to guess.",
  dates: "A date is easy to guess.",
  topTen: "This is one of the ten most used passwords.",
  topHundred: "This is one of the hundred most used passwords.",
  common: "Many people use this password.",
  similarToCommon: "This is close to a common password.",
  wordByItself: "A single word is easy to guess.",
  namesByThemselves: "A single name is easy to guess.",
  commonNames: "A common name is easy to guess.",
  userInputs: "It contains a word from this page.",
  pwned: "This password is on lists of stolen passwords.",
};

const suggestionText: Record<keyof TranslationKeys["suggestions"], string> = {
  l33t: "Replacing letters with signs, such as @ for a, helps little.",
  reverseWords: "Writing a word backwards helps little.",
  allUppercase: "Using only capitals hardly helps.",
  capitalization: "A capital letter at the start helps little.",
  dates: "Avoid dates and years that are about you.",
  recentYears: "Avoid recent years.",
  associatedYears: "Avoid years that are about you.",
  sequences: "Avoid characters in their usual order.",
  repeated: "Avoid repeated words and characters.",
  longerKeyboardPattern: "Use a much longer keyboard pattern.",
  anotherWord: "Add one or two uncommon words.",
  useWords: "Use several words that are unrelated.",
  noNeed: "Words are enough. You need no signs, digits or capitals.",
  pwned: "Change it everywhere else you use it.",
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

/** The strength, and what would make the passphrase stronger. */
export function strengthText(strength: Measured & { score: number }): string {
  return paragraph(`${strengthName(strength.score)}.`, ...adviceTexts(strength));
}

export function tooWeakText(what: keyof typeof choosingText, strength: Measured): string {
  return paragraph(choosingText[what].tooWeak, ...adviceTexts(strength));
}
