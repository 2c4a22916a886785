/**
 * A request that only a device of the vault entry may make, or for ten minutes someone who just logged in.
 */
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import type { ENDPOINTS, Path, Reply } from "../protocol/vault/wire.ts";
import { deviceProof } from "./device.ts";
import { ask, askText, type Exchange } from "./exchange.ts";
import type { Outcome } from "./outcome.ts";
import { type Ticket, ticketProof } from "./session.ts";

/** The endpoints that ask for a proof. */
export type SignedPath = {
  [P in Path]: (typeof ENDPOINTS)[P] extends { signed: true } ? P : never;
}[Path];

/**
 * @param body - as JSON text. It names the origin, so that what is signed holds at no other.
 * @param ticket - from a login just now: its key signs. If null, this device does. Each signs a nonce that is
 *   asked of the vault.
 */
export async function askSigned<P extends SignedPath>(
  exchange: Exchange,
  account: VaultAccount,
  path: P,
  body: string,
  ticket: Ticket | null = null,
): Promise<Outcome<Reply<P>>> {
  const { vaultId, rowId, generation } = account;
  const challenge = await ask(exchange, "/v2/device/challenge", { rowId });
  if (!challenge.ok) return challenge;
  const { nonce } = challenge.value;
  const signed = { path, vaultId, rowId, generation, nonce, body };
  const proof = ticket ? ticketProof(ticket, signed) : await deviceProof(account, signed);
  return askText(exchange, path, body, { Authorization: proof });
}
