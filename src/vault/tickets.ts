/**
 * What the vault gives a client to bring back: a begun registration, reset or login, the ticket of a fresh
 * login, an invitation. The vault keeps none of them; it seals them with AES-256-GCM under a key of its own.
 *
 * Bytes: nonce (12) ‖ ciphertext of [end, 8 bytes of milliseconds ‖ content] ‖ tag (16); associated data is
 * the kind. Nonces are random: NIST SP 800-38D §8.3 allows 2^32 tickets under one secret.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { fromBase64url, toBase64url } from "./wire-bytes.ts";

/** `login-1` and `proof`: of version 1; nothing opens the second any more. */
export type TicketKind = "registration" | "reset" | "login" | "ticket" | "login-1" | "proof" | "invite";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const END_BYTES = 8;

/** @param key - 32 bytes. @param endsAtMs - from then on it does not open. */
export function sealTicket(
  key: Uint8Array,
  kind: TicketKind,
  endsAtMs: number,
  ...content: readonly Uint8Array[]
): string {
  const end = Buffer.alloc(END_BYTES);
  end.writeBigUInt64BE(BigInt(endsAtMs));
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(kind));
  const sealed = [end, ...content].map((part) => cipher.update(part));
  return toBase64url(Buffer.concat([nonce, ...sealed, cipher.final(), cipher.getAuthTag()]));
}

type Opened = { content: Buffer; endsAtMs: number };

/** @returns the content, or null for a ticket that is over, of another kind, or not ours. */
export function openTicket(key: Uint8Array, kind: TicketKind, nowMs: number, ticket: string): Opened | null {
  const opened = readTicket(key, kind, ticket);
  return opened && nowMs <= opened.endsAtMs ? opened : null;
}

/** As {@link openTicket}, of one that is over as well: it may be known again, and do nothing more. */
export function readTicket(key: Uint8Array, kind: TicketKind, ticket: string): Opened | null {
  const sealed = fromBase64url(ticket);
  // A ticket has exactly one text. Node decodes `x`, `x=` and `x.` alike, and a used ticket is remembered by
  // its text, so another spelling would be accepted again.
  if (toBase64url(sealed) !== ticket) return null;
  if (sealed.length < NONCE_BYTES + END_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(kind))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return { content: opened.subarray(END_BYTES), endsAtMs: Number(opened.readBigUInt64BE()) };
}
