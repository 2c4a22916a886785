/**
 * The few shapes that our script in a web page checks by hand; everywhere else `schema.ts` stands on them.
 */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object when it has exactly these properties. */
export function exactly<K extends string>(raw: unknown, ...names: readonly K[]): Record<K, unknown> | null {
  if (!isRecord(raw) || Object.keys(raw).length !== names.length) return null;
  return names.every((name) => Object.hasOwn(raw, name)) ? (raw as Record<K, unknown>) : null;
}

/** The name of an entry, a look, an offer: 32 hex characters. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}

/** Above it `Date` has no day to show (ECMA-262, Time Values). */
const LAST_TIME_MS = 8_640_000_000_000_000;

/** Milliseconds since 1970. */
export function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LAST_TIME_MS;
}

/** A key in its one canonical form. */
export const isKeyHex = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
