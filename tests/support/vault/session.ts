/** What both ends of a login make of OPAQUE's session key, by Node's own cryptography: neither end's code. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { type LoginText, loginText } from "../../../src/protocol/vault/proof.ts";
import type { LoginAnswer } from "../../../src/protocol/vault/wire.ts";

type Use = "request" | "answer" | "ticket";

/** @param sessionKey - base64url, 64 bytes. */
export function sessionKeyFor(sessionKey: string, use: Use): Buffer {
  const secret = Buffer.from(sessionKey, "base64url");
  return Buffer.from(hkdfSync("sha256", secret, "", `sixtyfour/vault/v2/login-${use}`, 32));
}

/** Base64url, but for the origin. */
export type Bound = { vaultId: string; rowId: string; origin: string; deviceKey: string | null };

export function bindingOf(sessionKey: string, { vaultId, rowId, origin, deviceKey }: Bound): string {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const text: LoginText = { vaultId: bytes(vaultId), rowId: bytes(rowId), origin, deviceKey: null };
  const bound = loginText(deviceKey === null ? text : { ...text, deviceKey: bytes(deviceKey) });
  return createHmac("sha256", sessionKeyFor(sessionKey, "request")).update(bound).digest("base64url");
}

export function sealAnswer(sessionKey: string, answer: LoginAnswer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sessionKeyFor(sessionKey, "answer"), nonce);
  const parts = [nonce, cipher.update(JSON.stringify(answer)), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString("base64url");
}

/** Throws for an answer of another session. */
export function openAnswer(sessionKey: string, sealed: string): LoginAnswer {
  const bytes = Buffer.from(sealed, "base64url");
  const key = sessionKeyFor(sessionKey, "answer");
  const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16));
  const opened = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]);
  return JSON.parse(opened.toString());
}
