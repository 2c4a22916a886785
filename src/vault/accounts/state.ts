/** The signed state of an account, by which a device notices that the vault went back to an old database. */

import { stateSigned } from "../../protocol/vault/proof.ts";
import type { SignedState, StateText } from "../../protocol/vault/wire.ts";
import type { Vault } from "../vault-parts.ts";
import { toBase64url } from "../wire-bytes.ts";

/** The columns that are told. */
type Told = { row_id: Uint8Array; generation: number; sequence: number; lifetime_failures: number };

export function signedState({ keys, clock }: Vault, account: Told): SignedState {
  const text: StateText = {
    version: 1,
    vaultId: toBase64url(keys.vaultId),
    rowId: toBase64url(account.row_id),
    generation: account.generation,
    sequence: account.sequence,
    lifetimeFailures: account.lifetime_failures,
    atMs: clock.nowMs(),
  };
  const statement = Buffer.from(JSON.stringify(text));
  return {
    statement: toBase64url(statement),
    signature: toBase64url(keys.signState(stateSigned(statement))),
  };
}
