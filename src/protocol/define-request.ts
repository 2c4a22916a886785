/**
 * A request between two of our contexts, defined once: its name, what may be in it, what is answered.
 *
 * Types, parsers, the router's lists, what the pages read again and the table in ARCHITECTURE.md come from the
 * definitions. Who may send a request is told by the list that it stands in: one list a protocol.
 */
import { read, type Schema, type TypeOf } from "../core/schema.ts";

/** A type without a value: pages trust what the background answers, so nobody parses it. */
export type Answer<T> = { readonly of?: T };
export const answer = <T>(): Answer<T> => ({});

/**
 * `payload` is a function, so that a schema is made when the first request of its name comes: the worker
 * starts many times a day, and most starts read two or three of them.
 */
type Terms = { readonly payload: () => Schema; readonly answer: Answer<unknown> };
export type Defined = Terms & { readonly type: string };

export function defineRequest<const N extends string, const T extends Terms>(type: N, terms: T) {
  return { type, ...terms };
}

/** What each of these requests carries and is answered with, by its name. */
export type Requests<D extends Defined> = {
  [R in D as R["type"]]: {
    payload: TypeOf<ReturnType<R["payload"]>>;
    value: R["answer"] extends Answer<infer T> ? T : never;
  };
};

/**
 * The requests of a protocol, looked up by their names: a name comes with a message, and may be anything.
 * `R` is what {@link Requests} makes of them.
 */
export function byType<D extends Defined, R extends Record<D["type"], { payload: unknown }>>(
  requests: readonly D[],
) {
  const known = new Map<string, D>(requests.map((request) => [request.type, request]));
  const schemas = new Map<string, Schema>();
  return {
    find: (type: string): D | undefined => known.get(type),

    /** The payload of a request of this name; null refuses. */
    read<T extends D["type"]>(type: T, raw: unknown): R[T]["payload"] | null {
      const schema = schemas.get(type) ?? known.get(type)?.payload();
      if (schema === undefined) return null;
      schemas.set(type, schema);
      return read(schema, raw) as R[T]["payload"] | null;
    },
  };
}
