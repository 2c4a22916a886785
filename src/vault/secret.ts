/**
 * The vault's one secret: OPAQUE's server setup (RFC 9807 §6: OPRF seed, static key pair, and a key for
 * records that do not exist), 128 bytes as @serenity-kit/opaque makes them. All other keys come from it.
 *
 * As text: `sixtyfour-vault-secret-1.` and base64url of setup ‖ the first 4 bytes of its SHA-256, which
 * reveal a typo when the secret is typed in from paper.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import { fromBase64url, toBase64url } from "./wire-bytes.ts";

const PREFIX = "sixtyfour-vault-secret-1.";
const SETUP_BYTES = 128;
const CHECK_BYTES = 4;

export type Secret = { readonly setup: Uint8Array };

const checkOf = (setup: Uint8Array): Uint8Array =>
  createHash("sha256").update(PREFIX).update(setup).digest().subarray(0, CHECK_BYTES);

export function formatSecret({ setup }: Secret): string {
  return PREFIX + toBase64url(Buffer.concat([setup, checkOf(setup)]));
}

/** @returns null for anything but the text of a secret; white space does not count. */
export function parseSecret(text: string): Secret | null {
  const bare = text.replaceAll(/\s/g, "");
  if (!bare.startsWith(PREFIX)) return null;
  const bytes = fromBase64url(bare.slice(PREFIX.length));
  if (bytes.length !== SETUP_BYTES + CHECK_BYTES) return null;
  const setup = bytes.subarray(0, SETUP_BYTES);
  return timingSafeEqual(checkOf(setup), bytes.subarray(SETUP_BYTES)) ? { setup } : null;
}
