/** The records of this keyring in vaults: notes that only this page reads and writes. */
import { type ErrorCode, ok, type Result } from "../../core/errors.ts";
import { readVaultAccount, type VaultAccount } from "../../core/vault-account.ts";
import type { VaultNote } from "../../protocol/page.ts";
import type { Api } from "../api.ts";

/** `account`: null where a newer version wrote it. */
export type VaultRecord = { id: string; account: VaultAccount | null };

function accountOf(text: string): VaultAccount | null {
  try {
    return readVaultAccount(JSON.parse(text));
  } catch {
    return null;
  }
}

export const recordOf = ({ id, text }: VaultNote): VaultRecord => ({ id, account: accountOf(text) });
export const noteOf = (id: string, account: VaultAccount): VaultNote => ({
  id,
  text: JSON.stringify(account),
});

export async function readRecords(api: Api): Promise<Result<VaultRecord[], ErrorCode>> {
  const notes = await api.ask("vault.list", {});
  return notes.ok ? ok(notes.value.map(recordOf)) : notes;
}

/** Stores the account before it answers; null takes the record away. */
export function saveRecord(api: Api, id: string, account: VaultAccount | null): Promise<Result<unknown>> {
  return api.ask("vault.save", account === null ? { id, text: "" } : noteOf(id, account));
}
