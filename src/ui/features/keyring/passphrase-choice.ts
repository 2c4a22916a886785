/** What speaks against a newly chosen passphrase. */
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from "../../../core/sealed/passphrase.ts";
import { MistakeError, PASSPHRASE_BOX } from "../../kit/use-act.ts";
import type { Sentence } from "../../text/use-text.ts";
import type { ChosenFor } from "./strength.ts";

export type Chosen = { passphrase: string; repeated: string };

/** The two boxes of a new passphrase, for what is wrong with one of them. */
export const CHOSEN_BOX = "chosen";
export const REPEATED_BOX = "repeated";

/** By far the heaviest part of choosing; null where it does not load. */
export function loadMeter(): Promise<typeof import("./strength.ts") | null> {
  return import("./strength.ts").catch(() => null);
}

/** `box`: the one of the two that is wrong. */
type ChoiceRefusal = { sentence: Sentence; box: typeof CHOSEN_BOX | typeof REPEATED_BOX };

/** The reason to refuse it, or null. */
export async function refusalOf(
  { passphrase, repeated }: Chosen,
  what: ChosenFor = "passphrase",
): Promise<ChoiceRefusal | null> {
  const weakness = await weaknessOf(passphrase, what);
  if (weakness !== null) return { sentence: weakness, box: CHOSEN_BOX };
  if (passphrase === repeated) return null;
  return { sentence: ({ choosingText }) => choosingText[what].mismatch, box: REPEATED_BOX };
}

async function weaknessOf(passphrase: string, what: ChosenFor): Promise<Sentence | null> {
  const meter = await loadMeter();
  const strength = meter?.measure(passphrase, what) ?? null;
  const length = Array.from(passphrase.normalize("NFKC")).length;
  if (length < SHORTEST_PASSPHRASE) return ({ choosingText }) => choosingText[what].tooShort;
  if (length > LONGEST_PASSPHRASE) return ({ choosingText }) => choosingText[what].tooLong;
  if (strength === null) return ({ choosingText }) => choosingText[what].noMeter;
  return strength.enough ? null : ({ tooWeakText }) => tooWeakText(what, strength);
}

/** Throws if the passphrase that opens now was not typed. */
export function checkCurrent(typed: string): void {
  if (typed === "") throw new MistakeError(({ choosing }) => choosing.currentMissing, PASSPHRASE_BOX);
}

/** Throws what speaks against it. */
export async function checkChosen(chosen: Chosen, what?: ChosenFor): Promise<void> {
  const refusal = await refusalOf(chosen, what);
  if (refusal !== null) throw new MistakeError(refusal.sentence, refusal.box);
}
