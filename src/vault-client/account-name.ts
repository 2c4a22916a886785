/**
 * The name of an account: four generated words. No e-mail address, no phone number, nothing that can be
 * looked up.
 *
 * A stranger who knows a name can use up its attempts. So a name must be hard to guess: four words out of
 * 7,776 are 51.7 bits.
 */

import { LONGEST_ACCOUNT_NAME } from "../core/keyring/vault-record.ts";
import { generatePassphrase } from "../core/sealed/passphrase.ts";

const WORDS = 4;

/** @param words - a list of at least 7,776 (the interface's; too long to be part of this room). */
export function generateAccountName(words: readonly string[]): string {
  return generatePassphrase(words, WORDS);
}

/**
 * What a person typed off a sheet, as it was generated: NFKC, lower case, one dash between words.
 *
 * @returns null when nothing is left, or more than {@link LONGEST_ACCOUNT_NAME} characters.
 */
export function normaliseAccountName(typed: string): string | null {
  const words = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s\p{Pd}_.,]+/u);
  const name = words.filter((word) => word !== "").join("-");
  return name !== "" && name.length <= LONGEST_ACCOUNT_NAME ? name : null;
}
