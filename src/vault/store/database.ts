/** What the vault asks of a database: statements, alone or as one change. Two drivers know how. */
import type { Engine, Statement, Values } from "./statement.ts";

export interface Queries {
  /** Runs a statement and waits until it is committed. @returns its rows. */
  all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]>;
}

export type Inspection = { readonly problems: readonly string[]; readonly hasStandby: boolean };

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
  /**
   * Looks again, as at the start, at what makes a commit durable. An operator may have changed it meanwhile.
   *
   * @returns what is wrong now, for the operator; whether a standby confirms each commit.
   */
  inspect(): Promise<Inspection>;
  /** The time that all processes of this database share; null where this computer's is the only one. */
  nowMs(): Promise<number | null>;
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

/** `undone`: surely nothing has changed. `unknown`: it may have been stored, or may still be. */
export type Outcome = "undone" | "unknown";

type Failed = { outcome?: Outcome; code?: string; cause?: unknown };

/** The store failed. Never shown to a client; the log has the code. */
export class StoreError extends Error {
  readonly outcome: Outcome;
  /** SQLSTATE, SQLite's or the system's; a word where there is none. Never data. */
  readonly code: string;

  constructor(message: string, { outcome = "unknown", code, cause }: Failed = {}) {
    super(message, { cause });
    this.outcome = outcome;
    this.code = code ?? codeOf(cause) ?? "no-code";
  }
}

/** What the database or the system calls a failure. */
export function codeOf(cause: unknown): string | undefined {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
}

/** Our own fault, and no failure of the store: it must not be called busy. */
export function isMistake(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

/** The database cannot be used as it is; the message is for the operator. */
export class UnsafeStoreError extends Error {}

/** The database cannot be used now, but may be later. The message is for the operator. */
export class UnreadyStoreError extends Error {}
