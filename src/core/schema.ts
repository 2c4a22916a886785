/**
 * How what comes from outside is described and read: messages, stored bodies, foreign JSON. The schemas are
 * valibot's; here stand the few that every room needs, and the one way to run one.
 *
 * A schema is the shape, its bounds and its type at once: nothing says any of them a second time. Why a value
 * was refused nobody is told: an issue of valibot's quotes the value, and that may be a key.
 */
import * as v from "valibot";
import { isId, isKeyHex, isRecord, isTime } from "./shapes.ts";

export type Schema<T = unknown> = v.GenericSchema<unknown, T>;
export type TypeOf<S extends Schema> = v.InferOutput<S>;

/**
 * A copy of the value that holds what the schema names and nothing else; null refuses, and so no schema that
 * is read takes null.
 */
export function read<S extends Schema>(schema: S, raw: unknown): TypeOf<S> | null {
  const { success, output } = v.safeParse(schema, raw, { abortEarly: true });
  return success ? output : null;
}

/** Are the properties of these names the value's own? Others are left to valibot's strict object. */
function hasOwn(raw: unknown, entries: v.ObjectEntries): boolean {
  if (!isRecord(raw)) return false;
  const mayMiss = (name: string) => entries[name]?.type === "exact_optional" && !(name in raw);
  return Object.keys(entries).every((name) => Object.hasOwn(raw, name) || mayMiss(name));
}

/**
 * An object with exactly these properties, all of them its own; `v.exactOptional` may be left out. valibot's
 * own strict object also takes an array, and a property that the value only inherits.
 */
export function exact<const E extends v.ObjectEntries>(entries: E) {
  type Strict = v.StrictObjectSchema<E, undefined>;
  return v.pipe(
    v.custom<v.InferInput<Strict>>((raw) => hasOwn(raw, entries)),
    v.strictObject(entries),
  );
}

/** At most so many, counted before any of them is read. */
export function list<S extends Schema>(item: S, most: number) {
  return v.pipe(
    v.custom<v.InferInput<S>[]>((raw) => Array.isArray(raw) && raw.length <= most),
    v.array(item),
    v.maxLength(most), // for those who turn it into a JSON Schema
  );
}

export type Nothing = Record<string, never>;
export const nothing: Schema<Nothing> = exact({});

/** UTF-16 units. */
export const text = (longest: number, shortest = 0) =>
  v.pipe(v.string(), v.minLength(shortest), v.maxLength(longest));
export const matching = (pattern: RegExp, longest: number) => v.pipe(text(longest), v.regex(pattern));
export const integer = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Canonical text only: whole groups of four, then none, or two or three letters that leave no stray bits. */
const BASE64URL = /^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/;
const lengthInBase64 = (bytes: number): number => Math.ceil((bytes * 4) / 3);

/** Exactly so many bytes, or between two numbers of them, in base64url without padding (RFC 4648 §5). */
export const base64Url = (least: number, most: number = least) =>
  v.pipe(text(lengthInBase64(most), lengthInBase64(least)), v.regex(BASE64URL));

export const id = v.custom<string>(isId);
export const keyHex = v.custom<string>(isKeyHex);
export const timeMs = v.custom<number>(isTime);
export const timeOrNull = v.nullable(timeMs);
