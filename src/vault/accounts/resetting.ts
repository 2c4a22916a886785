/**
 * A new password, set by a device that has the key. One UPDATE replaces OPAQUE's record, the sealed key and
 * the credential id. The attempts stay what they are: otherwise a stolen device could guess without limit.
 */
import type { Reply, RequestOf } from "../../protocol/vault/wire.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { account, replace } from "../store/accounts.ts";
import { first } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import { readTicket, sealTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url } from "../wire-bytes.ts";
import { devicesOf } from "./devices.ts";
import { eraseWhenDue } from "./erasing.ts";
import { BEGUN_MS, CREDENTIAL_BYTES, freshCredential, holds } from "./registering.ts";
import { signEvaluation, signedState } from "./state.ts";

/**
 * The last attempt is running or has failed: the account may be erased at any moment. A new password would be
 * erased with it, so it must not be acknowledged.
 */
async function isGoing(vault: Vault, { row_id, erase_at_ms, erased_at_ms }: AccountsTable): Promise<boolean> {
  if (erase_at_ms !== null) await eraseWhenDue(vault, row_id, vault.clock.nowMs());
  return erase_at_ms !== null || erased_at_ms !== null;
}

type Start = RequestOf<"/v2/reset/start">;
type Finish = RequestOf<"/v2/reset/finish">;

export async function startReset(
  vault: Vault,
  { generation, origin, registrationRequest }: Pick<Start, "generation" | "origin" | "registrationRequest">,
  present: AccountsTable,
): Promise<Answer<Reply<"/v2/reset/start">>> {
  if (await isGoing(vault, present)) return refuse("erased");
  if (generation !== present.generation) return refuse("generation-changed");
  const credential = freshCredential(present.row_id);
  const registrationResponse = vault.opaque.register(credential, registrationRequest);
  if (registrationResponse === null) return refuse("bad-request");
  const resetId = sealTicket(vault.keys.tickets, "reset", vault.clock.nowMs() + BEGUN_MS, credential);
  const messages = { request: registrationRequest, response: registrationResponse };
  const evaluated = { row: present.row_id, origin, id: resetId, ...messages };
  const signature = signEvaluation(vault, "/v2/reset/start", evaluated);
  return { ok: true, value: { resetId, registrationResponse, signature } };
}

export async function finishReset(
  vault: Vault,
  request: Omit<Finish, "rowId" | "origin">,
  { row_id: row }: AccountsTable,
): Promise<Answer<Reply<"/v2/reset/finish">>> {
  const now = vault.clock.nowMs();
  const begun = readTicket(vault.keys.tickets, "reset", request.resetId);
  const credential = begun?.content.subarray(0, CREDENTIAL_BYTES);
  if (!credential || Buffer.compare(credential.subarray(0, row.length), row) !== 0) return refuse("expired");
  const { generation, stretching } = request;
  const record = fromBase64url(request.registrationRecord);
  const sealedKey = fromBase64url(request.sealedKey);
  const content = { row, credential, record, sealedKey, stretching, now };

  const isOver = now > (begun?.endsAtMs ?? 0);
  const replaced = isOver ? null : await first(vault.database, replace, { ...content, generation });
  if (replaced) vault.count("reset");
  const stored = await first(vault.database, account, { row });
  if (stored && (await isGoing(vault, stored))) return refuse("erased");
  // A repeated request, however late: the account already holds what it brings.
  if (!stored || stored.generation !== generation + 1 || !holds(stored, content))
    return refuse(isOver && stored?.generation === generation ? "expired" : "generation-changed");
  const state = signedState(vault, stored, await devicesOf(vault.database, row));
  return { ok: true, value: { generation: stored.generation, state } };
}
