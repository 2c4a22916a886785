/**
 * What a vault says of an account under its own signature, and whether it goes back behind what it said
 * before.
 *
 * It ends a silent return to an old database: a device that has seen a higher (generation, sequence) refuses.
 * Not done here: a vault that never shows the new state to any device cannot be caught by one.
 */
import { fromBase64Url } from "../core/base64url.ts";
import { ok } from "../core/errors.ts";
import { stateSigned } from "../protocol/vault/proof.ts";
import { isSignedBy, parseStatement } from "../protocol/vault/signed-state.ts";
import type { SignedState, StateText } from "../protocol/vault/wire.ts";
import { type Outcome, refuse } from "./outcome.ts";
import type { Pins } from "./vault-id.ts";

export type Seen = { generation: number; sequence: number };

/** (generation, sequence) never falls. */
export function isBehind(now: Seen, seen: Seen): boolean {
  return (
    now.generation < seen.generation || (now.generation === seen.generation && now.sequence < seen.sequence)
  );
}

/** The state, and the statement as it came: whoever stores the one stores the other with it. */
export type CheckedState = StateText & { signed: SignedState };

/**
 * @param about - the account, and the generation that the same answer speaks of.
 * @param seen - the highest state so far; null when this device has seen none.
 * @returns `vault-changed` when the pinned key has not signed it, `not-a-vault` when it says something else
 *   than the answer around it, `rolled-back` when it lies behind `seen`.
 */
export async function checkState(
  from: SignedState,
  pins: Pins,
  about: { rowId: string; generation: number },
  seen: Seen | null,
): Promise<Outcome<CheckedState>> {
  const [key, signed, bytes] = [pins.stateKey, from.signature, from.statement].map(fromBase64Url);
  if (!key || !signed || !bytes) return refuse("not-a-vault");
  if (!(await isSignedBy(key, signed, stateSigned(bytes)))) return refuse("vault-changed");
  const state = parseStatement(bytes);
  if (!state || state.vaultId !== pins.vaultId || state.rowId !== about.rowId) return refuse("not-a-vault");
  if (state.generation !== about.generation) return refuse("not-a-vault");
  return seen && isBehind(state, seen) ? refuse("rolled-back") : ok({ ...state, signed: from });
}
