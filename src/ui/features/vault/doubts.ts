/** When a record in a vault counts as a copy of its key, and from when on it does not. */
import { placeOf, type VaultAccount } from "../../../core/keyring/vault-record.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Outcome, Refusal } from "../../../vault-client/outcome.ts";
import { type Ask, RefusedError } from "../../kit/use-act.ts";
import { saveRecord, type UsableRecord } from "./records.ts";
import { granted } from "./vault-refused-error.ts";

/** Nothing waits that must still be sent. */
export const isSettled = ({ pending }: VaultAccount): boolean =>
  pending === null || pending.step === "erased";

/** Whether a login has shown that this record holds the key, and nothing since that it does not. */
export function isVerified(account: VaultAccount, entry: EntrySummary): boolean {
  const place = placeOf(account);
  return entry.places.some((one) => one.place === place && one.verifiedAtMs !== null);
}

/**
 * The background compares what came back with the key, and stores that the record holds it: `internal` where
 * it does not.
 */
export async function markVerifiedIn(ask: Ask, account: VaultAccount, hex: string): Promise<void> {
  const evidence = { kind: "key", hex } as const;
  const { outcome } = await ask("place.verify", { id: account.entryId, place: placeOf(account), evidence });
  if (outcome !== "verified") throw new RefusedError("internal");
}

/** The record is no copy any more, as far as is known, until a login shows that it is. */
export async function doubt(ask: Ask, account: VaultAccount): Promise<void> {
  await ask("place.forget", { id: account.entryId, place: placeOf(account) });
}

/**
 * It may hold another key, or one that another password opens; these do not tell a try that was merely wrong.
 */
const DOUBTFUL: readonly Refusal["code"][] = ["other-key", "damaged", "generation-changed"];

/** Notes what a refusal says of the copy: most say nothing. */
async function doubtAfter(ask: Ask, { id, account }: UsableRecord, refusal: Refusal): Promise<void> {
  const isLast = refusal.code === "wrong-password" && refusal.attemptsLeft === 0;
  const isErased = isLast || refusal.code === "erased";
  if (!isErased && !DOUBTFUL.includes(refusal.code)) return;
  await doubt(ask, account);
  // What waits still has to be sent, and says more.
  if (isErased && isSettled(account))
    await saveRecord(ask, { id, account: { ...account, pending: { step: "erased" } } });
}

/** What the vault has granted; what a refusal says of the copy is noted before it is thrown. */
export async function grantedFor<T>(ask: Ask, record: UsableRecord, outcome: Outcome<T>): Promise<T> {
  if (!outcome.ok) await doubtAfter(ask, record, outcome.error);
  return granted(outcome);
}
