/**
 * A login in version 1, for an account that no login in version 2 has taken over yet.
 *
 * An account that has been taken over is only told that the client is too old, after the password was right: a
 * device that joins in version 1, and an answer that anybody in between can read, are over for it.
 */
import { randomBytes } from "node:crypto";
import type { TypeOf } from "../../core/schema.ts";
import { MOST_DEVICES } from "../../protocol/vault/wire.ts";
import type { ENDPOINTS_1 } from "../../protocol/vault/wire-1.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { addDevice, devices } from "../store/accounts.ts";
import type { Queries } from "../store/database.ts";
import { sealTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { failuresSince, knewPassword, numbers, refundIn, TICKET_MS } from "./login.ts";
import { signedState1 } from "./state.ts";

type Finish = (typeof ENDPOINTS_1)["/v1/login/finish"];

/** The last version of the wire that this account was logged into was the first. */
export const isOfVersion1 = ({ wire }: { wire: number }): boolean => wire === 1;

export async function finishLogin1(
  vault: Vault,
  { deviceKey, ...last }: TypeOf<Finish["request"]>,
): Promise<Answer<TypeOf<Finish["reply"]>>> {
  const { keys, database, clock } = vault;
  const now = clock.nowMs();
  const knew = knewPassword(vault, now, "login-1", last);
  if (!knew.ok) return knew;
  const { row, generation } = knew.value;
  const finished = await database.transaction(async (queries) => {
    const account = await refundIn(queries, knew.value, now, 1);
    if (!account) return refuse("expired");
    if (!isOfVersion1(account) || deviceKey === undefined) return { ok: true, value: account } as const;
    const hasRoom = await withDevice(queries, row, fromBase64url(deviceKey), now);
    return hasRoom ? ({ ok: true, value: account } as const) : refuse("too-many-devices");
  });
  if (!finished.ok) return finished;
  const account = finished.value;
  // The attempts are back all the same: the password was right.
  if (!isOfVersion1(account)) return refuse("bad-request");
  vault.count("login");
  return {
    ok: true,
    value: {
      generation,
      sealedKey: toBase64url(account.sealed_key ?? new Uint8Array()),
      failuresSince: failuresSince(knew.value),
      lifetimeFailures: account.lifetime_failures,
      ticket: sealTicket(keys.tickets, "proof", now + TICKET_MS, row, numbers(generation), randomBytes(16)),
      state: signedState1(vault, account),
    },
  };
}

/** In a transaction that is taken back where there is no room. */
async function withDevice(queries: Queries, row: Uint8Array, key: Uint8Array, now: number): Promise<boolean> {
  await queries.all(addDevice, { row, key, now });
  return (await queries.all(devices, { row })).length <= MOST_DEVICES;
}
