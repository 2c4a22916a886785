/**
 * What is typed for a record that is in a vault already, checked here, so that a typo sends nothing and uses
 * up no attempt.
 */
import { isFingerprintOf, type Pins } from "../../../vault-client/fingerprint.ts";
import { isVaultPasswordLength } from "../../../vault-client/vault-password.ts";
import { vaultText } from "../../text/vault.ts";

/** The reason to refuse a password as a sentence, or null. */
export function passwordRefusal(typed: string): string | null {
  if (typed === "") return vaultText.needsPassword;
  return isVaultPasswordLength(typed) ? null : vaultText.passwordLength;
}

/**
 * The reason to refuse a vault by what was typed off a recovery card, or null; nothing typed, nothing
 * compared.
 */
export function fingerprintRefusal(pins: Pins, typed: string): string | null {
  return typed.trim() === "" || isFingerprintOf(pins, typed) ? null : vaultText.otherFingerprint;
}
