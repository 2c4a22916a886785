/**
 * Passphrases as requests carry them. A new one has a minimum and a maximum length. One that is typed to
 * unlock has a generous maximum only.
 */
import * as v from "valibot";
import { text } from "../../core/schema.ts";
import { isPassphraseLength, LONGEST_PASSPHRASE } from "../../core/sealed/passphrase.ts";

export const newPassphrase = v.pipe(v.string(), v.check(isPassphraseLength));
export const triedPassphrase = text(LONGEST_PASSPHRASE * 4);
