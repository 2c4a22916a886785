/**
 * Turns the address of a vault, as people type it, into the origin that requests go to.
 *
 * https anywhere, http on this computer only. `[::1]` is refused by a code of its own: no source of a page's
 * `connect-src` matches it (W3C CSP3 §6.7.2.8), so the browser would refuse the request without saying why.
 */
import { LONGEST_ADDRESS } from "../core/keyring/vault-record.ts";

const ADDRESS_CODES = ["not-an-address", "ipv6-loopback", "needs-https", "has-user", "has-path"] as const;
export type AddressCode = (typeof ADDRESS_CODES)[number];

export type Address = { ok: true; value: string } | { ok: false; error: { code: AddressCode } };

/** Host names under which only this computer answers. */
const LOOPBACK = ["localhost", "127.0.0.1"];

const refused = (code: AddressCode): Address => ({ ok: false, error: { code } });

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The scheme may be left out: http on this computer, https elsewhere. */
function withScheme(text: string): URL | null {
  if (text.includes("://")) return parsed(text);
  const secure = parsed(`https://${text}`);
  return secure && LOOPBACK.includes(secure.hostname) ? parsed(`http://${text}`) : secure;
}

/** @returns an origin, its host name in ASCII: an address that only looks like another shows as `xn--…`. */
export function parseVaultAddress(typed: string): Address {
  const text = typed.trim();
  const url = text.length <= LONGEST_ADDRESS ? withScheme(text) : null;
  if (!url || !["https:", "http:"].includes(url.protocol)) return refused("not-an-address");
  if (url.username !== "" || url.password !== "") return refused("has-user");
  if (url.hostname === "[::1]") return refused("ipv6-loopback");
  if (url.protocol === "http:" && !LOOPBACK.includes(url.hostname)) return refused("needs-https");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return refused("has-path");
  return { ok: true, value: url.origin };
}
