/** Finishing what was begun and stored: the second step of storing a key and of a new password. */
import { ok } from "../core/errors.ts";
import { awaitedGeneration, type PendingStep, type VaultAccount } from "../core/keyring/vault-record.ts";
import type { Reply } from "../protocol/vault/wire.ts";
import { FIRST_GENERATION } from "./enrol.ts";
import { askText, type Exchange } from "./exchange.ts";
import { type Outcome, type Refusal, refuse } from "./outcome.ts";
import { askSigned } from "./signed-request.ts";
import { checkState } from "./state.ts";
import { checkVault } from "./vault-id.ts";

type Finishing = Extract<PendingStep, { body: string }>;
type Finished = Reply<"/v1/accounts/finish">;

/**
 * Refusals that leave open whether the request was carried out: the vault gives them both to a request that
 * it has carried out already and to one that it never will. `generation-changed` is not among them: it says
 * that the vault entry is not what this request made.
 */
const DOUBTFUL: Record<Finishing["step"], readonly Refusal["code"][]> = {
  enrol: ["expired", "name-taken"],
  reset: ["expired"],
};

/** The vault has not decided; the same request can be sent again. */
const UNDECIDED: readonly Refusal["code"][] = [
  "unreachable",
  "busy",
  "wait",
  "rate-limited",
  "not-a-vault",
  "newer-vault",
  "vault-changed",
  "vault-unproven",
  "rolled-back",
];

function send(
  exchange: Exchange,
  account: VaultAccount,
  { step, body }: Finishing,
): Promise<Outcome<Finished>> {
  return step === "enrol"
    ? askText(exchange, "/v1/accounts/finish", body)
    : askSigned(exchange, account, "/v1/reset/finish", body);
}

/**
 * Was it carried out after all? After enrolling: yes if the vault entry lists this device, which only that
 * request could add. After a reset the generation is not enough, since a reset by another device may have led
 * to the same one: the vault must hold exactly the key that was sealed for this reset.
 */
async function lookAgain(
  exchange: Exchange,
  account: VaultAccount,
  { step, body }: Finishing,
  aim: number,
  refusal: Outcome<never>,
): Promise<Outcome<Finished>> {
  const { rowId, generation } = account;
  const question = JSON.stringify({ rowId, generation });
  const status = await askSigned(exchange, account, "/v1/status", question);
  const isUndecided = ({ code }: Refusal) => UNDECIDED.includes(code);
  if (!status.ok) return isUndecided(status.error) ? status : refusal;
  if (step === "enrol") return status;
  if (status.value.generation !== aim) return refusal;
  const held = await askSigned(exchange, account, "/v1/export", question);
  if (!held.ok) return isUndecided(held.error) ? held : refusal;
  const { sealedKey } = JSON.parse(body) as { sealedKey?: unknown };
  return held.value.sealedKey === sealedKey ? status : refuse("generation-changed");
}

/**
 * Sends the finishing request that `account.pending` holds; safe to repeat after any interruption.
 *
 * @returns the account to store; the next step is `verify`. After a failure for which {@link isOver} holds
 *   store what {@link withoutPending} says; after any other store nothing and call again.
 */
export async function finishPending(
  exchange: Exchange,
  account: VaultAccount,
): Promise<Outcome<VaultAccount>> {
  const { pending, rowId } = account;
  if (pending?.step !== "enrol" && pending?.step !== "reset") throw new RangeError("nothing to finish");
  const vault = await checkVault(exchange, account);
  if (!vault.ok) return vault;
  const isNew = pending.step === "enrol";
  // This device may have seen a higher state since it was begun. The generation that was asked for stays.
  const aim = awaitedGeneration(account);
  if (aim === null) return refuse("expired");
  const sent = await send(exchange, { ...account, generation: isNew ? FIRST_GENERATION : aim - 1 }, pending);
  const isDoubtful = !sent.ok && DOUBTFUL[pending.step].includes(sent.error.code);
  const answer = isDoubtful ? await lookAgain(exchange, account, pending, aim, sent) : sent;
  if (!answer.ok) return answer;
  const { generation, state: signed } = answer.value;
  if (!isDoubtful && generation !== aim) return refuse("not-a-vault");
  const state = await checkState(signed, account, { rowId, generation }, account);
  if (!state.ok) return state;
  const { sequence } = state.value;
  return ok({ ...account, generation, sequence, signed: state.value.signed, pending: null });
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
