/**
 * SQLite through better-sqlite3: one file, one process, every commit on the disk before it is acknowledged.
 *
 * `locking_mode = EXCLUSIVE` set before the first read claims the file for as long as this process lives, and
 * spares WAL its shared memory. `synchronous = FULL` syncs the log at every commit
 * (sqlite.org/pragma.html#pragma_synchronous); `secure_delete` overwrites what is erased.
 */
import { chmodSync, closeSync, openSync, statSync } from "node:fs";
import SqliteFile, { type Database as Connection, type Statement as Prepared } from "better-sqlite3";
import { createFile } from "../durable-file.ts";
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
import {
  type CheckpointMark,
  checkpointOf,
  type Identity,
  identityOf,
  readVersion,
  versionInFile,
  versionInLog,
} from "./sqlite-file.ts";
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
  // Ours are numbered.
  file.pragma("wal_autocheckpoint = 0");
  // Takes the exclusive lock; fails where another process has it.
  file.exec("BEGIN IMMEDIATE; COMMIT");
  const wanted = { locking_mode: "exclusive", journal_mode: "wal", synchronous: 2, secure_delete: 1 };
  return Object.entries(wanted)
    .filter(([name, value]) => file.pragma(name, { simple: true }) !== value)
    .map(([name, value]) => `SQLite does not take ${name} = ${value}`);
}

/**
 * @param path - created, readable by its owner alone, where there is none.
 * @param mark - of the same vault.
 */
export function openSqlite(path: string, mark: CheckpointMark): Database {
  const bare = openBare(path);
  try {
    // Before SQLite opens it, which would mix what does not belong together.
    if (checkpointOf(readVersion(bare)) < mark.checkpoint) throw new UnsafeStoreError(`${path} ${OLDER}`);
    return open(path, bare, mark);
  } catch (error) {
    closeSync(bare);
    throw error;
  }
}

function open(path: string, bare: number, mark: CheckpointMark): Database {
  const file = new SqliteFile(path, { timeout: 0 });
  try {
    const [problem] = settings(file);
    if (problem !== undefined) throw new UnsafeStoreError(problem);
    if (mark.checkpoint > 0 && versionOf(file) < versionInLog(mark.checkpoint))
      throw new UnsafeStoreError(`${path}-wal ${OLDER}`);
    return new SqliteDatabase(path, bare, file, mark);
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new UnreadyStoreError(`another process uses ${path}; SQLite takes one`);
  }
}

const OLDER = "is older than one seen before, or missing: docs/vault-operations.md says what to do";

/** The file itself, beside SQLite's own way to it. */
function openBare(path: string): number {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) createFile(path, "");
  chmodSync(path, 0o600);
  return openSync(path, "r");
}

const versionOf = (file: Connection) => file.pragma("user_version", { simple: true }) as number;

/** Pages are 4096 bytes: a thousand of them, as SQLite would wait for. */
const MOST_LOG_BYTES = 4_096_000;

class SqliteDatabase implements Database {
  readonly engine = "sqlite";
  readonly #path: string;
  readonly #bare: number;
  readonly #file: Connection;
  readonly #mark: CheckpointMark;
  readonly #identity: Identity;
  readonly #ready = new Map<Statement<never, unknown>, Ready>();
  /** The end of the transaction that is open, of the last one that waits. */
  #open: Promise<unknown> | null = null;

  constructor(path: string, bare: number, file: Connection, mark: CheckpointMark) {
    this.#path = path;
    this.#bare = bare;
    this.#file = file;
    this.#mark = mark;
    this.#checkpoint();
    this.#identity = identityOf(path);
  }

  /** Moves everything from the log into the file and empties the log. */
  #checkpoint(): void {
    const checkpoint = checkpointOf(versionOf(this.#file)) + 1;
    this.#file.pragma(`user_version = ${versionInFile(checkpoint)}`);
    const [{ busy } = { busy: 1 }] = this.#file.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    if (busy !== 0) throw new StoreError("no checkpoint", { code: "SQLITE_BUSY" });
    this.#file.pragma(`user_version = ${versionInLog(checkpoint)}`);
    this.#mark.raiseCheckpoint(checkpoint);
  }

  /** What was written into a file that is no longer there is not stored. @returns how long the log is. */
  #logBytes(): number {
    try {
      const { file, log, logBytes } = identityOf(this.#path);
      if (file === this.#identity.file && log === this.#identity.log) return logBytes;
    } catch {
      // One of them is missing.
    }
    throw new StoreError("another file lies there", { code: "REPLACED" });
  }

  async all<In extends Values, Out>(statement: Statement<In, Out>, values: In): Promise<Out[]> {
    // There is one connection: a statement of somebody else would become part of an open transaction.
    while (this.#open) await this.#open;
    const rows = this.#run(statement, values);
    this.#afterCommit();
    return rows;
  }

  #afterCommit(): void {
    if (this.#logBytes() > MOST_LOG_BYTES) this.#stored(() => this.#checkpoint());
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
      this.#afterCommit();
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
    this.#stored(() => this.#checkpoint());
  }

  async inspect(): Promise<Inspection> {
    return {
      problems: this.#isOurs() ? [] : [`${this.#path} is not the file that was opened`],
      hasStandby: false,
    };
  }

  /** Between two checkpoints nobody writes into the file. */
  #isOurs(): boolean {
    // Closed, its log is gone: the next statement says so.
    if (!this.#file.open) return true;
    try {
      this.#logBytes();
      return checkpointOf(readVersion(this.#bare)) >= this.#mark.checkpoint;
    } catch {
      return false;
    }
  }

  /** The computer's clock is the only one. */
  async nowMs(): Promise<null> {
    return null;
  }

  async close(): Promise<void> {
    while (this.#open) await this.#open;
    if (!this.#file.open) return;
    this.#file.close();
    closeSync(this.#bare);
  }
}
