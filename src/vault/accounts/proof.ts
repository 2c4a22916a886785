/**
 * Who may ask for something of an account: a device that the account lists, or someone who just logged in.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { DEVICE_SCHEME, deviceText, TICKET_SCHEME } from "../../protocol/vault/proof.ts";
import { type Answer, refuse } from "../endpoint-answer.ts";
import { account, seeDevice } from "../store/accounts.ts";
import { first } from "../store/database.ts";
import type { AccountsTable } from "../store/tables.ts";
import { useOnce } from "../store/vault-row.ts";
import { openTicket } from "../tickets.ts";
import type { Vault } from "../vault-parts.ts";
import { fromBase64url } from "../wire-bytes.ts";
import { nonceEnd } from "./nonce.ts";

/** A request as it came. */
export type Asked = {
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

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * What is good once: 32 bytes that name it, and its end. `device` is the key that signed, null for a ticket.
 */
type Proof = { token: Uint8Array; until: number; device: Uint8Array | null };

function readTicket(vault: Vault, asked: Asked, ticket: string, present: number): Proof | null {
  const opened = openTicket(vault.keys.tickets, "proof", vault.clock.nowMs(), ticket);
  if (!opened) return null;
  const { content, endsAtMs } = opened;
  if (Buffer.compare(content.subarray(0, ROW_BYTES), asked.row) !== 0) return null;
  // A ticket from a login with a password that has been replaced since is not valid.
  if (content.readUInt32BE(ROW_BYTES) !== present) return null;
  return { token: sha256(content), until: endsAtMs, device: null };
}

function readSignature(vault: Vault, asked: Asked, text: string): Proof | null {
  const [nonce, device, signature, ...more] = text.split(".").map(fromBase64url);
  if (!nonce || !device || !signature || more.length > 0 || device.length !== KEY_BYTES) return null;
  const until = nonceEnd(vault.keys.nonces, asked.row, nonce, vault.clock.nowMs());
  if (until === null) return null;
  const { path, row: rowId, generation, raw } = asked;
  const signed = deviceText({
    path,
    vaultId: vault.keys.vaultId,
    rowId,
    generation,
    nonce,
    bodyHash: sha256(raw),
  });
  const key = createPublicKey({
    key: Buffer.concat([ED25519_KEY, device]),
    format: "der",
    type: "spki",
  });
  return verify(null, signed, key, signature) ? { token: nonce, until, device } : null;
}

function readProof(vault: Vault, asked: Asked, present: number): Proof | null {
  const [scheme, text = ""] = asked.authorization.split(" ");
  if (scheme === DEVICE_SCHEME) return readSignature(vault, asked, text);
  return scheme === TICKET_SCHEME ? readTicket(vault, asked, text, present) : null;
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
  const { token, until, device: key } = proof;
  if (key && !(await first(database, seeDevice, { row: asked.row, key, now: clock.nowMs() })))
    return refuse("not-proven");
  if (!found || !(await first(database, useOnce, { token, until }))) return refuse("not-proven");
  if (found.erased_at_ms !== null) return refuse("erased");
  return asked.generation <= found.generation ? { ok: true, value: found } : refuse("generation-changed");
}
