/**
 * The few shapes of the vault's messages, each said once: as a JSON Schema for the server and its OpenAPI
 * document, as a TypeScript type, and as a check that needs no library, for the client.
 *
 * JSON Schema: draft 2020-12. Bytes travel as base64url without padding (RFC 4648 §5).
 */

type JsonSchema =
  | { type: "string"; pattern?: string; minLength?: number; maxLength?: number; enum?: readonly string[] }
  | { type: "integer"; minimum: number; maximum: number }
  | { type: "boolean" }
  | { type: "array"; items: JsonSchema; maxItems: number }
  | {
      type: "object";
      properties: Record<string, JsonSchema>;
      required: readonly string[];
      additionalProperties: false;
    };

/** A JSON Schema that remembers the type of what fits it; `of` is never there at run time. */
export type Shape<T> = { readonly json: JsonSchema; readonly of?: T };
export type TypeOf<S> = S extends Shape<infer T> ? T : never;

type Fields = Record<string, Shape<unknown>>;
type Optional<F extends Fields> = { [K in keyof F]: undefined extends TypeOf<F[K]> ? K : never }[keyof F];
type ObjectOf<F extends Fields> = { [K in Exclude<keyof F, Optional<F>>]: TypeOf<F[K]> } & {
  [K in Optional<F>]?: Exclude<TypeOf<F[K]>, undefined>;
};

/** Characters of `bytes` bytes in base64url. */
const base64Length = (bytes: number): number => Math.ceil((bytes * 4) / 3);

/** Canonical text only: whole groups of four, then none, or two or three letters that leave no stray bits. */
const BASE64URL = "^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$";

/** Exactly so many bytes, or between two numbers of them. */
export function bytes(least: number, most: number = least): Shape<string> {
  const { minLength, maxLength } = { minLength: base64Length(least), maxLength: base64Length(most) };
  return { json: { type: "string", pattern: BASE64URL, minLength, maxLength } };
}

/** Text of so many UTF-16 units. */
export function text(minLength: number, maxLength: number): Shape<string> {
  return { json: { type: "string", minLength, maxLength } };
}

export function oneOf<T extends string>(...names: readonly T[]): Shape<T> {
  return { json: { type: "string", enum: names } };
}

export function integer(minimum: number, maximum: number): Shape<number> {
  return { json: { type: "integer", minimum, maximum } };
}

export const truth: Shape<boolean> = { json: { type: "boolean" } };

export function list<T>(items: Shape<T>, maxItems: number): Shape<T[]> {
  return { json: { type: "array", items: items.json, maxItems } };
}

const left = new WeakSet<Shape<unknown>>();

/** May be left out of an object. */
export function optional<T>({ json }: Shape<T>): Shape<T | undefined> {
  const shape = { json };
  left.add(shape);
  return shape;
}

/** An object with exactly these properties. */
export function object<F extends Fields>(fields: F): Shape<ObjectOf<F>> {
  const names = Object.keys(fields);
  const properties = Object.fromEntries(names.map((name) => [name, (fields[name] as Shape<unknown>).json]));
  const required = names.filter((name) => !left.has(fields[name] as Shape<unknown>));
  return { json: { type: "object", properties, required, additionalProperties: false } };
}

function fits(json: JsonSchema, value: unknown): boolean {
  switch (json.type) {
    case "string":
      if (typeof value !== "string" || !(json.enum?.includes(value) ?? true)) return false;
      if (json.pattern !== undefined && !new RegExp(json.pattern).test(value)) return false;
      return value.length >= (json.minLength ?? 0) && value.length <= (json.maxLength ?? value.length);
    case "integer":
      return (
        Number.isInteger(value) && (value as number) >= json.minimum && (value as number) <= json.maximum
      );
    case "boolean":
      return typeof value === "boolean";
    case "array":
      return (
        Array.isArray(value) && value.length <= json.maxItems && value.every((item) => fits(json.items, item))
      );
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const has = (name: string) => Object.hasOwn(value, name);
      return (
        json.required.every(has) &&
        Object.entries(value).every(([name, inner]) => {
          const property = Object.hasOwn(json.properties, name) ? json.properties[name] : undefined;
          return property !== undefined && fits(property, inner);
        })
      );
    }
  }
}

/** The value when it fits, or null; what a server sends is parsed, not believed. */
export function read<T>(shape: Shape<T>, value: unknown): T | null {
  return fits(shape.json, value) ? (value as T) : null;
}
