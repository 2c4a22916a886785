/** The records of this keyring in vaults: notes that only this page writes. */
import type { VaultNote } from "../../../core/keyring/opened-keyring.ts";
import { highestState, parseVaultAccount, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import { highestSignedState } from "../../../protocol/vault/signed-state.ts";
import { ActError, type Ask } from "../../kit/use-act.ts";

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

export async function readRecords(ask: Ask): Promise<VaultRecord[]> {
  return (await ask("vault.list", {})).map(recordOf);
}

/**
 * A keyring that was taken in may have brought a second note of the record: the highest state counts that the
 * vault has signed.
 */
function atHighestState(account: VaultAccount, records: readonly VaultRecord[]): Promise<VaultAccount> {
  return highestSignedState(
    account,
    records.filter(isUsable).map((record) => record.account),
  );
}

/**
 * Stores the account before it answers. What was taken in meanwhile stays: a higher state, and another id of
 * its key.
 *
 * @param entryId - where the record turned out to hold another key than it is stored with.
 */
export async function saveRecord(
  ask: Ask,
  { id, account }: UsableRecord,
  entryId: string | null = null,
): Promise<void> {
  const records = await readRecords(ask);
  const stored = records.find((record) => record.id === id)?.account;
  // What this note itself has seen counts as it stands: it was stored here.
  const seen = stored ? highestState(account, [stored]) : account;
  const now = await atHighestState(seen, records);
  await ask("vault.save", noteOf(id, { ...now, entryId: entryId ?? stored?.entryId ?? now.entryId }));
}

/** Takes the record away from the keyring. */
export async function dropRecord(ask: Ask, id: string): Promise<void> {
  await ask("vault.save", { id, text: "" });
}

/** The one that `isIt` picks, as it is stored now; null where none is. */
export async function findRecord(
  ask: Ask,
  isIt: (record: UsableRecord) => boolean,
): Promise<UsableRecord | null> {
  const records = await readRecords(ask);
  const found = records.filter(isUsable).find(isIt);
  return found ? { id: found.id, account: await atHighestState(found.account, records) } : null;
}

/** The record as it is stored now. */
export async function readRecord(ask: Ask, id: string): Promise<UsableRecord> {
  const record = await findRecord(ask, (one) => one.id === id);
  if (record === null) throw new ActError(({ vaultText }) => vaultText.recordGone);
  return record;
}
