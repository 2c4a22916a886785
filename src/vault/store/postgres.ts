/**
 * Postgres, or an engine that speaks like it, through pg: any number of processes on one database.
 *
 * Statements are prepared once for each connection, by their names. A query's promise is fulfilled only by
 * ReadyForQuery, which comes after the commit; an error of the commit, or a connection that is lost before,
 * rejects it.
 */
import type { PoolClient } from "pg";
import { type Database, type Inspection, type Queries, StoreError } from "./database.ts";
import type { PostgresAddress } from "./postgres-address.ts";
import { connectOrFail, inspectConnection, PostgresConnections } from "./postgres-connections.ts";
import { failureOf } from "./postgres-failure.ts";
import { type Compiled, compile, type Statement, type Values } from "./statement.ts";

/**
 * SQLSTATE serialization_failure and deadlock_detected: the change did not happen, and may be tried again.
 */
const AGAIN = new Set(["40001", "40P01"]);
const MOST_TRIES = 20;
const MIGRATION_MS = 24 * 60 * 60_000;
/** Any number, the same for all vaults that share a database. */
const MIGRATION_LOCK = 6_464_001;

async function tryAgain<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === MOST_TRIES || !(error instanceof StoreError) || !AGAIN.has(error.code)) throw error;
    }
  }
}

/** With its own end of waiting, which pg's types do not know for one query. */
const patiently = (text: string) => ({ text, query_timeout: MIGRATION_MS });

class PostgresDatabase implements Database {
  readonly engine = "postgres";
  readonly #connections: PostgresConnections;
  readonly #compiled = new Map<Statement<never, unknown>, Compiled>();

  constructor(connections: PostgresConnections) {
    this.#connections = connections;
  }

  all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]> {
    return this.#with((client) => tryAgain(() => this.#ask(client, statement, values)));
  }

  /** A connection on which something failed may be in any state: it is closed, not given to the next. */
  async #with<T>(act: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await connectOrFail(this.#connections);
    let isBroken = true;
    try {
      const value = await act(client);
      isBroken = false;
      return value;
    } finally {
      client.release(isBroken);
    }
  }

  async #ask<In extends Values, Out>(
    client: PoolClient,
    statement: Statement<In, Out>,
    values: In,
  ): Promise<Out[]> {
    let compiled = this.#compiled.get(statement);
    if (!compiled) {
      compiled = compile(this.engine, statement.query);
      this.#compiled.set(statement, compiled);
    }
    const { sql: text, bind } = compiled;
    const { rows } = await this.#query(client, { name: statement.name, text, values: bind(values) });
    return rows as Out[];
  }

  async #query(client: PoolClient, asked: { name?: string; text: string; values?: unknown[] }) {
    try {
      const result = await client.query(asked);
      if (this.#connections.isUnconfirmed(client))
        throw new StoreError("stored here, but no standby has confirmed it", { code: "UNCONFIRMED" });
      return result;
    } catch (cause) {
      throw failureOf(cause);
    }
  }

  transaction<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return tryAgain(() => this.#with((client) => this.#transact(client, work)));
  }

  async #transact<T extends { ok: boolean }>(
    client: PoolClient,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> {
    let answer: T;
    try {
      await this.#query(client, { text: "BEGIN" });
      answer = await work({ all: (statement, values) => this.#ask(client, statement, values) });
    } catch (error) {
      // Never committed. The connection is closed with the transaction in it.
      if (!(error instanceof StoreError)) throw error;
      throw new StoreError("not committed", { outcome: "undone", code: error.code, cause: error });
    }
    const { command } = await this.#query(client, { text: answer.ok ? "COMMIT" : "ROLLBACK" });
    // To commit what has failed before is answered by ROLLBACK, without an error.
    if (answer.ok && command !== "COMMIT")
      throw new StoreError("not committed", { outcome: "undone", code: "ROLLBACK" });
    return answer;
  }

  async hasTable(name: string): Promise<boolean> {
    return this.#with(async (client) => {
      const { rows } = await client.query("select to_regclass($1) is not null as there", [name]);
      return rows[0].there;
    });
  }

  /** However long it takes: a table of millions must not keep a newer vault from starting. */
  async migrate(from: number, sql: string): Promise<void> {
    const client = await this.#connections.connect();
    try {
      await client.query("BEGIN");
      await client.query("set local statement_timeout = 0");
      // Another process may be at it.
      await client.query(patiently(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`));
      const there = await client.query("select to_regclass('vault') is not null as there");
      const version = there.rows[0].there
        ? (await client.query("select schema_version from vault")).rows[0].schema_version
        : 0;
      if (version === from) await client.query(patiently(sql));
      await client.query("COMMIT");
    } finally {
      client.release(true);
    }
  }

  inspect(): Promise<Inspection> {
    return this.#with(async (client) => {
      try {
        return await inspectConnection(client);
      } catch (cause) {
        throw failureOf(cause);
      }
    });
  }

  nowMs(): Promise<number> {
    return this.#with(async (client) => {
      const { rows } = await client.query("select extract(epoch from clock_timestamp()) * 1000 as now_ms");
      return Math.floor(rows[0].now_ms);
    });
  }

  /** Postgres's vacuum does it, when it comes. */
  async tidy(): Promise<void> {}

  async close(): Promise<void> {
    await this.#connections.end();
  }
}

/** @throws UnsafeStoreError, UnreadyStoreError, or what the one server said. */
export async function openPostgres(addresses: readonly PostgresAddress[]): Promise<Database> {
  const connections = new PostgresConnections(addresses);
  try {
    const client = await connections.connect();
    client.release();
    await connections.refusePoolerOfTransactions();
  } catch (error) {
    await connections.end();
    throw error;
  }
  return new PostgresDatabase(connections);
}
