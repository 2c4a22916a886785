/**
 * A keyring from a file, as far as it is believed: it may be old, or prepared by somebody. Whatever a page has
 * read of it and whatever it was asked to leave out, this is done here.
 *
 * - no time is later than now, and no place counts as verified before it was checked here (`clamp-imported.ts`)
 * - a record in a vault has the state that its vault has signed, or the lowest one
 */
import { takenIn } from "../../core/keyring/clamp-imported.ts";
import type { Keyring } from "../../core/keyring/opened-keyring.ts";
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
      if (claimed === null) return note;
      const { account, isVerified } = await believedAccount(claimed);
      if (isVerified) verified.push(account);
      return { ...note, text: JSON.stringify(account) };
    }),
  );
  return { keyring: { ...takenIn(given, nowMs), vaults }, verified };
}
