/**
 * What a vault of millions of accounts costs more than a small one: a start, a sweep, the statistics and a
 * login with {@link MANY} rows ÷ the same with {@link FEW}, each the median of interleaved runs on the same
 * machine. And how long the loop stands still at most while upkeep runs.
 *
 * `VAULT_SIZE_ROWS` sets another number of rows: five million need some 10 GB and half an hour.
 */
import { performance } from "node:perf_hooks";
import { setImmediate as nextTurn } from "node:timers/promises";
import { renewRested } from "../../src/vault/housekeeping.ts";
import { MIGRATIONS } from "../../src/vault/store/migrations.ts";
import { sums } from "../../src/vault/store/tallies.ts";
import { beginWaitsAgain } from "../../src/vault/waits.ts";
import { login, type Person, register } from "../support/vault/person.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { interleave, type Ratio } from "./measure.ts";

const FEW = 50_000;
const MANY = Number(process.env["VAULT_SIZE_ROWS"] ?? 5_000_000);
const ROUNDS = 5;
const LOGINS = 40;
const BOUNDS = { SQLite: 2, Postgres: 1.5 };
const MOST_HELD_MS = 50;
const AT_ONCE = 50_000;

/** Accounts like those of users: a record of 192 bytes, a sealed key, some that wait or were erased. */
async function fill({ running }: TestVault, count: number): Promise<void> {
  const { database } = running.vault;
  const isSqlite = database.engine === "sqlite";
  const numbers = (from: number, to: number) =>
    isSqlite
      ? `(with recursive c(n) as (select ${from} union all select n + 1 from c where n < ${to}) select n from c)`
      : `(select generate_series(${from}, ${to}) as n)`;
  const bytes = (length: string) =>
    isSqlite ? `randomblob(${length})` : `decode(repeat('5a', ${length}), 'hex')`;
  // Spread over the index, as an HMAC is.
  const rowId = isSqlite ? "randomblob(32)" : "sha256(n::text::bytea)";
  for (let from = 1; from <= count; from += AT_ONCE)
    await database.migrate(
      MIGRATIONS.length,
      `insert into accounts select ${rowId}, 1, 1, ${bytes("48")}, ${bytes("192")}, ${bytes("200")},
         'argon2id-64mib-3-4', 10, 0, null, null, 0, 0, 0, 0, 2 from ${numbers(from, Math.min(count, from + AT_ONCE - 1))} as numbers;`,
    );
  await database.migrate(MIGRATIONS.length, `update tallies set accounts = ${count} where shard = 0;`);
  await database.tidy();
}

type Sized = { vault: TestVault; person: Person };

async function sized(environment: Record<string, string>, count: number): Promise<Sized> {
  const vault = await startVault(environment);
  await fill(vault, count);
  return { vault, person: await register(vault) };
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await act();
  return performance.now() - startedMs;
}

/** All that is done by and by, and what a start does after a long pause. */
async function upkeep({ running }: TestVault): Promise<void> {
  const { database, clock } = running.vault;
  await running.tick();
  await beginWaitsAgain(database, 0, clock.nowMs());
  await renewRested(running.vault, clock.nowMs());
}

/** The longest time in which nothing else had its turn. */
async function longestTurn(act: () => Promise<unknown>): Promise<number> {
  let [longest, isBusy] = [0, true];
  const done = act().finally(() => {
    isBusy = false;
  });
  while (isBusy) longest = Math.max(longest, await took(() => nextTurn()));
  await done;
  return longest;
}

async function ratios(engine: keyof typeof BOUNDS, few: Sized, many: Sized): Promise<Ratio[]> {
  const acts: Record<string, (one: Sized) => Promise<unknown>> = {
    start: ({ vault }) => vault.restart(),
    sweep: ({ vault }) => vault.running.tick(),
    statistics: ({ vault }) => vault.running.vault.database.all(sums, {}),
    login: async ({ vault, person }) => {
      for (let done = 0; done < LOGINS; done++) await login(vault, person);
    },
  };
  const all: Ratio[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const { ours, yardstick } = await interleave(
      ROUNDS,
      () => took(() => act(many)),
      () => took(() => act(few)),
    );
    const rows = `${MANY}/${FEW}-rows`;
    all.push({
      name: `vault-size-${engine}-${name}/${rows}`,
      ratio: ours / yardstick,
      bound: BOUNDS[engine],
    });
  }
  // The least of three: what another process takes from this one is not counted.
  const held: number[] = [];
  for (let time = 0; time < 3; time++) held.push(await longestTurn(() => upkeep(many.vault)));
  const heldMs = Math.min(...held);
  return [
    ...all,
    { name: `vault-size-${engine}-held-${heldMs.toFixed(0)}ms`, ratio: heldMs / MOST_HELD_MS, bound: 1 },
  ];
}

async function benchOn(engine: keyof typeof BOUNDS, postgres: Postgres): Promise<Ratio[]> {
  const make = async (count: number) => {
    if (engine === "SQLite") return sized({}, count);
    const DATABASE_URL = postgres.makeDatabase();
    const one = await sized({ DATABASE_URL }, count);
    // As autovacuum does it by and by.
    postgres.sql(DATABASE_URL, "vacuum analyze");
    return one;
  };
  const [few, many] = [await make(FEW), await make(MANY)];
  try {
    return await ratios(engine, few, many);
  } finally {
    for (const { vault } of [few, many]) await vault.stop();
  }
}

export async function bench(): Promise<Ratio[]> {
  const postgres = await startPostgres();
  try {
    return [...(await benchOn("SQLite", postgres)), ...(await benchOn("Postgres", postgres))];
  } finally {
    await postgres.stop();
  }
}
