/**
 * Opens a database that may have been made to do harm, only to be read.
 *
 * - Nothing can be written: the file system has one file and no way to write it ({@link registerFile}).
 * - A query may only read columns of tables and call {@link FUNCTIONS}: SQLite asks the authorizer, also about
 *   what a view or a generated column brings along. Views are switched off, recursion is refused.
 * - A query ends after {@link OpenOptions.mostMs}; values, columns and expressions have limits.
 * - A schema that does not read is read without its broken parts: WhatsApp's own has indexes that need
 *   functions of Android.
 *
 * After sqlite.org/security.html, "Untrusted SQLite Database Files".
 */
import {
  type OpenedDatabase,
  type PageSource,
  type Row,
  UnreadableDatabaseError,
  type Value,
  type WhyUnreadable,
} from "../opened-database.ts";
import { READ_ONLY_NAME, registerFile, VFS_NAME } from "./read-only-file.ts";
import { startSqlite, type WasmHost } from "./wasm-host.ts";

export type OpenOptions = {
  /** `sqlite3.wasm`, compiled. */
  wasm: WebAssembly.Module;
  /** Milliseconds on a clock that only runs forwards. */
  now: () => number;
  /** The most that one query may take. */
  mostMs: number;
};

const OPEN_READ_ONLY = 1;
const [OK, FAILED, NO_MEMORY, INTERRUPTED, IO_ERROR] = [0, 1, 7, 9, 10];
const [TOO_BIG, DENIED, NOT_A_DATABASE, ROW, DONE] = [18, 23, 26, 100, 101];
const [TYPE_NUMBER, TYPE_FLOAT, TYPE_TEXT, TYPE_BLOB] = [1, 2, 3, 4];
const TRANSIENT = -1;
/** Instructions of SQLite's machine between two looks at the clock. */
const LOOK_EVERY = 20_000;

/** `SQLITE_LIMIT_…` and its value. */
const LIMITS: readonly (readonly [id: number, most: number])[] = [
  [0, 32 * 1024 * 1024], // bytes of a value or a row
  [1, 1_000_000], // bytes of SQL, also in the schema
  [2, 500], // columns
  [3, 200], // depth of an expression
  [4, 8], // parts of a compound SELECT
  [5, 50_000], // instructions of a program
  [6, 16], // arguments of a function
  [7, 0], // attached databases
  [8, 50_000], // bytes of a LIKE pattern
  [9, 1000], // variables
  [10, 1], // depth of triggers
  [11, 0], // threads
];
/** `SQLITE_DBCONFIG_…` and whether it is on. */
const TRUSTED_SCHEMA = 1017;
const SWITCHES: readonly (readonly [id: number, on: number])[] = [
  [TRUSTED_SCHEMA, 0],
  [1003, 0], // triggers
  [1015, 0], // views
  [1005, 0], // loading an extension
  [1013, 0], // double-quoted strings in statements
  [1014, 0], // and in the schema
];
const DEFENSIVE: readonly [number, number] = [1010, 1];

const [ACT_PRAGMA, ACT_READ, ACT_SELECT, ACT_FUNCTION] = [19, 20, 21, 31];
/** All that queries of this room call. */
const FUNCTIONS = new Set(["count", "length", "like", "max", "min", "substr", "sum"]);
const PRAGMA = "table_xinfo";
const [ALLOW, DENY] = [0, 1];

function whyOf(code: number): WhyUnreadable {
  switch (code & 0xff) {
    case NO_MEMORY:
    case TOO_BIG:
      return "too-much";
    case INTERRUPTED:
      return "too-long";
    case NOT_A_DATABASE:
      return "not-a-database";
    case FAILED:
    case DENIED:
      return "refused";
    default:
      return "damaged";
  }
}

class Reader implements OpenedDatabase {
  readonly #host: WasmHost;
  readonly #now: () => number;
  readonly #mostMs: number;
  #db = 0;
  #endsAtMs = Number.POSITIVE_INFINITY;
  /** What reading the file threw. */
  #failure: { reason: unknown } | null = null;

  constructor(host: WasmHost, source: PageSource, { now, mostMs }: OpenOptions) {
    this.#host = host;
    this.#now = now;
    this.#mostMs = mostMs;
    registerFile(host, source, (reason) => {
      this.#failure = { reason };
    });
  }

  open(): void {
    try {
      this.#connect(true);
      this.#readSchema();
    } catch (reason) {
      const isSchema =
        reason instanceof UnreadableDatabaseError && ["damaged", "refused"].includes(reason.why);
      if (!isSchema) throw reason;
      // Not defensive any more, which forbids to pass over what is broken. Nothing can be written all the same.
      this.close();
      this.#connect(false);
      this.#readSchema();
    }
    this.#guard();
  }

  #connect(isDefensive: boolean): void {
    const { call, putText, view } = this.#host;
    const out = call("sqlite3_malloc", 4);
    const [name, vfs] = [putText(READ_ONLY_NAME), putText(VFS_NAME)];
    const code = call("sqlite3_open_v2", name, out, OPEN_READ_ONLY, vfs);
    this.#db = view().getInt32(out, true);
    for (const at of [out, name, vfs]) call("sqlite3_free", at);
    if (code !== OK) this.#fail(code);
    for (const [id, most] of LIMITS) call("sqlite3_limit", this.#db, id, most);
    const switches = isDefensive ? [...SWITCHES, DEFENSIVE] : SWITCHES;
    for (const [id, on] of switches) call("sqlite3__wasm_db_config_ip", this.#db, id, on, 0);
    const look = () => (this.#now() > this.#endsAtMs ? 1 : 0);
    const looking = this.#host.addCallback({ parameters: "i", run: look });
    call("sqlite3_progress_handler", this.#db, LOOK_EVERY, looking, 0);
    const pragmas = ["trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "cache_size=-16384"];
    // First, as the others read the schema. It also lets a database be read that ends early.
    if (!isDefensive) pragmas.unshift("writable_schema=ON");
    for (const pragma of pragmas) this.rows(`PRAGMA ${pragma}`);
  }

  #readSchema(): void {
    this.rows("SELECT count(*) FROM sqlite_master");
  }

  #guard(): void {
    const { addCallback, call } = this.#host;
    const isText = (at: number, is: (text: string) => boolean) => at !== 0 && is(this.#textAt(at));
    const allows = (_: number, act: number, first: number, second: number): number => {
      const isAllowed =
        act === ACT_SELECT ||
        act === ACT_READ ||
        (act === ACT_PRAGMA && isText(first, (text) => text === PRAGMA)) ||
        (act === ACT_FUNCTION && isText(second, (text) => FUNCTIONS.has(text.toLowerCase())));
      return isAllowed ? ALLOW : DENY;
    };
    call("sqlite3_set_authorizer", this.#db, addCallback({ parameters: "iiiiii", run: allows }), 0);
  }

  #textAt(at: number): string {
    return this.#host.readText(at, this.#host.bytes().indexOf(0, at) - at);
  }

  #fail(code: number): never {
    const failure = this.#failure;
    this.#failure = null;
    if ((code & 0xff) === IO_ERROR && failure) throw failure.reason;
    throw new UnreadableDatabaseError(whyOf(code));
  }

  rows(sql: string, values: readonly (number | string)[] = []): Row[] {
    const rows: Row[] = [];
    this.each(sql, values, (row) => {
      rows.push(row);
      return true;
    });
    return rows;
  }

  each(sql: string, values: readonly (number | string)[], take: (row: Row) => boolean | undefined): void {
    this.#run(sql, values, (statement, columns) => {
      const row: Value[] = [];
      for (let i = 0; i < columns; i++) row.push(this.#column(statement, i));
      return take(row);
    });
  }

  eachNumbers(
    sql: string,
    values: readonly (number | string)[],
    take: (row: Float64Array) => boolean | undefined,
  ): void {
    const { call } = this.#host;
    let row = new Float64Array(0);
    this.#run(sql, values, (statement, columns) => {
      if (row.length !== columns) row = new Float64Array(columns);
      for (let i = 0; i < columns; i++) row[i] = call("sqlite3_column_double", statement, i);
      return take(row);
    });
  }

  #run(
    sql: string,
    values: readonly (number | string)[],
    take: (statement: number, columns: number) => boolean | undefined,
  ): void {
    const { call } = this.#host;
    if (this.#db === 0) throw new UnreadableDatabaseError("damaged");
    this.#endsAtMs = this.#now() + this.#mostMs;
    let statement = 0;
    try {
      statement = this.#prepare(sql);
      values.forEach((value, i) => {
        this.#bind(statement, i + 1, value);
      });
      const columns = call("sqlite3_column_count", statement);
      for (;;) {
        const code = call("sqlite3_step", statement);
        if (code === DONE) return;
        if (code !== ROW) this.#fail(code);
        if (take(statement, columns) === false) return;
      }
    } catch (reason) {
      if (!(reason instanceof WebAssembly.RuntimeError)) throw reason;
      // A trap. What is in its memory now cannot be trusted, so this database is read no further.
      statement = 0;
      this.#db = 0;
      throw new UnreadableDatabaseError("damaged");
    } finally {
      if (statement !== 0) call("sqlite3_finalize", statement);
    }
  }

  #prepare(sql: string): number {
    const { call, putText, view } = this.#host;
    const [out, text] = [call("sqlite3_malloc", 4), putText(sql)];
    const code = call("sqlite3_prepare_v2", this.#db, text, -1, out, 0);
    const statement = view().getInt32(out, true);
    for (const at of [out, text]) call("sqlite3_free", at);
    if (code !== OK) this.#fail(code);
    return statement;
  }

  #bind(statement: number, at: number, value: number | string): void {
    const { call, putText } = this.#host;
    if (typeof value === "number") {
      if (Number.isSafeInteger(value)) call("sqlite3_bind_int64", statement, at, BigInt(value));
      else call("sqlite3_bind_double", statement, at, value);
      return;
    }
    const text = putText(value);
    call("sqlite3_bind_text", statement, at, text, -1, TRANSIENT);
    call("sqlite3_free", text);
  }

  #column(statement: number, at: number): Value {
    const { call, bytes, readText } = this.#host;
    const type = call("sqlite3_column_type", statement, at);
    if (type === TYPE_NUMBER || type === TYPE_FLOAT) return call("sqlite3_column_double", statement, at);
    if (type !== TYPE_TEXT && type !== TYPE_BLOB) return null;
    const start = call(type === TYPE_TEXT ? "sqlite3_column_text" : "sqlite3_column_blob", statement, at);
    const length = call("sqlite3_column_bytes", statement, at);
    return type === TYPE_TEXT ? readText(start, length) : bytes().slice(start, start + length);
  }

  close(): void {
    if (this.#db !== 0) this.#host.call("sqlite3_close_v2", this.#db);
    this.#db = 0;
  }
}

/**
 * Opens a database to read it, in an SQLite of its own.
 *
 * Rejects with {@link UnreadableDatabaseError}, with what `source.read` throws, and where there is no memory.
 */
export async function openDatabase(source: PageSource, options: OpenOptions): Promise<OpenedDatabase> {
  const reader = new Reader(await startSqlite(options.wasm), source, options);
  reader.open();
  return reader;
}
