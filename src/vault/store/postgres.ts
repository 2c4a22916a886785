/**
 * Postgres, or an engine that speaks like it, through pg: any number of processes on one database.
 *
 * Statements are prepared once for each connection, by their names. A query's promise is fulfilled only by
 * ReadyForQuery, which comes after the commit; an error of the commit, or a connection that is lost before,
 * rejects it.
 */
import { Pool, type PoolClient, types } from "pg";
import { type Database, type Queries, StoreError, UnsafeStoreError } from "./database.ts";
import { type Compiled, compile, type Statement, type Values } from "./statement.ts";

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** A database that hangs must not hold requests for ever. */
const STATEMENT_MS = 10_000;
/**
 * SQLSTATE serialization_failure and deadlock_detected: the change did not happen, and may be tried again.
 */
const AGAIN = new Set(["40001", "40P01"]);
const MOST_TRIES = 20;
/** Any number, the same for all vaults that share a database. */
const MIGRATION_LOCK = 6_464_001;
/** A process whose clock is further from the database's would give other waits than its siblings. */
const CLOCKS_APART_MS = 60_000;

type Asked = Pick<PoolClient, "query">;

/** bigint as a number: all of ours are far below 2^53. */
function typeParser(oid: number): (text: string) => unknown {
  return oid === types.builtins.INT8 || oid === types.builtins.NUMERIC
    ? Number
    : types.getTypeParser(oid, "text");
}

async function tryAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (cause) {
      const { code = "" } = cause as { code?: string };
      if (tries === MOST_TRIES || !AGAIN.has(code)) throw new StoreError("Postgres failed", { cause });
    }
  }
}

class PostgresDatabase implements Database {
  readonly engine = "postgres";
  readonly #pool: Pool;
  readonly #compiled = new Map<Statement<never, unknown>, Compiled>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]> {
    return tryAgain(() => this.#ask(this.#pool, statement, values));
  }

  async #ask<In extends Values, Out>(
    asked: Asked,
    statement: Statement<In, Out>,
    values: In,
  ): Promise<Out[]> {
    let compiled = this.#compiled.get(statement);
    if (!compiled) {
      compiled = compile(this.engine, statement.query);
      this.#compiled.set(statement, compiled);
    }
    const { sql: text, bind } = compiled;
    const { rows } = await asked.query({ name: statement.name, text, values: bind(values) });
    return rows as Out[];
  }

  transaction<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return tryAgain(() => this.#transact(work));
  }

  async #transact<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken = true;
    try {
      await client.query("BEGIN");
      const answer = await work({ all: (statement, values) => this.#ask(client, statement, values) });
      const { command } = await client.query(answer.ok ? "COMMIT" : "ROLLBACK");
      // To commit what has failed before is answered by ROLLBACK, without an error.
      if (answer.ok && command !== "COMMIT") throw new StoreError("not committed");
      broken = false;
      return answer;
    } finally {
      // Closed, not rolled back: an unknown state must not go to the next.
      client.release(broken);
    }
  }

  async hasTable(name: string): Promise<boolean> {
    const { rows } = await this.#pool.query("select to_regclass($1) is not null as there", [name]);
    return rows[0].there;
  }

  async migrate(from: number, sql: string): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
      const there = await client.query("select to_regclass('vault') is not null as there");
      const version = there.rows[0].there
        ? (await client.query("select schema_version from vault")).rows[0].schema_version
        : 0;
      if (version === from) await client.query(sql);
      await client.query("COMMIT");
    } finally {
      client.release(true);
    }
  }

  /** Postgres's vacuum does it, when it comes. */
  async tidy(): Promise<void> {}

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/** Settings that lose acknowledged commits: each spent attempt that comes back is one more guess. */
async function problemsOf(pool: Pool): Promise<string[]> {
  const show = async (name: string) => (await pool.query(`show ${name}`)).rows[0][name] as string;
  const problems: string[] = [];
  for (const name of ["fsync", "full_page_writes"])
    if ((await show(name)) !== "on") problems.push(`Postgres runs with ${name} off`);
  const commit = await show("synchronous_commit");
  if (commit !== "on" && commit !== "remote_apply")
    problems.push(`Postgres runs with synchronous_commit ${commit}`);
  const { rows } = await pool.query("select extract(epoch from clock_timestamp()) * 1000 as now_ms");
  if (Math.abs(rows[0].now_ms - Date.now()) > CLOCKS_APART_MS)
    problems.push("the clocks of this computer and of Postgres are more than a minute apart");
  return problems;
}

export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: 2 * STATEMENT_MS,
    types: { getTypeParser: typeParser as typeof types.getTypeParser },
  });
  // An idle connection that breaks is replaced by the next query; one that breaks between two statements of a
  // transaction fails the next of them. Unheard, either event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    const problems = await problemsOf(pool);
    if (problems.length > 0) throw new UnsafeStoreError(problems.join("; "));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDatabase(pool);
}
