/** What the vault asks of a database: statements, alone or as one change. Two drivers know how. */
import type { Engine, Statement, Values } from "./statement.ts";

export interface Queries {
  /** Runs a statement and waits until it is committed. @returns its rows. */
  all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]>;
}

export interface Database extends Queries {
  readonly engine: Engine;
  /**
   * All of `work` or nothing: it is undone when `work` throws or its answer is not `ok`.
   *
   * It may run more than once (a serialisable engine gives up one of two that meet), so it changes nothing
   * but the database.
   */
  transaction<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T>;
  hasTable(name: string): Promise<boolean>;
  /** Runs the SQL of a migration as one change, unless another process has done so. */
  migrate(from: number, sql: string): Promise<void>;
  /** After an erasure: what was erased leaves the files too, as far as the engine can. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** The only row, or undefined. */
export async function first<In extends Values, Out>(
  queries: Queries,
  statement: Statement<In, Out>,
  values: In,
): Promise<Out | undefined> {
  return (await queries.all(statement, values))[0];
}

/** A statement failed, or nobody knows whether it was committed. Never shown to a client. */
export class StoreError extends Error {}

/** The database cannot be used as it is; the message is for the operator. */
export class UnsafeStoreError extends Error {}
