/**
 * A new account.
 *
 * The password is evaluated under a new credential id, 16 bytes of which are random. Under the credential id
 * that logins use, anyone could try passwords here without spending an attempt. Nothing is stored before
 * `finish`; what `start` knew travels in the registration id.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Reply, RequestOf } from "../../protocol/vault/wire.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { account, register } from "../store/accounts.ts";
import { first } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import { tallyRegistered } from "../store/tallies.ts";
import { spentToken, useOnce } from "../store/vault-row.ts";
import { openTicket, readTicket, sealTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url, toBase64url } from "../wire-bytes.ts";
import { devicesOf } from "./devices.ts";
import { signEvaluation, signedState } from "./state.ts";

const ROW_BYTES = 32;
export const CREDENTIAL_BYTES = 48;
const SALT_BYTES = 16;
/** Long enough to type a password twice. */
export const BEGUN_MS = 60 * 60_000;

/** Row id ‖ 16 random bytes. */
export function freshCredential(row: Uint8Array): Uint8Array {
  return Buffer.concat([row, randomBytes(SALT_BYTES)]);
}

const TOKEN_BYTES = 32;
const UNTIL_BYTES = 8;

type Invitation = { token: Uint8Array; until: number };

/**
 * An invitation as a registration id carries it: token ‖ the invitation's own end, 8 bytes of milliseconds.
 * Empty if there is none.
 */
function invitationBytes(invitation: Invitation | null): Uint8Array {
  if (!invitation) return new Uint8Array();
  const until = Buffer.alloc(UNTIL_BYTES);
  until.writeBigUInt64BE(BigInt(invitation.until));
  return Buffer.concat([invitation.token, until]);
}

function readInvitation(bytes: Buffer): Invitation | null {
  if (bytes.length === 0) return null;
  const until = Number(bytes.readBigUInt64BE(TOKEN_BYTES));
  return { token: bytes.subarray(0, TOKEN_BYTES), until };
}

/** @returns null where none is needed. */
async function invitationOf(vault: Vault, invite: string | undefined): Promise<Answer<Invitation | null>> {
  switch (vault.registration) {
    case "open":
      return { ok: true, value: null };
    case "closed":
      return refuse("registration-closed");
    case "invite": {
      const text = invite ?? "";
      const opened = openTicket(vault.keys.tickets, "invite", vault.clock.nowMs(), text);
      if (!opened) return refuse("registration-closed");
      const token = createHash("sha256").update(text).digest();
      if (await first(vault.database, spentToken, { token })) return refuse("registration-closed");
      return { ok: true, value: { token, until: opened.endsAtMs } };
    }
  }
}

export async function startRegistration(
  vault: Vault,
  { name, origin, registrationRequest, invite }: RequestOf<"/v2/accounts/start">,
): Promise<Answer<Reply<"/v2/accounts/start">>> {
  const invitation = await invitationOf(vault, invite);
  if (!invitation.ok) return invitation;
  const row = vault.keys.row(name);
  const credential = freshCredential(row);
  const registrationResponse = vault.opaque.register(credential, registrationRequest);
  if (registrationResponse === null) return refuse("bad-request");
  const { tickets } = vault.keys;
  const endsAtMs = Math.min(vault.clock.nowMs() + BEGUN_MS, invitation.value?.until ?? Infinity);
  const registrationId = sealTicket(
    tickets,
    "registration",
    endsAtMs,
    credential,
    invitationBytes(invitation.value),
  );
  const messages = { request: registrationRequest, response: registrationResponse };
  const evaluated = { row, origin, id: registrationId, ...messages };
  const signature = signEvaluation(vault, "/v2/accounts/start", evaluated);
  return { ok: true, value: { registrationId, rowId: toBase64url(row), registrationResponse, signature } };
}

/**
 * A repeated request with the same registration id gets the same answer, however late. It never touches the
 * account of anyone else. No device is there yet: the first login adds one.
 *
 * An invitation is spent even if the name is taken: otherwise one invitation could ask after any number of
 * names.
 */
export async function finishRegistration(
  vault: Vault,
  request: RequestOf<"/v2/accounts/finish">,
): Promise<Answer<Reply<"/v2/accounts/finish">>> {
  const now = vault.clock.nowMs();
  const begun = readTicket(vault.keys.tickets, "registration", request.registrationId);
  if (!begun) return refuse("expired");
  const credential = begun.content.subarray(0, CREDENTIAL_BYTES);
  const invitation = readInvitation(begun.content.subarray(CREDENTIAL_BYTES));
  const row = credential.subarray(0, ROW_BYTES);
  const record = fromBase64url(request.registrationRecord);
  const sealedKey = fromBase64url(request.sealedKey);
  const content = { row, credential, record, sealedKey, stretching: request.stretching, now };

  const isOver = now > begun.endsAtMs;
  const done = await vault.database.transaction(async (queries): Promise<Done> => {
    if (isOver) return { ok: true, value: "over" };
    if (invitation && !(await first(queries, useOnce, invitation))) return { ok: true, value: "uninvited" };
    const [made] = await queries.all(register, content);
    if (!made) return { ok: true, value: "there" };
    await tallyRegistered(queries, row);
    return { ok: true, value: "made" };
  });
  if (done.value === "made") vault.count("registration");
  const stored = await first(vault.database, account, { row });
  if (!stored || !holds(stored, content)) return refuse(WHY_NOT[done.value]);
  const state = signedState(vault, stored, await devicesOf(vault.database, row));
  return { ok: true, value: { generation: stored.generation, state } };
}

/**
 * `uninvited`: the invitation was spent before, perhaps by this very request. `over`: begun too long ago to make
 * anything.
 */
type Done = { ok: true; value: "made" | "there" | "uninvited" | "over" };
const WHY_NOT = {
  made: "name-taken",
  there: "name-taken",
  uninvited: "registration-closed",
  over: "expired",
} as const;
type Stored = Pick<AccountsTable, "credential_id" | "record" | "sealed_key">;
type Brought = { credential: Uint8Array; record: Uint8Array; sealedKey: Uint8Array };

/**
 * Does the account hold exactly this? Credential ids are random and never used twice, so then it was this
 * request that stored it.
 */
export function holds(stored: Stored, { credential, record, sealedKey }: Brought): boolean {
  const same = (a: Uint8Array | null, b: Uint8Array) => a !== null && Buffer.compare(a, b) === 0;
  return (
    same(stored.credential_id, credential) &&
    same(stored.record, record) &&
    same(stored.sealed_key, sealedKey)
  );
}
