/**
 * The notes of vaults of several states of a keyring become one list: see `merge-keyrings.ts` for what is
 * kept.
 */
import { boundVaultNotes, isKeptNote, type VaultNote } from "./opened-keyring.ts";
import { LONGEST_VAULT_NOTE } from "./storage-budget.ts";
import { highestState, parseVaultAccount, type VaultAccount } from "./vault-record.ts";

/** A note's text with the highest verified state of its record; as it stands where that is its own. */
function raised(note: VaultNote, verified: readonly VaultAccount[]): string {
  const account = parseVaultAccount(note.text);
  const now = account && highestState(account, verified);
  const text = now === account ? note.text : JSON.stringify(now);
  return text.length > LONGEST_VAULT_NOTE ? note.text : text;
}

/**
 * @param states - the notes of each state, the newest state first.
 * @param verified - accounts whose state the vault itself has signed: nothing else raises a state.
 */
export function mergeVaultNotes(
  states: readonly (readonly VaultNote[])[],
  verified: readonly VaultAccount[] = [],
): VaultNote[] {
  const notes = states.toReversed().flat();
  const forgotten = notes.filter((note) => !isKeptNote(note)).map(({ id }) => id);
  // The oldest first, so that of too many forgotten ones these go, and the newest's text takes the place of
  // the others.
  const byId = new Map(notes.map((note) => [note.id, note]));
  const merged = [...byId.values()].map((note) => ({
    id: note.id,
    text: forgotten.includes(note.id) ? "" : raised(note, verified),
  }));
  return boundVaultNotes(merged);
}
