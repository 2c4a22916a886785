/**
 * What is typed for a record that is in a vault already, checked here, so that a typo sends nothing and uses
 * up no attempt.
 */
import { isFingerprintOf, type Pins } from "../../../vault-client/fingerprint.ts";
import { isVaultPasswordLength } from "../../../vault-client/vault-password.ts";
import type { Sentence } from "../../text/use-text.ts";

/** The reason to refuse a password or null. */
export function passwordRefusal(typed: string): Sentence | null {
  if (typed === "") return ({ vaultText }) => vaultText.needsPassword;
  return isVaultPasswordLength(typed) ? null : ({ vaultText }) => vaultText.passwordLength;
}

/**
 * The reason to refuse a vault by what was typed off a recovery card, or null; nothing typed, nothing
 * compared.
 */
export function fingerprintRefusal(pins: Pins, typed: string): Sentence | null {
  const isOther = typed.trim() !== "" && !isFingerprintOf(pins, typed);
  return isOther ? ({ vaultText }) => vaultText.otherFingerprint : null;
}
