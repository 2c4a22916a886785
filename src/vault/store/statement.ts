/**
 * A statement: typed SQL, built once by Kysely without a connection, compiled once for the engine that runs
 * it.
 *
 * Its values have names; {@link compile} remembers in which order the engine wants them.
 */
import {
  type Compilable,
  createQueryId,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import type { Tables } from "./tables.ts";

export type Engine = "sqlite" | "postgres";
type Value = Uint8Array | string | number | null;
export type Values = Record<string, Value>;

/** Only builds; the drivers run what it built. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Stands for a value that is known only when the statement runs. */
class Named {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Statement<In extends Values, Out> = {
  /** Of the prepared statement in Postgres. */
  readonly name: string;
  readonly query: Compilable<Out>;
  /** Never there at run time: the type of the values. */
  readonly takes?: (values: In) => void;
};

/** A place in a statement for each value. */
export type Holes<In extends Values> = { readonly [K in keyof In]-?: RawBuilder<In[K]> };

/**
 * `statement<In>()("name", (v) => query)`. Called twice: TypeScript infers all of a list of types or none.
 */
export function statement<In extends Values>() {
  return <Out>(name: string, make: (holes: Holes<In>) => Compilable<Out>): Statement<In, Out> => {
    const holes = new Proxy({} as Holes<In>, { get: (_, key) => sql`${new Named(String(key))}` });
    return { name, query: make(holes) };
  };
}

/** For arithmetic: of `$1 + 1` alone Postgres would make four bytes. */
export function wide(hole: RawBuilder<number>): RawBuilder<number> {
  return sql<number>`cast(${hole} as bigint)`;
}

export type Compiled = { readonly sql: string; readonly bind: (values: Values) => Value[] };

export function compile(engine: Engine, query: Compilable<unknown>): Compiled {
  const forPostgres = query.compile();
  const compiled =
    engine === "postgres"
      ? forPostgres
      : new SqliteQueryCompiler().compileQuery(forPostgres.query, createQueryId());
  const bind = (values: Values) =>
    compiled.parameters.map((parameter) =>
      parameter instanceof Named ? (values[parameter.name] ?? null) : (parameter as Value),
    );
  return { sql: compiled.sql, bind };
}
