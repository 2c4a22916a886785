/**
 * Storing a key in a vault, in three steps; after each, what it returns is stored before the next begins:
 *
 * 1. {@link beginEnrol}: nothing is at the vault yet. The account it returns holds all that the rest needs,
 *    the finishing request included.
 * 2. `finishPending`: sends that request, as often as it takes.
 * 3. `addDevice`: logs in with the password. This shows that the key can be had back, and makes this browser
 *    the first device of the vault entry. Only then nothing is pending any more.
 *
 * If the browser closes before the result of 1 is stored, nothing was made: begin again, with the same name
 * if you like.
 */
import { ok } from "../core/errors.ts";
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import { makeDeviceKey } from "./device.ts";
import { isVaultsOwn } from "./evaluation.ts";
import { ask, type Exchange } from "./exchange.ts";
import { type Stretchings, startRegistration } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { register } from "./registration.ts";
import type { KeyContent } from "./sealed-key.ts";
import { checkVault, type Pins, pinsOf } from "./vault-id.ts";

/** The generation of every new vault entry. */
export const FIRST_GENERATION = 1;

export type EnrolWish = Pick<VaultAccount, "address" | "name" | "entryId" | "createdAtMs"> & {
  /** As typed. */
  password: string;
  /** The facts that the user has seen as a vault ID. */
  pins: Pins;
  content: KeyContent;
  /** Needed where the vault takes new entries by invitation only. */
  invite?: string;
};

export async function beginEnrol(
  exchange: Exchange,
  wish: EnrolWish,
  stretchings: Stretchings,
): Promise<Outcome<VaultAccount>> {
  const { address, name, entryId, createdAtMs, invite } = wish;
  const place = { ...wish.pins, address };
  const vault = await checkVault(exchange, place);
  if (!vault.ok) return vault;
  if (vault.value.registration === "closed") return refuse("registration-closed");

  const begun = await startRegistration(wish.password);
  const { registrationRequest } = begun;
  const path = "/v2/accounts/start";
  const request = { name, origin: address, registrationRequest, ...(invite && { invite }) };
  const start = await ask(exchange, path, request);
  if (!start.ok) return start;
  const { registrationId, rowId, registrationResponse, signature } = start.value;
  const messages = { request: registrationRequest, response: registrationResponse };
  const evaluation = { path, rowId, id: registrationId, ...messages, signature };
  if (!(await isVaultsOwn(place, evaluation))) return refuse("vault-changed");
  const vaultRecord = { rowId, generation: FIRST_GENERATION };
  const made = register(wish, vault.value, begun, registrationResponse, vaultRecord, stretchings);
  if (!made.ok) return made;

  const device = await makeDeviceKey();
  const body = JSON.stringify({ registrationId, ...made.value });
  const pending = { step: "enrol", body } as const;
  const known = { ...pinsOf(wish.pins), ...vaultRecord, sequence: 0, signed: null, ...device };
  return ok({ address, name, ...known, entryId, createdAtMs, pending });
}
