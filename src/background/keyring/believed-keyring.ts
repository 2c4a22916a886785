/**
 * A keyring from a file, as far as it is believed: it may be old, or prepared by somebody. Whatever a page has
 * read of it and whatever it was asked to leave out, this is done here.
 *
 * - no time is later than now, and no place counts as verified before it was checked here (`clamp-imported.ts`)
 * - a record in a vault has the state that its vault has signed, or the lowest one; nothing waits to be sent to
 *   the vault, and what cannot be read is left out
 */
import { takenIn } from "../../core/keyring/clamp-imported.ts";
import { isKeptNote, type Keyring } from "../../core/keyring/opened-keyring.ts";
import { parseVaultAccount, type VaultAccount } from "../../core/keyring/vault-record.ts";
import { believedAccount } from "../../protocol/vault/signed-state.ts";

type Believed = {
  keyring: Keyring;
  /** Accounts whose state their vault has signed. */
  verified: VaultAccount[];
};

export async function believedKeyring(given: Keyring, nowMs: number): Promise<Believed> {
  const verified: VaultAccount[] = [];
  const vaults = await Promise.all(
    given.vaults.map(async (note) => {
      const claimed = parseVaultAccount(note.text);
      // Nobody could be shown the address in what cannot be read.
      if (claimed === null) return isKeptNote(note) ? [] : [note];
      const { account, isVerified } = await believedAccount(claimed, nowMs);
      if (isVerified) verified.push(account);
      return [{ ...note, text: JSON.stringify(account) }];
    }),
  );
  return { keyring: { ...takenIn(given, nowMs), vaults: vaults.flat() }, verified };
}
