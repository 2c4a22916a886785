/**
 * Setting a new password on one of the vault entry's devices, without the old one. Three steps, as for
 * storing a key:
 *
 * 1. {@link beginReset}: nothing has changed at the vault. Store what it returns.
 * 2. `finishPending`: sends the finishing request; one UPDATE at the vault replaces OPAQUE's record, the
 *    sealed key and the generation. Before it only the old password opens the vault entry, after it only the
 *    new one.
 * 3. `verify`.
 */
import { ok } from "../core/errors.ts";
import type { VaultAccount } from "../core/keyring/vault-record.ts";
import { isVaultsOwn } from "./evaluation.ts";
import type { Exchange } from "./exchange.ts";
import { type Stretchings, startRegistration } from "./opaque.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { register } from "./registration.ts";
import type { KeyContent } from "./sealed-key.ts";
import { askSigned } from "./signed-request.ts";
import { checkVault } from "./vault-id.ts";

/** `generation-changed`: another device was faster. Call `readStatus`, store what it returns, begin again. */
export async function beginReset(
  exchange: Exchange,
  account: VaultAccount,
  wish: { password: string; content: KeyContent },
  stretchings: Stretchings,
): Promise<Outcome<VaultAccount>> {
  const step = account.pending?.step;
  if (step === "enrol" || step === "reset") return refuse("unfinished");
  const { rowId, generation, address: origin } = account;
  const vault = await checkVault(exchange, account);
  if (!vault.ok) return vault;

  const begun = await startRegistration(wish.password);
  const { registrationRequest } = begun;
  const path = "/v2/reset/start";
  const request = { rowId, generation, origin, registrationRequest };
  const start = await askSigned(exchange, account, path, JSON.stringify(request));
  if (!start.ok) return start;
  const { resetId, registrationResponse, signature } = start.value;
  const messages = { request: registrationRequest, response: registrationResponse };
  const evaluation = { path, rowId, id: resetId, ...messages, signature };
  if (!(await isVaultsOwn(account, evaluation))) return refuse("vault-changed");
  const next = { rowId, generation: generation + 1 };
  const registering = { ...wish, pins: account };
  const made = register(registering, vault.value, begun, registrationResponse, next, stretchings);
  if (!made.ok) return made;
  const body = JSON.stringify({ rowId, generation, origin, resetId, ...made.value });
  return ok({ ...account, pending: { step: "reset", body } });
}
