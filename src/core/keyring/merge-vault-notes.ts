/**
 * The notes of vaults of several states of a keyring become one list: see `merge-keyrings.ts` for what is
 * kept.
 */
import type { Result } from "../errors.ts";
import { boundVaultNotes, isKeptNote, LONGEST_VAULT_NOTE, type VaultNote } from "./opened-keyring.ts";
import { highestState, isState, type VaultAccount } from "./vault-record.ts";

/** Only what is compared is read strictly: the rest is the vault page's business. */
function accountOf({ text }: VaultNote): VaultAccount | null {
  try {
    const account = JSON.parse(text);
    return isState(account) ? account : null;
  } catch {
    return null;
  }
}

/** A note's text with the highest state of its record among all; as it stands where that is its own. */
function raised(note: VaultNote, all: readonly VaultAccount[]): string {
  const account = accountOf(note);
  const now = account && highestState(account, all);
  const text = now === account ? note.text : JSON.stringify(now);
  // Written otherwise by whoever prepared it, it may have grown.
  return text.length > LONGEST_VAULT_NOTE ? note.text : text;
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
  const forgotten = notes.filter((note) => !isKeptNote(note)).map(({ id }) => id);
  // The oldest first, so that of too many forgotten ones these go, and the newest's text takes the place of
  // the others.
  const byId = new Map(notes.map((note) => [note.id, note]));
  const merged = [...byId.values()].map((note) => ({
    id: note.id,
    text: forgotten.includes(note.id) ? "" : raised(note, all),
  }));
  return boundVaultNotes(merged);
}
