/** The notes of vaults of several states of a keyring become one list: see `merge-keyrings.ts` for what is kept. */
import type { Result } from "./errors.ts";
import { isRecord } from "./is-record.ts";
import { boundVaultNotes, type VaultNote } from "./keyring.ts";
import { highestState, type VaultAccount } from "./vault-account.ts";

/** Not read strictly: that is the vault page's business, and what does not compare as a number raises nothing. */
function accountOf({ text }: VaultNote): VaultAccount | null {
  try {
    const account: unknown = JSON.parse(text);
    return isRecord(account) && typeof account["rowId"] === "string" ? (account as VaultAccount) : null;
  } catch {
    return null;
  }
}

/** A note with the highest state of its record among all; as it stands where that is its own, or it is none of ours. */
function raised(note: VaultNote, all: readonly VaultAccount[]): VaultNote {
  const account = accountOf(note);
  const now = account && highestState(account, all);
  return now === account ? note : { ...note, text: JSON.stringify(now) };
}

/**
 * @param states - the notes of each state, the newest state first.
 * @returns `not-stored` where more are kept than a keyring may hold.
 */
export function mergeVaultNotes(
  states: readonly (readonly VaultNote[])[],
): Result<VaultNote[], "not-stored"> {
  const notes = states.toReversed().flat();
  const all = notes.map(accountOf).filter((account) => account !== null);
  const forgotten = new Set(notes.filter(({ text }) => text === "").map(({ id }) => id));
  // The oldest first, so that of too many forgotten ones these go, and the newest's text takes the place of the others.
  const byId = new Map(notes.map((note) => [note.id, note]));
  const merged = [...byId.values()].map((note) =>
    forgotten.has(note.id) ? { ...note, text: "" } : raised(note, all),
  );
  return boundVaultNotes(merged);
}
