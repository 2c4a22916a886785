/**
 * A request that only a device of the vault entry may make, or for ten minutes someone who just logged in.
 */
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import { TICKET_SCHEME } from "../protocol/vault/proof.ts";
import type { ENDPOINTS, Path, Reply } from "../protocol/vault/wire.ts";
import { deviceProof } from "./device.ts";
import { ask, askText, type Exchange } from "./exchange.ts";
import type { Outcome } from "./outcome.ts";

/** The endpoints that ask for a proof. */
export type SignedPath = {
  [P in Path]: (typeof ENDPOINTS)[P] extends { signed: true } ? P : never;
}[Path];

/**
 * @param body - as JSON text: a pending request is sent exactly as it was stored.
 * @param ticket - from a login just now. If null, this device signs, over a nonce that it asks the vault for.
 */
export async function askSigned<P extends SignedPath>(
  exchange: Exchange,
  account: VaultAccount,
  path: P,
  body: string,
  ticket: string | null = null,
): Promise<Outcome<Reply<P>>> {
  if (ticket !== null) return askText(exchange, path, body, { Authorization: `${TICKET_SCHEME} ${ticket}` });
  const { vaultId, rowId, generation } = account;
  const challenge = await ask(exchange, "/v1/device/challenge", { rowId });
  if (!challenge.ok) return challenge;
  const { nonce } = challenge.value;
  const proof = await deviceProof(account, { path, vaultId, rowId, generation, nonce, body });
  return askText(exchange, path, body, { Authorization: proof });
}
