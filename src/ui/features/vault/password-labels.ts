import { vaultText, vaultWords } from "../../text/vault.ts";

/** What the boxes for a new password are called here, where it is no passphrase of the keyring. */
export const PASSWORD_LABELS = {
  first: { passphrase: vaultWords.password, repeated: vaultWords.repeat },
  next: { passphrase: vaultWords.next, repeated: vaultWords.repeatNext },
  what: "password",
} as const;

export const VAULT_PASSWORD_NOTE = vaultText.passwordNote;
