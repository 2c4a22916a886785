/** The notes of vaults of several states of a keyring become one list: see `merge-keyrings.ts` for what is kept. */
import type { Result } from "./errors.ts";
import { boundVaultNotes, type VaultNote } from "./keyring.ts";
import { parseVaultAccount, type VaultAccount } from "./vault-account.ts";

const isOneRecord = (a: VaultAccount, b: VaultAccount) =>
  (["vaultId", "publicKey", "stateKey", "rowId"] as const).every((name) => a[name] === b[name]);

const isAhead = (a: VaultAccount, b: VaultAccount) =>
  a.generation > b.generation || (a.generation === b.generation && a.sequence > b.sequence);

/** What another browser has begun is for that one to finish; here it leaves a doubt, which a login removes. */
function doubtOf({ pending }: VaultAccount): VaultAccount["pending"] {
  if (pending === null || pending.step === "erased") return pending;
  return { step: "prove" };
}

/**
 * The account with the highest state that either has seen, so that a vault which goes back behind it is found out.
 * Device and facts stay: whoever merges may not have the other's device any more. What waits for a generation that
 * is over waits no more.
 */
function withHighestState(account: VaultAccount, other: VaultAccount): VaultAccount {
  if (!isOneRecord(account, other) || !isAhead(other, account)) return account;
  const { generation, sequence } = other;
  const { pending } = account;
  const stays = pending !== null && (pending.step === "delete" || generation === account.generation);
  return { ...account, generation, sequence, pending: stays ? pending : doubtOf(other) };
}

/** @param texts - of one note, the newest first. What a newer version wrote is taken as it stands. */
function mergeTexts([newest = "", ...others]: readonly string[]): string {
  const account = parseVaultAccount(newest);
  if (account === null) return newest;
  const known = others.map(parseVaultAccount).filter((one) => one !== null);
  const merged = known.reduce(withHighestState, account);
  return merged === account ? newest : JSON.stringify(merged);
}

/**
 * @param states - the notes of each state, the newest state first.
 * @returns `not-stored` where more are kept than a keyring may hold.
 */
export function mergeVaultNotes(
  states: readonly (readonly VaultNote[])[],
): Result<VaultNote[], "not-stored"> {
  const texts = new Map<string, string[]>();
  // The oldest first, so that of too many forgotten ones these go.
  for (const { id, text } of states.toReversed().flat()) texts.set(id, [text, ...(texts.get(id) ?? [])]);
  const merged = [...texts].map(([id, all]) => ({ id, text: all.includes("") ? "" : mergeTexts(all) }));
  return boundVaultNotes(merged);
}
