/**
 * The asker's address behind proxies, from `X-Forwarded-For` (MDN; RFC 7239 has a header of its own).
 *
 * Each proxy adds the address that it has seen at the end. With so many proxies of the operator's own, the
 * asker's is that many from the end; what stands before it, anybody may have written. A header that is
 * missing, too short or no address is refused: else all such requests would share one limit, or have none.
 */
import { isIP } from "node:net";

/** Proxies write `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:4711`. */
const FORMS = [/^\[([^\]]+)\](?::\d{1,5})?$/, /^([\d.]+):\d{1,5}$/, /^([^[\]]+)$/];

function addressOf(text: string): string | null {
  for (const form of FORMS) {
    const address = form.exec(text)?.[1];
    if (address !== undefined) return isIP(address) === 0 || address.includes("%") ? null : address;
  }
  return null;
}

/** @param hops - how many proxies stand in front, at least one. @returns null for a header to refuse. */
export function forwardedAddress(header: string | string[] | undefined, hops: number): string | null {
  const entries = [header ?? []].flat().join(",").split(",");
  const entry = entries.at(-hops)?.trim();
  return entry === undefined ? null : addressOf(entry);
}
