/**
 * The state of an account, as the vault signs it, and whether it is older than a state that this device has
 * already seen.
 *
 * It reveals a vault that goes back to an old database: a device that has seen a higher (generation,
 * sequence) refuses. Limit: a state that the vault has never shown to any device cannot be missed by one.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64Url, toBase64Url } from "../core/base64url.ts";
import { ok } from "../core/errors.ts";
import { read } from "../core/schema.ts";
import { deviceList, stateSigned } from "../protocol/vault/proof.ts";
import { isSignedBy, parseStatement } from "../protocol/vault/signed-state.ts";
import { type Device, type SignedState, type StateText, stateText } from "../protocol/vault/wire.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { bytesOf } from "./signed-text.ts";
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
 * @param about - the account, and the generation stated in the same answer.
 * @param seen - the highest state so far; null if this device has seen none.
 * @returns `vault-changed` if the pinned key has not signed it, `not-a-vault` if it contradicts the answer
 *   that it came with, `rolled-back` if it is older than `seen`.
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
  const state = read(stateText, parseStatement(bytes));
  if (!state || state.vaultId !== pins.vaultId || state.rowId !== about.rowId) return refuse("not-a-vault");
  if (state.generation !== about.generation) return refuse("not-a-vault");
  return seen && isBehind(state, seen) ? refuse("rolled-back") : ok({ ...state, signed: from });
}

function hashOf(devices: readonly Device[]): string {
  return toBase64Url(sha256(deviceList(devices.map((one) => ({ ...one, key: bytesOf(one.key) })))));
}

/** As {@link checkState}, where the list of devices comes with it: it must be the one that the state names. */
export async function checkStateAndDevices(
  devices: readonly Device[],
  ...[from, pins, about, seen]: Parameters<typeof checkState>
): Promise<Outcome<CheckedState>> {
  const state = await checkState(from, pins, about, seen);
  return state.ok && state.value.devices !== hashOf(devices) ? refuse("not-a-vault") : state;
}
