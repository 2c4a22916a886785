/**
 * What the vault does with the session key that OPAQUE gives to both ends of a login: it checks what the client
 * has bound to the password, and answers so that nobody in between can read or use the answer.
 */
import { createCipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { type LoginText, loginText, SESSION_KEYS } from "../../protocol/vault/proof.ts";
import type { LoginAnswer } from "../../protocol/vault/wire.ts";
import { toBase64url } from "../wire-bytes.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** @param sessionKey - 64 bytes. */
function keyOf(sessionKey: Uint8Array, use: keyof typeof SESSION_KEYS): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", sessionKey, "", SESSION_KEYS[use], KEY_BYTES));
}

export function ticketKey(sessionKey: Uint8Array): Uint8Array {
  return keyOf(sessionKey, "ticket");
}

/** Is this the MAC of a key over these bytes? HMAC-SHA-256. */
export function isMacOf(key: Uint8Array, text: Uint8Array, mac: Uint8Array): boolean {
  const right = createHmac("sha256", key).update(text).digest();
  return mac.length === right.length && timingSafeEqual(right, mac);
}

/** Did whoever knows the password mean this origin and this device? */
export function isBound(sessionKey: Uint8Array, text: LoginText, binding: Uint8Array): boolean {
  return isMacOf(keyOf(sessionKey, "request"), loginText(text), binding);
}

/** Nonce (12) ‖ AES-256-GCM ‖ tag (16), base64url. */
export function sealAnswer(sessionKey: Uint8Array, answer: LoginAnswer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(sessionKey, "answer"), nonce);
  const sealed = cipher.update(JSON.stringify(answer), "utf8");
  return toBase64url(Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]));
}
