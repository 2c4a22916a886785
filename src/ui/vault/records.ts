/** The records of this keyring in vaults: notes that only this page writes. */
import { type ErrorCode, ok, type Result } from "../../core/errors.ts";
import { parseVaultAccount, type VaultAccount } from "../../core/vault-account.ts";
import type { VaultNote } from "../../protocol/page.ts";
import type { Api } from "../api.ts";
import { vaultText } from "../text/vault.ts";
import { errorText } from "../text.ts";

/** `account`: null where a newer version wrote it. */
export type VaultRecord = { id: string; account: VaultAccount | null };

/** A record that can be worked with. */
export type Record = { id: string; account: VaultAccount };
export const isUsable = (record: VaultRecord): record is Record => record.account !== null;

export const recordOf = ({ id, text }: VaultNote): VaultRecord => ({ id, account: parseVaultAccount(text) });
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

/** The record as it is stored now, or a sentence. */
export async function readUsable(
  api: Api,
  id: string,
): Promise<{ ok: true; value: Record } | { ok: false; text: string }> {
  const records = await readRecords(api);
  if (!records.ok) return { ok: false, text: errorText[records.error.code] };
  const found = records.value.find((record) => record.id === id);
  return found && isUsable(found) ? { ok: true, value: found } : { ok: false, text: vaultText.recordGone };
}
