/** The few shapes that payloads are made of. */
import { isRecord } from "./envelope.ts";

export const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest;

/** The name of an entry, a look, an offer. */
export const isId = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{32}$/.test(value);

/** A key in its one canonical form. */
export const isKeyHex = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** The payload when it has exactly these properties. */
export function exactly<K extends string>(payload: unknown, ...names: K[]): Record<K, unknown> | null {
  if (!isRecord(payload) || Object.keys(payload).length !== names.length) return null;
  return names.every((name) => name in payload) ? (payload as Record<K, unknown>) : null;
}
