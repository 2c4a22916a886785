/** What the vault signs: the state of an account, by which a device notices an old database, and evaluations. */
import { createHash } from "node:crypto";
import { deviceList, evaluationSigned, stateSigned, type Version } from "../../protocol/vault/proof.ts";
import type { Device, SignedState, StateText } from "../../protocol/vault/wire.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";

/** The columns that are told. */
type Told = { row_id: Uint8Array; generation: number; sequence: number; lifetime_failures: number };

function told({ keys, clock }: Vault, account: Told) {
  return {
    vaultId: toBase64url(keys.vaultId),
    rowId: toBase64url(account.row_id),
    generation: account.generation,
    sequence: account.sequence,
    lifetimeFailures: account.lifetime_failures,
    atMs: clock.nowMs(),
  };
}

function signed({ keys }: Vault, text: object, version: Version): SignedState {
  const statement = Buffer.from(JSON.stringify(text));
  return {
    statement: toBase64url(statement),
    signature: toBase64url(keys.signState(stateSigned(statement, version))),
  };
}

/** @param devices - as they stand in the same answer. */
export function signedState(vault: Vault, account: Told, devices: readonly Device[]): SignedState {
  const list = deviceList(devices.map((one) => ({ ...one, key: fromBase64url(one.key) })));
  const hash = toBase64url(createHash("sha256").update(list).digest());
  const text: StateText = { version: 2, ...told(vault, account), devices: hash };
  return signed(vault, text, 2);
}

export function signedState1(vault: Vault, account: Told): SignedState {
  return signed(vault, { version: 1, ...told(vault, account) }, 1);
}

/** The id and the messages as they stand in the answer. */
type Evaluated = { row: Uint8Array; origin: string; id: string; request: string; response: string };

/** @returns the signature, base64url. @param path - the endpoint that evaluated. */
export function signEvaluation(
  { keys }: Vault,
  path: string,
  { row, origin, id, request, response }: Evaluated,
): string {
  const messages = { request: fromBase64url(request), response: fromBase64url(response) };
  const text = evaluationSigned({ path, vaultId: keys.vaultId, rowId: row, origin, id, ...messages });
  return toBase64url(keys.signState(text));
}
