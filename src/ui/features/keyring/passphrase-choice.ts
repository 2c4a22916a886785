/** What speaks against a newly chosen passphrase. */
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from "../../../core/sealed/passphrase.ts";
import { choosingText } from "../../text/passphrase.ts";

export type Chosen = { passphrase: string; repeated: string };

/** By far the heaviest part of choosing; null where it does not load. */
export function loadMeter(): Promise<typeof import("./strength.ts") | null> {
  return import("./strength.ts").catch(() => null);
}

/** The reason to refuse it as a sentence, or null. */
export async function refusalOf(
  { passphrase, repeated }: Chosen,
  what: keyof typeof choosingText = "passphrase",
): Promise<string | null> {
  const text = choosingText[what];
  const meter = await loadMeter();
  const strength = meter?.measure(passphrase) ?? null;
  const length = Array.from(passphrase.normalize("NFKC")).length;
  if (length < SHORTEST_PASSPHRASE) return text.tooShort;
  if (length > LONGEST_PASSPHRASE) return text.tooLong;
  if (strength === null) return text.noMeter;
  if (!strength.enough) return [text.tooWeak, ...strength.advice].join(" ");
  return passphrase === repeated ? null : text.mismatch;
}
