/**
 * The strength meter and its word lists: by far the heaviest part of the interface, so it is loaded where
 * needed.
 */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { generatePassphrase } from "../../../core/sealed/passphrase.ts";
import { generateAccountName } from "../../../vault-client/account-name.ts";

/**
 * What opens Sixtyfour here, and what leaves this computer: the password of an exported file, or of a vault.
 * Others may take the latter home and guess for years.
 */
export type ChosenFor = "passphrase" | "password";

/**
 * The fewest guesses, by the meter's count, as a power of ten. At half a second for each, as a browser takes,
 * 10¹⁰ are over a century. Who guesses does not use a browser: at two thousand in a second, which we take for
 * one graphics card, 10¹⁰ are two months, and 10¹² are sixteen years.
 */
const FEWEST_GUESSES_LOG10: Record<ChosenFor, number> = { passphrase: 10, password: 12 };
const GENERATED_WORDS = 5;

export type Strength = {
  /** 0 to 4. */
  score: number;
  enough: boolean;
  /** Ids of the meter's library. */
  warning: string | null;
  suggestions: readonly string[];
};

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

export function measure(passphrase: string, what: ChosenFor): Strength {
  const { score, guessesLog10, feedback } = meter.check(passphrase.normalize("NFKC"));
  const enough = guessesLog10 >= FEWEST_GUESSES_LOG10[what];
  return {
    score: enough ? score : Math.min(score, 1),
    enough,
    warning: feedback.warning,
    suggestions: feedback.suggestions,
  };
}

/** Five words of a list of 7,776: 64 bits. */
export function suggestPassphrase(): string {
  return generatePassphrase(dictionary["diceware-common"], GENERATED_WORDS);
}

/** The name of a vault entry: four words, 51.7 bits. */
export function suggestAccountName(): string {
  return generateAccountName(dictionary["diceware-common"]);
}
