/**
 * How what comes from outside is described and read: messages, stored bodies, foreign JSON. The schemas are
 * valibot's; here stand the few that every room needs, and the one way to run one.
 *
 * A schema is the shape, its bounds and its type at once: nothing says any of them a second time. Why a value
 * was refused nobody is told: an issue of valibot's quotes the value, and that may be a key.
 */
import * as v from "valibot";
import { exactly, isId, isKeyHex, isTime } from "./shapes.ts";

export type Schema<T = unknown> = v.GenericSchema<unknown, T>;
export type TypeOf<S extends Schema> = v.InferOutput<S>;

/** A copy of the value that holds what the schema names and nothing else; null refuses. */
export function read<S extends Schema>(schema: S, raw: unknown): TypeOf<S> | null {
  const { success, output } = v.safeParse(schema, raw, { abortEarly: true });
  return success ? output : null;
}

/**
 * An object with exactly these properties, all of them its own. valibot's own strict object also takes an
 * array, and a property that the value only inherits.
 */
export function exact<const E extends v.ObjectEntries>(entries: E) {
  const names = Object.keys(entries);
  type Strict = v.StrictObjectSchema<E, undefined>;
  return v.pipe(
    v.custom<v.InferInput<Strict>>((raw) => exactly(raw, ...names) !== null),
    v.strictObject(entries),
  );
}

/** At most so many, counted before any of them is read. */
export function list<S extends Schema>(item: S, most: number) {
  return v.pipe(
    v.custom<v.InferInput<S>[]>((raw) => Array.isArray(raw) && raw.length <= most),
    v.array(item),
  );
}

export type Nothing = Record<string, never>;
export const nothing: Schema<Nothing> = exact({});

/** UTF-16 units. */
export const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
export const matching = (pattern: RegExp, longest: number) => v.pipe(text(longest), v.regex(pattern));
export const integer = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const id = v.custom<string>(isId);
export const keyHex = v.custom<string>(isKeyHex);
export const timeMs = v.custom<number>(isTime);
export const timeOrNull = v.nullable(timeMs);
