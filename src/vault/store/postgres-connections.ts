/**
 * Connections to Postgres: each is asked before its first use whether what it commits stays.
 *
 * Settings are given by SET and not in the startup message: a pooler refuses those that it does not know.
 */
import { Client, Pool, type PoolClient, type PoolConfig, types } from "pg";
import {
  codeOf,
  type Inspection,
  isMistake,
  StoreError,
  UnreadyStoreError,
  UnsafeStoreError,
} from "./database.ts";
import type { PostgresAddress } from "./postgres-address.ts";

const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** A database that hangs must not hold requests for ever. */
const STATEMENT_MS = 10_000;
/** How often two connections are compared: others may use the same pooler meanwhile. */
const COMPARISONS = 5;

type Asked = Pick<PoolClient, "query">;

/** bigint as a number: all of ours are far below 2^53. */
function typeParser(oid: number): (text: string) => unknown {
  return oid === types.builtins.INT8 || oid === types.builtins.NUMERIC
    ? Number
    : types.getTypeParser(oid, "text");
}

const show = async (asked: Asked, name: string): Promise<string> =>
  (await asked.query(`show ${name}`)).rows[0][name];

/** Settings that lose acknowledged commits: each spent attempt that comes back is one more guess. */
export async function inspectConnection(asked: Asked): Promise<Inspection> {
  const problems: string[] = [];
  for (const name of ["fsync", "full_page_writes"])
    if ((await show(asked, name)) !== "on") problems.push(`Postgres runs with ${name} off`);
  const commit = await show(asked, "synchronous_commit");
  if (commit !== "on" && commit !== "remote_apply")
    problems.push(`Postgres runs with synchronous_commit ${commit}`);
  const { rows } = await asked.query("select current_setting('synchronous_standby_names', true) as names");
  return { problems, hasStandby: Boolean(rows[0].names) };
}

/** A standby cannot count attempts, and neither can a server that was told to take no writes. */
async function demandWrites(client: Asked): Promise<void> {
  const { rows } = await client.query("select pg_is_in_recovery() as recovers");
  if (rows[0].recovers) throw new UnreadyStoreError("is a standby, which only reads");
  if ((await show(client, "transaction_read_only")) !== "off")
    throw new UnreadyStoreError("takes no writes: transaction_read_only is on");
}

/**
 * What the server's settings say now may change while the connection lives. `synchronous_commit` is the one
 * that a session can hold on to.
 */
async function prepare(client: Asked): Promise<void> {
  await demandWrites(client);
  const { problems } = await inspectConnection(client);
  if (problems.length > 0) throw new UnsafeStoreError(problems.join("; "));
  const commit = await show(client, "synchronous_commit");
  await client.query(
    `set synchronous_commit = ${commit}; set statement_timeout = ${STATEMENT_MS};
     set idle_in_transaction_session_timeout = ${STATEMENT_MS}`,
  );
}

const nameOf = (address: PostgresAddress): string => {
  const { host, searchParams } = new URL(address);
  return host === "" ? `socket in ${searchParams.get("host")}` : host;
};

export class PostgresConnections {
  readonly #pool: Pool;
  readonly #addresses: readonly PostgresAddress[];
  /** Which of the addresses took the last connection. */
  #at = 0;
  /** Commits that no standby has confirmed, by their connections. */
  readonly #unconfirmed = new WeakSet<object>();

  constructor(addresses: readonly PostgresAddress[]) {
    this.#addresses = addresses;
    const current = () => addresses[this.#at] ?? "";
    class CurrentClient extends Client {
      constructor(options: PoolConfig) {
        super({ ...options, connectionString: current() });
      }
    }
    this.#pool = new Pool({
      Client: CurrentClient as unknown as NonNullable<PoolConfig["Client"]>,
      onConnect: (client) => prepare(client) as unknown as undefined,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: 2 * STATEMENT_MS,
      types: { getTypeParser: typeParser as typeof types.getTypeParser },
    });
    // An idle connection that breaks is replaced by the next query; one that breaks between two statements of
    // a transaction fails the next of them. Unheard, either event would end the process.
    this.#pool.on("error", () => {});
    this.#pool.on("connect", (client) => {
      client.on("error", () => {});
      // Whoever cancels the wait for the standby gets a commit that this machine alone has, and no error.
      client.on("notice", ({ routine }) => {
        if (routine === "SyncRepWaitForLSN") this.#unconfirmed.add(client);
      });
    });
  }

  /** One that takes writes, from the first host that gives it. */
  async connect(): Promise<PoolClient> {
    const refused: string[] = [];
    let reason: unknown;
    for (let tries = 0; tries < this.#addresses.length; tries++) {
      const at = this.#at;
      try {
        return await this.#pool.connect();
      } catch (error) {
        if (error instanceof UnsafeStoreError) throw error;
        reason = error;
        refused.push(`${nameOf(this.#addresses[at] ?? "")} ${whyNot(error)}`);
        // Not one further for each of many that failed together.
        if (this.#at === at) this.#at = (at + 1) % this.#addresses.length;
      }
    }
    if (this.#addresses.length === 1 && !(reason instanceof UnreadyStoreError)) throw reason;
    throw new UnreadyStoreError(`no Postgres to write to: ${refused.join("; ")}`, { cause: reason });
  }

  /** Was something committed on it that the standby may not have? Forgets it. */
  isUnconfirmed(client: object): boolean {
    return this.#unconfirmed.delete(client);
  }

  /**
   * A pooler may hand each transaction to another connection. Then a prepared statement is missing, or is
   * somebody else's, after the attempt was spent; and what was SET is lost. It gives itself away when another
   * client's open transaction makes it choose again.
   */
  async refusePoolerOfTransactions(): Promise<void> {
    const [one, other] = [await this.connect(), await this.connect()];
    try {
      const backend = async (client: Asked): Promise<number> =>
        (await client.query("select pg_backend_pid() as pid")).rows[0].pid;
      for (let compared = 0; compared < COMPARISONS; compared++) {
        const before = await backend(one);
        await other.query("begin");
        const taken = await backend(other);
        // To ask `one` while the other's transaction holds its connection could wait for ever.
        const isShared = taken === before || (await backend(one)) !== before;
        await other.query("rollback");
        if (isShared)
          throw new UnsafeStoreError(
            "a pooler between here and Postgres works by transaction: set pool_mode = session (PgBouncer)",
          );
      }
    } finally {
      one.release(true);
      other.release(true);
    }
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }
}

function whyNot(error: unknown): string {
  return error instanceof UnreadyStoreError ? error.message : `(${codeOf(error) ?? "no answer"})`;
}

/** A connection that was not to be had has changed nothing. */
export async function connectOrFail(connections: PostgresConnections): Promise<PoolClient> {
  try {
    return await connections.connect();
  } catch (cause) {
    if (isMistake(cause)) throw cause;
    const inner = cause instanceof UnreadyStoreError ? cause.cause : cause;
    const code = cause instanceof UnsafeStoreError ? "UNSAFE" : (codeOf(inner) ?? "NO_CONNECTION");
    throw new StoreError("no connection", { outcome: "undone", code, cause });
  }
}
