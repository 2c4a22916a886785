/**
 * Checks what is typed for an existing vault entry, because a typo must send nothing and use up no attempt.
 * A check throws the sentence to show.
 */
import { normaliseAccountName } from "../../../vault-client/account-name.ts";
import { isVaultIdOf, type Pins } from "../../../vault-client/vault-id.ts";
import { isVaultPasswordLength } from "../../../vault-client/vault-password.ts";
import { MistakeError } from "../../kit/use-act.ts";

/** The boxes of the page's forms, for what is wrong with one of them. */
export const ADDRESS_BOX = "address";
export const NAME_BOX = "name";
export const PASSWORD_BOX = "password";
export const VAULT_ID_BOX = "vaultId";

export function checkPassword(typed: string): void {
  if (typed === "") throw new MistakeError(({ vaultText }) => vaultText.needsPassword, PASSWORD_BOX);
  if (!isVaultPasswordLength(typed))
    throw new MistakeError(({ vaultText }) => vaultText.passwordLength, PASSWORD_BOX);
}

/** Compares a vault with what was typed off a recovery card; nothing typed, nothing compared. */
export function checkVaultId(pins: Pins, typed: string): void {
  if (typed.trim() !== "" && !isVaultIdOf(pins, typed))
    throw new MistakeError(({ vaultText }) => vaultText.otherVaultId, VAULT_ID_BOX);
}

/** @returns the name as it is sent. */
export function checkName(typed: string): string {
  const name = normaliseAccountName(typed);
  if (name === null) throw new MistakeError(({ vaultText }) => vaultText.needsName, NAME_BOX);
  return name;
}
