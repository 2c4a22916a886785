/**
 * What only the two ends of a login know, and what they do with it: the session key that OPAQUE gives both of
 * them. Somebody in between who hands every message on has no part in it.
 *
 * Keys: HKDF-SHA-256 (RFC 5869) of the session key (64 bytes), no salt, one info each
 * (`protocol/vault/proof.ts`), 32 bytes.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64Url } from "../core/base64url.ts";
import { type Bytes, bytesToUtf8, utf8ToBytes, wipe } from "../core/bytes.ts";
import { read } from "../core/schema.ts";
import { loginText, SESSION_KEYS, TICKET_SCHEME, ticketText } from "../protocol/vault/proof.ts";
import { type LoginAnswer, loginAnswer } from "../protocol/vault/wire.ts";
import { bytesOf, type Signed, textOf } from "./signed-text.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** For ten minutes it stands for a device. Base64url; `key` is never sent. */
export type Ticket = { ticket: string; key: string };

/** @param sessionKey - base64url, 64 bytes. */
function keyOf(sessionKey: string, use: keyof typeof SESSION_KEYS): Bytes {
  const secret = bytesOf(sessionKey);
  try {
    return new Uint8Array(hkdf(sha256, secret, undefined, utf8ToBytes(SESSION_KEYS[use]), KEY_BYTES));
  } finally {
    wipe(secret);
  }
}

export type Bound = {
  /** Base64url, as the other two. */
  vaultId: string;
  rowId: string;
  origin: string;
  deviceKey: string | null;
};

/** Shows the vault who wrote the last message: whoever knows the password meant this origin and this device. */
export function bindLogin(sessionKey: string, { vaultId, rowId, origin, deviceKey }: Bound): string {
  const text = loginText({
    ...{ vaultId: bytesOf(vaultId), rowId: bytesOf(rowId), origin },
    deviceKey: deviceKey === null ? null : bytesOf(deviceKey),
  });
  return toBase64Url(hmac(sha256, keyOf(sessionKey, "request"), text));
}

/** @returns null for what this login's vault has not written. */
export async function openAnswer(sessionKey: string, sealed: string): Promise<LoginAnswer | null> {
  const bytes = bytesOf(sealed);
  const raw = keyOf(sessionKey, "answer");
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  wipe(raw);
  const cipher = { name: "AES-GCM", iv: bytes.subarray(0, NONCE_BYTES) };
  try {
    const opened = new Uint8Array(await crypto.subtle.decrypt(cipher, key, bytes.subarray(NONCE_BYTES)));
    return read(loginAnswer, JSON.parse(bytesToUtf8(opened)));
  } catch {
    return null;
  }
}

export function ticketOf(sessionKey: string, ticket: string): Ticket {
  return { ticket, key: toBase64Url(keyOf(sessionKey, "ticket")) };
}

/** The value of `Authorization` for one request. */
export function ticketProof({ ticket, key }: Ticket, request: Signed): string {
  const mac = hmac(sha256, bytesOf(key), ticketText(textOf(request)));
  return `${TICKET_SCHEME} ${request.nonce}.${ticket}.${toBase64Url(mac)}`;
}
