/** The vault records of this keyring: notes that only this page writes. */
import type { VaultNote } from "../../../core/keyring/opened-keyring.ts";
import { highestState, parseVaultAccount, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import { highestSignedState } from "../../../protocol/vault/signed-state.ts";
import { ActError, type Ask } from "../../kit/use-act.ts";

/** `account`: null where a newer version wrote it. */
export type VaultRecord = { id: string; account: VaultAccount | null };

/** A vault record that this version can read. */
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
 * An import may have brought a second note of the same vault entry: the highest state that the vault has signed
 * counts.
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
 * @param entryId - given if the vault entry turned out to hold another key than the one noted here.
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

/** Removes the vault record from the keyring. */
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

/** The vault record as it is stored now. */
export async function readRecord(ask: Ask, id: string): Promise<UsableRecord> {
  const record = await findRecord(ask, (one) => one.id === id);
  if (record === null) throw new ActError(({ vaultText }) => vaultText.recordGone);
  return record;
}
