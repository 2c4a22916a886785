/**
 * The one shape of every message between our contexts.
 *
 * Request `{protocol, version, type, payload}`, reply `{ok: true, value}` or `{ok: false, error: {code}}`.
 * `protocol` says which side of the trust line a message comes from: `page` for our own pages, `content` for
 * our script in a web page. A message of the wrong protocol, version or type is not parsed further.
 */
import { fail, isErrorCode, type Result } from "../core/errors.ts";
import { isRecord } from "../core/shapes.ts";

const PROTOCOL_VERSION = 1;

const PROTOCOLS = ["sixtyfour/page", "sixtyfour/content", "sixtyfour/offscreen", "sixtyfour/notice"] as const;
export type Protocol = (typeof PROTOCOLS)[number];

export type Envelope<P extends Protocol = Protocol> = {
  protocol: P;
  version: typeof PROTOCOL_VERSION;
  type: string;
  payload: unknown;
};

export function envelope<P extends Protocol>(protocol: P, type: string, payload: unknown): Envelope<P> {
  return { protocol, version: PROTOCOL_VERSION, type, payload };
}

/** Reads a received message; null when it is not one of ours. Unknown extra properties are refused. */
export function parseEnvelope(raw: unknown): Envelope | null {
  if (!isRecord(raw)) return null;
  const { protocol, version, type, payload, ...rest } = raw;
  if (Object.keys(rest).length > 0 || version !== PROTOCOL_VERSION || typeof type !== "string") return null;
  const known = PROTOCOLS.find((p) => p === protocol);
  return known ? { protocol: known, version, type, payload } : null;
}

/** Reads a reply. What is not a reply at all (a dead worker answers `undefined`) becomes `internal`. */
export function parseReply<T>(raw: unknown): Result<T> {
  if (isRecord(raw) && raw["ok"] === true) return { ok: true, value: raw["value"] as T };
  const error = isRecord(raw) ? raw["error"] : undefined;
  const code = isRecord(error) ? error["code"] : undefined;
  return fail(isErrorCode(code) ? code : "internal");
}
