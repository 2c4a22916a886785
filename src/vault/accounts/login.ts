/**
 * A login. It spends one attempt, and the password is evaluated only when that is stored.
 *
 * A name without an account goes through the same steps and statements with a decoy. A login that is begun
 * and never finished counts as a failure.
 */
import type { Reply, RequestOf } from "../../protocol/vault/wire.ts";
import { type Device, LAST_ATTEMPT_MS, MOST_ATTEMPTS, MOST_DEVICES } from "../../protocol/vault/wire.ts";
import { type Answer, refuse, secondsUntil } from "../endpoint-answer.ts";
import type { Place } from "../keys.ts";
import { addDevice } from "../store/accounts.ts";
import { barred, refund, spend } from "../store/attempts.ts";
import { first, type Queries, StoreError } from "../store/database.ts";
import { openTicket, sealTicket, type TicketKind } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { devicesOf } from "./devices.ts";
import { eraseWhenDue } from "./erasing.ts";
import { isBound, sealAnswer, ticketKey } from "./session.ts";
import { signEvaluation, signedState } from "./state.ts";

const ROW_BYTES = 32;
/** A login's ticket: row id ‖ generation ‖ attempt ‖ attempts left after it ‖ OPAQUE's state. */
const NUMBERS_AT = ROW_BYTES;
const STATE_AT = ROW_BYTES + 3 * 4;
/** The ticket of a login stands for a device. */
export const TICKET_MS = 10 * 60_000;

export function numbers(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at);
  return bytes;
}

/** A login of one version is not finished in another: each has a kind of its own. */
type LoginKind = Extract<TicketKind, "login" | "login-1">;

/** Spends an attempt and evaluates; what both versions do. */
export async function beginLogin(
  vault: Vault,
  { name, startLoginRequest }: Pick<RequestOf<"/v2/login/start">, "name" | "startLoginRequest">,
  kind: LoginKind,
): Promise<Answer<Omit<Reply<"/v2/login/start">, "signature">>> {
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
      loginId: sealTicket(keys.tickets, kind, now + LAST_ATTEMPT_MS, row, attempt, evaluated.state),
      rowId: toBase64url(row),
      stretching: spent.stretching,
      loginResponse: evaluated.loginResponse,
      attemptsLeft: spent.attempts_left,
      retryAfterSeconds: secondsUntil(spent.next_attempt_at_ms, now),
    },
  };
}

export async function startLogin(
  vault: Vault,
  { origin, ...asked }: RequestOf<"/v2/login/start">,
): Promise<Answer<Reply<"/v2/login/start">>> {
  const begun = await beginLogin(vault, asked, "login");
  if (!begun.ok) return begun;
  const { loginId: id, rowId, loginResponse: response } = begun.value;
  const evaluated = { row: fromBase64url(rowId), origin, id, request: asked.startLoginRequest, response };
  const signature = signEvaluation(vault, "/v2/login/start", evaluated);
  return { ok: true, value: { ...begun.value, signature } };
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

/** A login whose last message knew the password. */
type Known = {
  row: Uint8Array;
  generation: number;
  /** The sequence that its attempt was spent under. */
  attempt: number;
  /** Attempts that were left after it. */
  left: number;
  sessionKey: Uint8Array;
};

/** Who finishes here knew the password; nothing is changed yet. */
export function knewPassword(
  { keys, opaque }: Vault,
  now: number,
  kind: LoginKind,
  { loginId, finishLoginRequest }: { loginId: string; finishLoginRequest: string },
): Answer<Known> {
  const begun = openTicket(keys.tickets, kind, now, loginId);
  if (!begun) return refuse("expired");
  const row = begun.content.subarray(0, ROW_BYTES);
  const [generation = 0, attempt = 0, left = 0] = [0, 4, 8].map((at) =>
    begun.content.readUInt32BE(NUMBERS_AT + at),
  );
  const sessionKey = opaque.finishLogin(row, begun.content.subarray(STATE_AT), finishLoginRequest);
  if (!sessionKey) return refuse("not-proven");
  return { ok: true, value: { row, generation, attempt, left, sessionKey } };
}

/** @returns nothing where the attempt counts no more: another login or a reset has overtaken it. */
export function refundIn(queries: Queries, { row, generation, attempt }: Known, now: number, wire: number) {
  return first(queries, refund, { row, generation, attempt, now, wire });
}

export const failuresSince = ({ left }: Known): number => MOST_ATTEMPTS - 1 - left;

export async function finishLogin(
  vault: Vault,
  { origin, deviceKey, binding, ...last }: RequestOf<"/v2/login/finish">,
): Promise<Answer<Reply<"/v2/login/finish">>> {
  const { keys, database, clock } = vault;
  const now = clock.nowMs();
  const knew = knewPassword(vault, now, "login", last);
  if (!knew.ok) return knew;
  const { row, generation, sessionKey } = knew.value;
  const device = deviceKey === undefined ? null : fromBase64url(deviceKey);
  // The password alone is not enough: somebody in between may have changed where this goes, or who joins.
  const bound = { vaultId: keys.vaultId, rowId: row, origin, deviceKey: device };
  if (!isBound(sessionKey, bound, fromBase64url(binding))) return refuse("not-proven");

  const finish = async (queries: Queries) => {
    const account = await refundIn(queries, knew.value, now, 2);
    if (!account) return refuse("expired");
    const devices = await withDevice(queries, row, device, now);
    return { ok: true, value: { account, devices } } as const;
  };
  const finished = device ? await database.transaction(finish) : await finish(database);
  if (!finished.ok) return finished;
  vault.count("login");
  const { account, devices } = finished.value;
  const answer = sealAnswer(sessionKey, {
    generation,
    sealedKey: toBase64url(account.sealed_key ?? new Uint8Array()),
    failuresSince: failuresSince(knew.value),
    lifetimeFailures: account.lifetime_failures,
    ticket: sealTicket(
      keys.tickets,
      "ticket",
      now + TICKET_MS,
      row,
      numbers(generation),
      ticketKey(sessionKey),
    ),
    devices,
    state: signedState(vault, account, devices),
  });
  return { ok: true, value: { answer } };
}

/** Adds the device if there is room. A full list keeps nobody from the key. @returns the list. */
async function withDevice(
  queries: Queries,
  row: Uint8Array,
  key: Uint8Array | null,
  now: number,
): Promise<Device[]> {
  const listed = await devicesOf(queries, row);
  if (!key) return listed;
  const isThere = listed.some((one) => one.key === toBase64url(key));
  if (!isThere && listed.length >= MOST_DEVICES) return listed;
  await queries.all(addDevice, { row, key, now });
  return devicesOf(queries, row);
}
