/** From a configuration to a running vault, or to the reason why it must not run. */
import { readFileSync } from "node:fs";
import { createSecureContext, type Server as TlsServer } from "node:tls";
import type { FastifyInstance } from "fastify";
import { type Clock, type Clocks, COMPUTER_CLOCKS, steadyClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { makeFolderOf } from "./durable-file.ts";
import { type Log, makeLog } from "./event-log.ts";
import { causeOf, makeHeartbeat } from "./heartbeat.ts";
import { type Mark, openMark } from "./high-water-mark.ts";
import { startTicking, TICK_MS } from "./housekeeping.ts";
import { makeApp } from "./http/server.ts";
import { deriveKeys, type Keys } from "./keys.ts";
import { loopbackOrigins } from "./loopback.ts";
import { makeMetrics } from "./metrics.ts";
import { makeOpaque } from "./opaque.ts";
import { listenToOperator } from "./operator/socket.ts";
import { readSecret } from "./secret-source.ts";
import { type Database, first, UnsafeStoreError } from "./store/database.ts";
import { migrate } from "./store/migrations.ts";
import { openPostgres } from "./store/postgres.ts";
import { openSqlite } from "./store/sqlite.ts";
import { nameSecret, vaultRow } from "./store/vault-row.ts";
import { type TestClock, testClock } from "./test-clock.ts";
import type { Vault } from "./vault-parts.ts";
import { beginWaitsAgain } from "./waits.ts";

export type Running = {
  readonly vault: Vault;
  readonly app: FastifyInstance;
  /** `http://host:port` or `https://…`. */
  readonly address: string;
  /** Only in tests. */
  readonly moved: TestClock | null;
  /** Does now what is done by and by: erasures that are due, the beat. */
  tick(): Promise<void>;
  /** Takes up the certificate that lies there now; nothing ends. */
  renew(): void;
  /** Finishes what was begun, then lets go of everything. */
  close(): Promise<void>;
};

async function openStore({ store }: Config, mark: Mark): Promise<Database> {
  if (store.engine === "postgres") return openPostgres(store.addresses);
  makeFolderOf(store.path);
  return openSqlite(store.path, mark);
}

/**
 * With a different secret every right password would count as wrong, and every account would be erased in the
 * end. So a different secret is refused: the first start stores a check value of its own.
 */
async function checkStore(
  database: Database,
  keys: Keys,
  mark: Mark,
): Promise<{ clockMs: number; turn: number }> {
  await database.all(nameSecret, { check: keys.check });
  const row = await first(database, vaultRow, {});
  if (!row?.secret_check || Buffer.compare(row.secret_check, keys.check) !== 0)
    throw new UnsafeStoreError("the secret is not the one that this database was made with");
  if (row.beat < mark.highest)
    throw new UnsafeStoreError(
      `the database is older than one seen before (beat ${row.beat}, mark ${mark.highest}): docs/vault-operations.md says what to do`,
    );
  return { clockMs: row.clock_ms, turn: row.pseudonym_turn };
}

/**
 * The time to continue from. It is never before the database's time. A long pause looks the same as a clock
 * that was set forward, so every wait that ran during one starts again.
 */
async function agreeOnTime(
  database: Database,
  storedMs: number,
  systemMs: number,
  log: Log,
): Promise<number> {
  if (systemMs < storedMs) log.event("clock-behind");
  const now = Math.max(systemMs, storedMs);
  if (storedMs > 0 && now > storedMs + 2 * TICK_MS) {
    await beginWaitsAgain(database, storedMs, now);
    log.event("waits-begun-again");
  }
  return now;
}

type Opened = { database: Database; mark: Mark; clock: Clock };

/** The database, when it is fit to be served from, and the time to go on from. */
async function openChecked(config: Config, keys: Keys, log: Log, clocks: Clocks): Promise<Opened> {
  const mark = openMark(config.markPath);
  const database = await openStore(config, mark);
  try {
    await migrate(database);
    const { clockMs, turn } = await checkStore(database, keys, mark);
    log.turn(turn);
    const nowMs = (await database.nowMs()) ?? clocks.systemMs();
    const clock = steadyClock(await agreeOnTime(database, clockMs, nowMs, log), clocks);
    return { database, mark, clock };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws if the two do not belong together. */
function readCertificate({ certPath, keyPath }: NonNullable<Config["tls"]>) {
  const certificate = { cert: readFileSync(certPath), key: readFileSync(keyPath) };
  createSecureContext(certificate);
  return certificate;
}

/** New connections get the certificate that lies there now. One that cannot be read changes nothing. */
function renew({ tls }: Config, app: FastifyInstance, log: Log): void {
  if (!tls) return;
  try {
    (app.server as unknown as TlsServer).setSecureContext(readCertificate(tls));
    log.event("certificate-renewed");
  } catch (error) {
    log.event("certificate-refused", causeOf(error));
  }
}

/** @param write - takes the log's lines. */
export async function start(
  config: Config,
  write: (line: string) => void,
  clocks: Clocks = COMPUTER_CLOCKS,
): Promise<Running> {
  const secret = await readSecret(config.secret);
  const keys = deriveKeys(secret);
  const opaque = await makeOpaque(secret, keys.vaultId);
  const log = makeLog(keys, clocks.systemMs, write);
  const metrics = makeMetrics();
  const { tls, proxies, requestsPerMinute, registration } = config;
  const certificate = tls && readCertificate(tls);

  const { database, mark, clock } = await openChecked(config, keys, log, clocks);
  const ends: (() => Promise<void>)[] = [() => database.close()];
  /** In the order opposite to the one in which they began. */
  const close = async () => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const moved = config.testClock ? testClock(clock) : null;
    const { count, measure } = metrics;
    let origins = config.origins ?? [];
    const parts = { keys, opaque, database, clock: moved ?? clock, registration, count };
    const vault: Vault = { ...parts, origins: () => origins };
    const heartbeat = makeHeartbeat(vault, mark, log, clocks);
    const ticking = await startTicking(vault, heartbeat, log);
    ends.push(() => ticking.stop());
    const operator = await listenToOperator(config.socketPath, { vault, log, moved });
    ends.push(() => operator.close());
    const shown = config.metrics && (await metrics.listen(config.metrics));
    ends.push(async () => shown?.close());
    const { isReady, isTrusted } = heartbeat;
    const options = { vault, log, isReady, isTrusted, measure, proxies, requestsPerMinute };
    const app = await makeApp({ ...options, tls: certificate });
    ends.push(() => app.close());
    const listens = await app.listen({ host: config.host, port: config.port });
    // Fastify does not know that the server it was given speaks TLS.
    const address = tls ? listens.replace("http:", "https:") : listens;
    if (!config.origins) origins = loopbackOrigins(address);
    log.event("started");
    ends.push(async () => log.event("stopping"));
    return { vault, app, address, moved, tick: ticking.tick, renew: () => renew(config, app, log), close };
  } catch (error) {
    await close();
    throw error;
  }
}
