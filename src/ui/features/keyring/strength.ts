/**
 * The strength meter and its word lists: by far the heaviest part of the interface, so it is loaded where
 * needed.
 */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { generatePassphrase } from "../../../core/sealed/passphrase.ts";
import { generateAccountName } from "../../../vault-client/account-name.ts";

/** 10¹⁰ guesses: with the KDF's half a second each, over a century for one machine. */
const FEWEST_GUESSES_LOG10 = 10;
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

export function measure(passphrase: string): Strength {
  const { score, guessesLog10, feedback } = meter.check(passphrase.normalize("NFKC"));
  const enough = guessesLog10 >= FEWEST_GUESSES_LOG10;
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

/** The name of a record in a vault: four words, 51.7 bits. */
export function suggestAccountName(): string {
  return generateAccountName(dictionary["diceware-common"]);
}
