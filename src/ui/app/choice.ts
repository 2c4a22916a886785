/** What speaks against a newly chosen passphrase. */
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from "../../core/passphrase.ts";
import { choosingText } from "../text/passphrase.ts";
import type { Strength } from "./strength.ts";

/** The reason to refuse it as a sentence, or null. `strength` is null where it could not be measured. */
export function refusalOf(
  passphrase: string,
  repeated: string,
  strength: Strength | null,
  what: keyof typeof choosingText = "passphrase",
): string | null {
  const text = choosingText[what];
  const length = Array.from(passphrase.normalize("NFKC")).length;
  if (length < SHORTEST_PASSPHRASE) return text.tooShort;
  if (length > LONGEST_PASSPHRASE) return text.tooLong;
  if (strength === null) return text.noMeter;
  if (!strength.enough) return [text.tooWeak, ...strength.advice].join(" ");
  return passphrase === repeated ? null : text.mismatch;
}
