/** The records of this keyring in vaults: notes that only this page writes. */
import { type ErrorCode, ok, type Result } from "../../../core/errors.ts";
import type { VaultNote } from "../../../core/keyring/opened-keyring.ts";
import { highestState, parseVaultAccount, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { Api } from "../../api.ts";
import type { Sentence } from "../../text/use-text.ts";

/** `account`: null where a newer version wrote it. */
export type VaultRecord = { id: string; account: VaultAccount | null };

/** A record that can be worked with. */
export type UsableRecord = { id: string; account: VaultAccount };
export const isUsable = (record: VaultRecord): record is UsableRecord => record.account !== null;

export const recordOf = ({ id, text }: VaultNote): VaultRecord => ({ id, account: parseVaultAccount(text) });
export const noteOf = (id: string, account: VaultAccount): VaultNote => ({
  id,
  text: JSON.stringify(account),
});

export async function readRecords(api: Api): Promise<Result<VaultRecord[], ErrorCode>> {
  const notes = await api.ask("vault.list", {});
  return notes.ok ? ok(notes.value.map(recordOf)) : notes;
}

const accountsOf = (records: readonly VaultRecord[]) =>
  records.flatMap(({ account }) => (account === null ? [] : [account]));

/**
 * Stores the account before it answers; null takes the record away. What was taken in meanwhile stays: a
 * higher state, and another id of its key.
 *
 * @param entryId - where the record turned out to hold another key than it is stored with.
 */
export async function saveRecord(
  api: Api,
  id: string,
  account: VaultAccount | null,
  entryId?: string,
): Promise<Result<unknown>> {
  if (account === null) return api.ask("vault.save", { id, text: "" });
  const records = await readRecords(api);
  if (!records.ok) return records;
  const stored = records.value.find((record) => record.id === id)?.account;
  const now = highestState(account, accountsOf(records.value));
  return api.ask("vault.save", noteOf(id, { ...now, entryId: entryId ?? stored?.entryId ?? now.entryId }));
}

/**
 * The record as it is stored now, or a sentence. Its state is the highest that any note of it has: a keyring
 * that was taken in may have brought a second one.
 */
export async function readUsable(
  api: Api,
  id: string,
): Promise<{ ok: true; value: UsableRecord } | { ok: false; text: Sentence }> {
  const records = await readRecords(api);
  if (!records.ok) return { ok: false, text: ({ errorText }) => errorText[records.error.code] };
  const found = records.value.find((record) => record.id === id);
  if (!found || !isUsable(found)) return { ok: false, text: ({ vaultText }) => vaultText.recordGone };
  return { ok: true, value: { id, account: highestState(found.account, accountsOf(records.value)) } };
}
