/**
 * Did the pinned vault itself evaluate this, asked at this very address? Everything that a password goes into
 * asks this before it goes on: otherwise somebody in between could evaluate in the vault's place, and so get
 * something to try passwords on, or pass an answer on that was meant for another origin or version.
 */
import { evaluationSigned } from "../protocol/vault/proof.ts";
import { isSignedBy } from "../protocol/vault/signed-state.ts";
import { bytesOf } from "./signed-text.ts";
import type { Place } from "./vault-id.ts";

/** All but path and id is base64url. */
export type Evaluation = {
  path: string;
  rowId: string;
  /** The registration, reset or login id of the answer. */
  id: string;
  /** OPAQUE's messages. */
  request: string;
  response: string;
  signature: string;
};

export function isVaultsOwn(
  { vaultId, stateKey, address }: Place,
  { path, rowId, id, request, response, signature }: Evaluation,
): Promise<boolean> {
  const messages = { request: bytesOf(request), response: bytesOf(response) };
  const ids = { vaultId: bytesOf(vaultId), rowId: bytesOf(rowId), id };
  const signed = evaluationSigned({ path, origin: address, ...ids, ...messages });
  return isSignedBy(bytesOf(stateKey), bytesOf(signature), signed);
}
