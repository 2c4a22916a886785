/** What speaks against a newly chosen passphrase. */
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from "../../core/passphrase.ts";
import { choosing } from "../text/passphrase.ts";
import type { Strength } from "./strength.ts";

/** The reason to refuse it as a sentence, or null. `strength` is null where it could not be measured. */
export function refusalOf(passphrase: string, repeated: string, strength: Strength | null): string | null {
  const length = Array.from(passphrase.normalize("NFKC")).length;
  if (length < SHORTEST_PASSPHRASE) return choosing.tooShort;
  if (length > LONGEST_PASSPHRASE) return choosing.tooLong;
  if (strength === null) return choosing.noMeter;
  if (!strength.enough) return [choosing.tooWeak, ...strength.advice].join(" ");
  return passphrase === repeated ? null : choosing.mismatch;
}
