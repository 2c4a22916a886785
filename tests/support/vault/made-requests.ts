/**
 * Requests made from the OpenAPI document: some that fit their schema, some that nearly do, some that do not.
 *
 * All come from one seed, so that a request that breaks something can be made again.
 */
type Schema = {
  type: string;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};
export type Document = {
  paths: Record<string, { post?: { requestBody?: { content: Record<string, { schema: Schema }> } } }>;
};
export type MadeRequest = { path: string; method: string; headers: Record<string, string>; body: string };

/** mulberry32: 32 bits of state are enough to make different requests. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ODD: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 53, 1e308, "", "\0", "\ud800", "é".repeat(300), "A".repeat(600)],
  ...[[], {}, [[]], { constructor: 1 }, "' or 1=1 --", "../../etc/passwd", "%00", "𝔸".repeat(64)],
];
const HEADERS = [
  "",
  "Sixtyfour-Device a.b.c",
  "Sixtyfour-Ticket AAAA",
  "Sixtyfour-Device ..",
  "Basic e30=",
  "x".repeat(3000),
];

/** @param origin - where the vault is asked; others are refused before anything else is looked at. */
export function requestMaker(document: Document, seed: number, origin: string): () => MadeRequest {
  const next = chance(seed);
  const below = (count: number) => Math.floor(next() * count);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;

  function fitting(schema: Schema): unknown {
    if (schema.enum) return one(schema.enum);
    switch (schema.type) {
      case "string": {
        const { minLength = 0, maxLength = minLength + 20 } = schema;
        const length = minLength + below(Math.min(maxLength, minLength + 200) - minLength + 1);
        return Array.from({ length }, () => one([...ALPHABET])).join("");
      }
      case "integer":
        return one([schema.minimum ?? 0, schema.maximum ?? 0, (schema.minimum ?? 0) + below(5)]);
      case "boolean":
        return next() < 0.5;
      case "array":
        return schema.items ? [fitting(schema.items)] : [];
      default:
        return Object.fromEntries(
          Object.entries(schema.properties ?? {})
            .filter(([name]) => schema.required?.includes(name) || next() < 0.5)
            .map(([name, inner]) => [name, name === "origin" && next() < 0.9 ? origin : fitting(inner)]),
        );
    }
  }

  /** A request with one odd value. */
  function bent(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return one(ODD);
    const copy = { ...(value as Record<string, unknown>) };
    const name = one([...Object.keys(copy), "more", "__proto__", "constructor"]);
    if (next() < 0.2) delete copy[name];
    else Object.defineProperty(copy, name, { value: one(ODD), enumerable: true, configurable: true });
    return copy;
  }

  const posts = Object.entries(document.paths).flatMap(([path, { post }]) => {
    const schema = post?.requestBody?.content["application/json"]?.schema;
    return schema ? [{ path, schema }] : [];
  });
  return () => {
    const { path, schema } = one(posts);
    const fits = fitting(schema);
    const body = JSON.stringify(next() < 0.5 ? fits : bent(fits)) ?? "";
    const cut = next() < 0.05 ? body.slice(0, below(body.length + 1)) : body;
    const authorization = one(HEADERS);
    return {
      path: next() < 0.02 ? `${path}/${one(["", "..", "%2e", "x"])}` : path,
      method: next() < 0.02 ? one(["PUT", "DELETE", "PATCH"]) : "POST",
      headers: {
        "content-type":
          next() < 0.03 ? one(["text/plain", "application/json; charset=latin1", "a/b"]) : "application/json",
        ...(authorization && { authorization }),
      },
      body: next() < 0.02 ? cut.padEnd(4096 + below(9000), " ") : cut,
    };
  };
}
