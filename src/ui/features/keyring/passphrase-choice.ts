/** What speaks against a newly chosen passphrase. */
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from "../../../core/sealed/passphrase.ts";
import { ActError } from "../../kit/use-act.ts";
import type { Messages, Sentence } from "../../text/use-text.ts";

export type Chosen = { passphrase: string; repeated: string };

/** By far the heaviest part of choosing; null where it does not load. */
export function loadMeter(): Promise<typeof import("./strength.ts") | null> {
  return import("./strength.ts").catch(() => null);
}

/** The reason to refuse it, or null. */
export async function refusalOf(
  { passphrase, repeated }: Chosen,
  what: keyof Messages["choosingText"] = "passphrase",
): Promise<Sentence | null> {
  const of = ({ choosingText }: Messages) => choosingText[what];
  const meter = await loadMeter();
  const strength = meter?.measure(passphrase) ?? null;
  const length = Array.from(passphrase.normalize("NFKC")).length;
  if (length < SHORTEST_PASSPHRASE) return (text) => of(text).tooShort;
  if (length > LONGEST_PASSPHRASE) return (text) => of(text).tooLong;
  if (strength === null) return (text) => of(text).noMeter;
  if (!strength.enough) return (text) => [of(text).tooWeak, ...text.adviceText(strength)].join(" ");
  return passphrase === repeated ? null : (text) => of(text).mismatch;
}

/** Throws what speaks against it. */
export async function checkChosen(chosen: Chosen, what?: keyof Messages["choosingText"]): Promise<void> {
  const refusal = await refusalOf(chosen, what);
  if (refusal !== null) throw new ActError(refusal);
}
