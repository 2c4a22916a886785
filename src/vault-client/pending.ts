/** Finishing what was begun and stored: the second step of storing a key and of a new password. */
import { ok } from "../core/errors.ts";
import { awaitedGeneration, type PendingStep, type VaultAccount } from "../core/keyring/vault-record.ts";
import { isRecord } from "../core/shapes.ts";
import type { Reply } from "../protocol/vault/wire.ts";
import { FIRST_GENERATION } from "./enrol.ts";
import { askText, type Exchange } from "./exchange.ts";
import { type Outcome, type Refusal, refuse } from "./outcome.ts";
import { askSigned } from "./signed-request.ts";
import { checkState } from "./state.ts";
import { checkVault } from "./vault-id.ts";

type Finishing = Extract<PendingStep, { body: string }>;
type Finished = Reply<"/v2/accounts/finish">;

/** The vault has not decided; the same request can be sent again. */
const UNDECIDED: readonly Refusal["code"][] = [
  "unreachable",
  "busy",
  "wait",
  "rate-limited",
  "not-a-vault",
  "newer-vault",
  "older-vault",
  "other-address",
  "vault-changed",
  "vault-unproven",
  "rolled-back",
];

/** As it was stored; what was stored by an extension of version 1 is brought to the present form. */
function presentBody({ step, body }: Finishing, origin: string): string {
  const stored: unknown = JSON.parse(body);
  if (!isRecord(stored)) return body;
  const { deviceKey: _, ...enrolling } = stored;
  return JSON.stringify(step === "enrol" ? enrolling : { ...stored, origin });
}

function send(exchange: Exchange, account: VaultAccount, pending: Finishing): Promise<Outcome<Finished>> {
  const body = presentBody(pending, account.address);
  return pending.step === "enrol"
    ? askText(exchange, "/v2/accounts/finish", body)
    : askSigned(exchange, account, "/v2/reset/finish", body);
}

/**
 * Sends the finishing request that `account.pending` holds; safe to repeat after any interruption, as the vault
 * knows again what it has carried out.
 *
 * @returns the account to store. After a reset the next step is `verify`. After storing a key it is
 *   `addDevice`, and until then the account stays pending. After a failure for which {@link isOver} holds
 *   store what {@link withoutPending} says; after any other store nothing and call again.
 */
export async function finishPending(
  exchange: Exchange,
  account: VaultAccount,
): Promise<Outcome<VaultAccount>> {
  const { pending, rowId } = account;
  if (pending?.step !== "enrol" && pending?.step !== "reset") throw new RangeError("nothing to finish");
  const isNew = pending.step === "enrol";
  // The vault has signed its state: it is there, and only the first login is missing.
  if (isNew && account.signed !== null) return ok(account);
  const vault = await checkVault(exchange, account);
  if (!vault.ok) return vault;
  // This device may have seen a higher state since it was begun. The generation that was asked for stays.
  const aim = awaitedGeneration(account);
  if (aim === null) return refuse("expired");
  const sent = await send(exchange, { ...account, generation: isNew ? FIRST_GENERATION : aim - 1 }, pending);
  if (!sent.ok) return sent;
  const { generation, state: from } = sent.value;
  if (generation !== aim) return refuse("not-a-vault");
  const state = await checkState(from, account, { rowId, generation }, account);
  if (!state.ok) return state;
  const { sequence, signed } = state.value;
  return ok({ ...account, generation, sequence, signed, pending: isNew ? pending : null });
}

/** Will {@link finishPending} fail like this however often it is repeated? */
export function isOver({ code }: Refusal): boolean {
  return !UNDECIDED.includes(code);
}

/**
 * What is left of an account whose pending step cannot be finished; null if the account was never made. Until
 * the next login it is unknown whether the old or the new password opens the vault entry.
 */
export function withoutPending(account: VaultAccount): VaultAccount | null {
  return account.pending?.step === "enrol" ? null : { ...account, pending: null };
}
