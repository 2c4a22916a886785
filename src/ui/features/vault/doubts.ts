/** Decides when a vault counts as a verified place of a key, and when it no longer does. */
import { placeOf, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Outcome, Refusal } from "../../../vault-client/outcome.ts";
import { type Ask, RefusedError } from "../../kit/use-act.ts";
import { saveRecord, type UsableRecord } from "./records.ts";
import { granted } from "./vault-refused-error.ts";

/** Nothing waits that must still be sent. */
export const isSettled = ({ pending }: VaultAccount): boolean =>
  pending === null || pending.step === "erased";

/** Has a login shown that this vault entry holds the key, and has nothing since cast doubt on it? */
export function isVerified(account: VaultAccount, entry: EntrySummary): boolean {
  const place = placeOf(account);
  return entry.places.some((one) => one.place === place && one.verifiedAtMs !== null);
}

/**
 * The background compares the key that came back with its own, and notes the place as verified. Throws
 * `internal` if the keys differ.
 */
export async function markVerifiedIn(ask: Ask, account: VaultAccount, hex: string): Promise<void> {
  const evidence = { kind: "key", hex } as const;
  const { outcome } = await ask("place.verify", { id: account.entryId, place: placeOf(account), evidence });
  if (outcome !== "verified") throw new RefusedError("internal");
}

/** The vault no longer counts as a verified place, until a login verifies it again. */
export async function doubt(ask: Ask, account: VaultAccount): Promise<void> {
  await ask("place.forget", { id: account.entryId, place: placeOf(account) });
}

/**
 * It may hold another key, or one that another password opens; these do not tell a try that was merely wrong.
 */
const DOUBTFUL: readonly Refusal["code"][] = ["other-key", "damaged", "generation-changed"];

/** Notes what a refusal says about the vault entry; most refusals say nothing about it. */
async function doubtAfter(ask: Ask, { id, account }: UsableRecord, refusal: Refusal): Promise<void> {
  const isLast = refusal.code === "wrong-password" && refusal.attemptsLeft === 0;
  const isErased = isLast || refusal.code === "erased";
  if (!isErased && !DOUBTFUL.includes(refusal.code)) return;
  await doubt(ask, account);
  // What waits still has to be sent, and says more.
  if (isErased && isSettled(account))
    await saveRecord(ask, { id, account: { ...account, pending: { step: "erased" } } });
}

/** @returns what the vault granted. A refusal is thrown, but what it says about the entry is noted first. */
export async function grantedFor<T>(ask: Ask, record: UsableRecord, outcome: Outcome<T>): Promise<T> {
  if (!outcome.ok) await doubtAfter(ask, record, outcome.error);
  return granted(outcome);
}
