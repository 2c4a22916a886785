/**
 * SQLite through better-sqlite3: one file, one process, every commit on the disk before it is acknowledged.
 *
 * `locking_mode = EXCLUSIVE` set before the first read claims the file for as long as this process lives, and
 * spares WAL its shared memory. `synchronous = FULL` syncs the log at every commit
 * (sqlite.org/pragma.html#pragma_synchronous); `secure_delete` overwrites what is erased.
 */
import { chmodSync, closeSync, openSync } from "node:fs";
import SqliteFile, { type Database as Connection, type Statement as Prepared } from "better-sqlite3";
import {
  codeOf,
  type Database,
  type Inspection,
  isMistake,
  type Queries,
  StoreError,
  UnreadyStoreError,
  UnsafeStoreError,
} from "./database.ts";
import { type Compiled, compile, type Statement, type Values } from "./statement.ts";

/** Result codes (sqlite.org/rescode.html) that say that the statement was wrong, not the disk. */
const MISTAKES = /^SQLITE_(?:ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH|TOOBIG|SCHEMA)/;
/** A commit that failed to write is rolled back. One whose sync failed may be on the disk all the same. */
const outcomeOf = (cause: unknown) =>
  (codeOf(cause) ?? "").startsWith("SQLITE_IOERR") ? "unknown" : "undone";

type Ready = { prepared: Prepared<unknown[]>; bind: Compiled["bind"] };

function settings(file: Connection): string[] {
  file.pragma("locking_mode = EXCLUSIVE");
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = FULL");
  file.pragma("secure_delete = ON");
  file.pragma("foreign_keys = ON");
  // Takes the exclusive lock; fails where another process has it.
  file.exec("BEGIN IMMEDIATE; COMMIT");
  const wanted = { locking_mode: "exclusive", journal_mode: "wal", synchronous: 2, secure_delete: 1 };
  return Object.entries(wanted)
    .filter(([name, value]) => file.pragma(name, { simple: true }) !== value)
    .map(([name, value]) => `SQLite does not take ${name} = ${value}`);
}

/** @param path - created, readable by its owner alone, where there is none. */
export function openSqlite(path: string): Database {
  closeSync(openSync(path, "a", 0o600));
  chmodSync(path, 0o600);
  const file = new SqliteFile(path, { timeout: 0 });
  try {
    const [problem] = settings(file);
    if (problem !== undefined) throw new UnsafeStoreError(problem);
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new UnreadyStoreError(`another process uses ${path}; SQLite takes one`);
  }
  return new SqliteDatabase(file);
}

class SqliteDatabase implements Database {
  readonly engine = "sqlite";
  readonly #file: Connection;
  readonly #ready = new Map<Statement<never, unknown>, Ready>();
  /** The end of the transaction that is open, of the last one that waits. */
  #open: Promise<unknown> | null = null;

  constructor(file: Connection) {
    this.#file = file;
  }

  async all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]> {
    // There is one connection: a statement of somebody else would become part of an open transaction.
    while (this.#open) await this.#open;
    return this.#run(statement, values);
  }

  /** To the last row: only then has SQLite committed, and an error of the commit is thrown. */
  #run<In extends Values, Out>(statement: Statement<In, Out>, values: In): Out[] {
    return this.#stored(() => {
      const { prepared, bind } = this.#ready.get(statement) ?? this.#prepare(statement);
      if (prepared.reader) return prepared.all(...bind(values)) as Out[];
      prepared.run(...bind(values));
      return [];
    });
  }

  #prepare(statement: Statement<never, unknown>): Ready {
    const { sql, bind } = compile(this.engine, statement.query);
    const ready = { prepared: this.#file.prepare<unknown[]>(sql), bind };
    this.#ready.set(statement, ready);
    return ready;
  }

  #stored<T>(act: () => T): T {
    // Closed, as a vault that is stopping.
    if (!this.#file.open) throw new StoreError("SQLite is closed", { outcome: "undone", code: "CLOSED" });
    try {
      return act();
    } catch (cause) {
      if (isMistake(cause) || MISTAKES.test(codeOf(cause) ?? "")) throw cause;
      throw new StoreError("SQLite failed", { outcome: outcomeOf(cause), cause });
    }
  }

  async transaction<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T> {
    while (this.#open) await this.#open;
    const done = this.#transact(work);
    const closed = () => {
      this.#open = null;
    };
    this.#open = done.then(closed, closed);
    return done;
  }

  async #transact<T extends { ok: boolean }>(work: (queries: Queries) => Promise<T>): Promise<T> {
    this.#stored(() => this.#file.exec("BEGIN IMMEDIATE"));
    try {
      const answer = await work({ all: async (statement, values) => this.#run(statement, values) });
      this.#stored(() => this.#file.exec(answer.ok ? "COMMIT" : "ROLLBACK"));
      return answer;
    } catch (error) {
      if (this.#file.inTransaction) this.#file.exec("ROLLBACK");
      throw error;
    }
  }

  async hasTable(name: string): Promise<boolean> {
    return this.#file.prepare("select 1 from sqlite_schema where name = ?").get(name) !== undefined;
  }

  /** The file is this process's own: no other can have migrated it. */
  async migrate(_: number, sql: string): Promise<void> {
    this.#file.exec(`BEGIN IMMEDIATE; ${sql} COMMIT`);
  }

  async tidy(): Promise<void> {
    while (this.#open) await this.#open;
    this.#file.pragma("wal_checkpoint(TRUNCATE)");
  }

  async inspect(): Promise<Inspection> {
    return { problems: [], hasStandby: false };
  }

  async close(): Promise<void> {
    while (this.#open) await this.#open;
    this.#file.close();
  }
}
