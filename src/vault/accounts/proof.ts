/**
 * Who may ask for something of an account: a device that the account lists, or someone who just logged in.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import {
  DEVICE_SCHEME,
  deviceText,
  type RequestText,
  TICKET_SCHEME,
  ticketText,
  type Version,
} from "../../protocol/vault/proof.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { account, seeDevice } from "../store/accounts.ts";
import { first } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import { useOnce } from "../store/vault-row.ts";
import { openTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url } from "../wire-bytes.ts";
import { nonceEnd } from "./nonce.ts";
import { isMacOf } from "./session.ts";

/** A request as it came. */
export type Asked = {
  version: Version;
  path: string;
  /** `Authorization`, or "" where there is none. */
  authorization: string;
  /** The body's bytes. */
  raw: Uint8Array;
  row: Uint8Array;
  /** The generation that the asker knows. */
  generation: number;
};

/** SubjectPublicKeyInfo in front of an Ed25519 key (RFC 8410 §4). */
const ED25519_KEY = Buffer.from("302a300506032b6570032100", "hex");
const KEY_BYTES = 32;
const ROW_BYTES = 32;
/** A ticket: row id ‖ generation (4) ‖ the key that signs (32). */
const TICKET_KEY_AT = ROW_BYTES + 4;

/** A nonce is good once, until its end. `device` is the key that signed, null for a ticket's. */
type Proof = { nonce: Uint8Array; until: number; device: Uint8Array | null };

function textOf(vault: Vault, asked: Asked, nonce: Uint8Array): RequestText {
  const { path, row: rowId, generation, raw } = asked;
  const bodyHash = createHash("sha256").update(raw).digest();
  return { path, vaultId: vault.keys.vaultId, rowId, generation, nonce, bodyHash };
}

type Parts = { nonce: Uint8Array; second: string; signature: Uint8Array };

function readTicketProof(vault: Vault, asked: Asked, parts: Parts, present: number): boolean {
  const opened = openTicket(vault.keys.tickets, "ticket", vault.clock.nowMs(), parts.second);
  if (!opened) return false;
  const { content } = opened;
  if (Buffer.compare(content.subarray(0, ROW_BYTES), asked.row) !== 0) return false;
  // A ticket from a login with a password that has been replaced since is not valid.
  if (content.readUInt32BE(ROW_BYTES) !== present) return false;
  return isMacOf(
    content.subarray(TICKET_KEY_AT),
    ticketText(textOf(vault, asked, parts.nonce)),
    parts.signature,
  );
}

/** @returns the device's key. */
function readSignature(vault: Vault, asked: Asked, { nonce, second, signature }: Parts): Uint8Array | null {
  const device = fromBase64url(second);
  if (device.length !== KEY_BYTES) return null;
  const signed = deviceText(textOf(vault, asked, nonce), asked.version);
  const key = createPublicKey({
    key: Buffer.concat([ED25519_KEY, device]),
    format: "der",
    type: "spki",
  });
  return verify(null, signed, key, signature) ? device : null;
}

/** `<scheme> <nonce>.<device key or ticket>.<signature>`; a ticket of version 1 proves nothing. */
function readProof(vault: Vault, asked: Asked, present: number): Proof | null {
  const [scheme, text = ""] = asked.authorization.split(" ");
  const [first, second, third, ...more] = text.split(".");
  if (!first || !second || !third || more.length > 0) return null;
  const parts = { nonce: fromBase64url(first), second, signature: fromBase64url(third) };
  const until = nonceEnd(vault.keys.nonces, asked.row, parts.nonce, vault.clock.nowMs());
  if (until === null) return null;
  const { nonce } = parts;
  if (scheme === TICKET_SCHEME && asked.version === 2)
    return readTicketProof(vault, asked, parts, present) ? { nonce, until, device: null } : null;
  const device = scheme === DEVICE_SCHEME ? readSignature(vault, asked, parts) : null;
  return device && { nonce, until, device };
}

/**
 * The account, if the asker may ask for it. The proof is used up before anything else is done, in a commit of
 * its own. If the rest fails, the client asks again with a new proof.
 *
 * Without a proof the vault reveals nothing: an existing, an erased and a missing row take the same steps up
 * to the proof, and only the owner learns that an account was erased.
 */
export async function prove(vault: Vault, asked: Asked): Promise<Answer<AccountsTable>> {
  const { database, clock } = vault;
  const found = await first(database, account, { row: asked.row });
  const proof = readProof(vault, asked, found?.generation ?? 0);
  if (!proof) return refuse("not-proven");
  const { nonce: token, until, device: key } = proof;
  if (key && !(await first(database, seeDevice, { row: asked.row, key, now: clock.nowMs() })))
    return refuse("not-proven");
  if (!found || !(await first(database, useOnce, { token, until }))) return refuse("not-proven");
  if (found.erased_at_ms !== null) return refuse("erased");
  return asked.generation <= found.generation ? { ok: true, value: found } : refuse("generation-changed");
}
