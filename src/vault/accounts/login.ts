/**
 * A login. It spends one attempt, and the password is evaluated only when that is stored.
 *
 * A name without an account goes through the same steps and statements with a decoy. A login that is begun
 * and never finished counts as a failure.
 */
import { randomBytes } from "node:crypto";
import type { Reply, RequestOf } from "../../protocol/vault/wire.ts";
import { LAST_ATTEMPT_MS, MOST_ATTEMPTS, MOST_DEVICES } from "../../protocol/vault/wire.ts";
import { type Answer, refuse, secondsUntil } from "../endpoint-answer.ts";
import type { Place } from "../keys.ts";
import { addDevice, devices } from "../store/accounts.ts";
import { barred, refund, spend } from "../store/attempts.ts";
import { first, type Queries, StoreError } from "../store/database.ts";
import { openTicket, sealTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { eraseWhenDue } from "./erasing.ts";
import { signedState } from "./state.ts";

const ROW_BYTES = 32;
/** A login's ticket: row id ‖ generation ‖ attempt ‖ attempts left after it ‖ OPAQUE's state. */
const NUMBERS_AT = ROW_BYTES;
const STATE_AT = ROW_BYTES + 3 * 4;
/** The proof of a login stands for a device in one request. */
const PROOF_MS = 10 * 60_000;

function numbers(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
}

export async function startLogin(
  vault: Vault,
  { name, startLoginRequest }: RequestOf<"/v1/login/start">,
): Promise<Answer<Reply<"/v1/login/start">>> {
  const { keys, opaque, database, clock } = vault;
  const place = keys.place(name);
  const { row, decoy, decoyCredential } = place;
  const now = clock.nowMs();
  // Throws if the commit failed, or if it is unknown whether it did: then the password is not evaluated.
  const spent = await first(database, spend, { row, decoy, now });
  if (!spent) return whyBarred(vault, place, now).catch(nothingSpent);
  vault.count("attempt-spent");
  const evaluated = opaque.startLogin({
    row,
    credential: spent.credential_id ?? decoyCredential,
    record: spent.record,
    startLoginRequest,
  });
  if (!evaluated) return refuse("bad-request");
  const attempt = numbers(spent.generation, spent.sequence, spent.attempts_left);
  return {
    ok: true,
    value: {
      loginId: sealTicket(keys.tickets, "login", now + LAST_ATTEMPT_MS, row, attempt, evaluated.state),
      rowId: toBase64url(row),
      stretching: spent.stretching,
      loginResponse: evaluated.loginResponse,
      attemptsLeft: spent.attempts_left,
      retryAfterSeconds: secondsUntil(spent.next_attempt_at_ms, now),
    },
  };
}

/** The store failed after it had said that no attempt was spent. */
function nothingSpent(error: unknown): never {
  if (!(error instanceof StoreError)) throw error;
  throw new StoreError("no attempt was spent", { outcome: "undone", code: error.code, cause: error });
}

async function whyBarred(vault: Vault, { row, decoy }: Place, now: number): Promise<Answer<never>> {
  vault.count("attempt-refused");
  const found = await first(vault.database, barred, { row, decoy });
  if (!found) throw new Error("the decoys are gone");
  const { row_id, attempts_left, erase_at_ms, erased_at_ms, next_attempt_at_ms } = found;
  if (erased_at_ms !== null) return refuse("erased");
  if (attempts_left > 0)
    return { ...refuse("wait"), retryAfterSeconds: secondsUntil(next_attempt_at_ms, now) };
  if (erase_at_ms !== null && now <= erase_at_ms)
    return { ...refuse("wait"), retryAfterSeconds: secondsUntil(erase_at_ms, now) };
  await eraseWhenDue(vault, row_id, now);
  return refuse("erased");
}

export async function finishLogin(
  vault: Vault,
  { loginId, finishLoginRequest, deviceKey }: RequestOf<"/v1/login/finish">,
): Promise<Answer<Reply<"/v1/login/finish">>> {
  const { keys, opaque, database, clock } = vault;
  const now = clock.nowMs();
  const begun = openTicket(keys.tickets, "login", now, loginId);
  if (!begun) return refuse("expired");
  const row = begun.content.subarray(0, ROW_BYTES);
  const [generation = 0, attempt = 0, left = 0] = [0, 4, 8].map((at) =>
    begun.content.readUInt32BE(NUMBERS_AT + at),
  );
  if (!opaque.finishLogin(row, begun.content.subarray(STATE_AT), finishLoginRequest))
    return refuse("not-proven");

  const spent = { row, generation, attempt, now };
  const refunded =
    deviceKey === undefined
      ? await refundIn(database, spent)
      : await database.transaction((queries) => refundFor(queries, spent, fromBase64url(deviceKey)));
  if (!refunded.ok) return refunded;
  vault.count("login");
  const account = refunded.value;
  return {
    ok: true,
    value: {
      generation,
      sealedKey: toBase64url(account.sealed_key ?? new Uint8Array()),
      failuresSince: MOST_ATTEMPTS - 1 - left,
      lifetimeFailures: account.lifetime_failures,
      ticket: sealTicket(keys.tickets, "proof", now + PROOF_MS, row, numbers(generation), randomBytes(16)),
      state: signedState(vault, account),
    },
  };
}

type Spent = { row: Uint8Array; generation: number; attempt: number; now: number };

async function refundIn(queries: Queries, spent: Spent) {
  const account = await first(queries, refund, spent);
  return account ? ({ ok: true, value: account } as const) : refuse("expired");
}

/** Ends the login and adds a device. If there are too many devices, nothing is changed. */
async function refundFor(queries: Queries, spent: Spent, key: Uint8Array) {
  const refunded = await refundIn(queries, spent);
  if (!refunded.ok) return refunded;
  await queries.all(addDevice, { row: spent.row, key, now: spent.now });
  const all = await queries.all(devices, { row: spent.row });
  return all.length > MOST_DEVICES ? refuse("too-many-devices") : refunded;
}
