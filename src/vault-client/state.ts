/**
 * What a vault says of an account under its own signature, and whether it goes back behind what it said
 * before.
 *
 * It ends a silent return to an old database: a device that has seen a higher (generation, sequence) refuses.
 * Not done here: a vault that never shows the new state to any device cannot be caught by one.
 */
import { fromBase64Url } from "../core/base64url.ts";
import { bytesToUtf8 } from "../core/bytes.ts";
import { ok } from "../core/errors.ts";
import { read } from "../core/schema.ts";
import { stateSigned } from "../protocol/vault/proof.ts";
import { type SignedState, type StateText, stateText } from "../protocol/vault/wire.ts";
import { isSignedBy } from "./device.ts";
import { type Outcome, refuse } from "./outcome.ts";
import type { Pins } from "./vault-id.ts";

export type Seen = { generation: number; sequence: number };

function parseStatement(statement: Uint8Array): StateText | null {
  try {
    return read(stateText, JSON.parse(bytesToUtf8(statement)));
  } catch {
    return null;
  }
}

/** (generation, sequence) never falls. */
export function isBehind(now: Seen, seen: Seen): boolean {
  return (
    now.generation < seen.generation || (now.generation === seen.generation && now.sequence < seen.sequence)
  );
}

/**
 * @param about - the account, and the generation that the same answer speaks of.
 * @param seen - the highest state so far; null when this device has seen none.
 * @returns `vault-changed` when the pinned key has not signed it, `not-a-vault` when it says something else
 *   than the answer around it, `rolled-back` when it lies behind `seen`.
 */
export async function checkState(
  { statement, signature }: SignedState,
  pins: Pins,
  about: { rowId: string; generation: number },
  seen: Seen | null,
): Promise<Outcome<StateText>> {
  const [key, signed, bytes] = [pins.stateKey, signature, statement].map(fromBase64Url);
  if (!key || !signed || !bytes) return refuse("not-a-vault");
  if (!(await isSignedBy(key, signed, stateSigned(bytes)))) return refuse("vault-changed");
  const state = parseStatement(bytes);
  if (!state || state.vaultId !== pins.vaultId || state.rowId !== about.rowId) return refuse("not-a-vault");
  if (state.generation !== about.generation) return refuse("not-a-vault");
  return seen && isBehind(state, seen) ? refuse("rolled-back") : ok(state);
}
