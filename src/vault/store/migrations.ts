/**
 * The tables, by numbered migrations: a released one is never changed, the next one is added.
 *
 * Plain SQL, the same for both engines but for the words in {@link Words}.
 */

import { type Database, UnsafeStoreError } from "./database.ts";
import { build, type Engine, statement } from "./statement.ts";
import { DECOYS, TALLIES } from "./tables.ts";

type Words = {
  bytes: string;
  /** A table of numbers `n` from 0 to {@link DECOYS} - 1. */
  numbers: string;
  /** `decoyRow(n)`. */
  decoyRow: string;
  /** Leaves room in each page, so that a row's next version stays in it. */
  roomy: string;
};

const WORDS: Record<Engine, Words> = {
  sqlite: {
    bytes: "blob",
    numbers: `(with recursive counted(n) as (select 0 union all select n + 1 from counted where n < ${DECOYS - 1})
      select n from counted) as numbers`,
    decoyRow: "unhex(printf('%064x', n))",
    roomy: "",
  },
  postgres: {
    bytes: "bytea",
    numbers: `generate_series(0, ${DECOYS - 1}) as numbers(n)`,
    decoyRow: "decode(lpad(to_hex(n), 64, '0'), 'hex')",
    roomy: "alter table accounts set (fillfactor = 70);",
  },
};

/** Only erasable rows stand in the index: an attempt on any other changes no indexed column. */
const tables = ({ bytes, numbers, decoyRow }: Words): string => `
  create table accounts (
    row_id ${bytes} primary key,
    generation integer not null,
    sequence integer not null,
    credential_id ${bytes},
    record ${bytes},
    sealed_key ${bytes},
    stretching text not null,
    attempts_left integer not null check (attempts_left between 0 and 10),
    next_attempt_at_ms bigint not null,
    erase_at_ms bigint,
    erased_at_ms bigint,
    last_success integer not null,
    lifetime_failures integer not null,
    created_at_ms bigint not null,
    changed_at_ms bigint not null
  );
  create index accounts_to_erase on accounts (erase_at_ms) where erase_at_ms is not null;
  create table devices (
    row_id ${bytes} not null references accounts (row_id),
    key ${bytes} not null,
    added_at_ms bigint not null,
    last_seen_at_ms bigint not null,
    primary key (row_id, key)
  );
  create table spent (token ${bytes} primary key, until_ms bigint not null);
  create index spent_until on spent (until_ms);
  create table vault (
    id integer primary key check (id = 1),
    schema_version integer not null,
    secret_check ${bytes},
    beat bigint not null,
    clock_ms bigint not null,
    pseudonym_turn integer not null
  );
  insert into vault values (1, 0, null, 0, 0, 0);
  insert into accounts
    select ${decoyRow}, 0, 0, null, null, null, 'argon2id-64mib-3-4', 10, 0, null, null, 0, 0, 0, 0 from ${numbers};
`;

/** Whether a standby was there: a promoted one that has none of its own shows nothing of it. */
const standby = (): string => "alter table vault add column had_standby integer not null default 0;";

/**
 * What a start, a sweep and the statistics look for is found without reading all rows. A row that does not
 * wait has 0 there, and changes no column of an index while it is used.
 */
const sizes = ({ numbers, roomy }: Words): string => `
  update accounts set changed_at_ms = next_attempt_at_ms where generation = 0;
  update accounts set next_attempt_at_ms = 0
    where next_attempt_at_ms > 0 and attempts_left not between 1 and 5;
  create index accounts_waiting on accounts (next_attempt_at_ms) where next_attempt_at_ms > 0;
  create table tallies (shard integer primary key, accounts bigint not null, erased bigint not null);
  insert into tallies select n, 0, 0 from ${numbers} where n < ${TALLIES};
  update tallies set
    accounts = (select count(*) from accounts where generation > 0 and erased_at_ms is null),
    erased = (select count(*) from accounts where generation > 0 and erased_at_ms is not null)
    where shard = 0;
  ${roomy}
`;

/** The version of the wire in which an account was last logged into; those that are there begin at the first. */
const wire = (): string => "alter table accounts add column wire integer not null default 1;";

type Migration = (words: Words) => string;
export const MIGRATIONS: readonly Migration[] = [tables, standby, sizes, wire];

const schemaVersion = statement<Record<string, never>>()("schema-version", () =>
  build.selectFrom("vault").select("schema_version"),
);

/** @returns 0 for an empty database. */
async function versionOf(database: Database): Promise<number> {
  if (!(await database.hasTable("vault"))) return 0;
  const [row] = await database.all(schemaVersion, {});
  return row?.schema_version ?? 0;
}

/**
 * Brings the database up to this code. Processes that start together take turns.
 *
 * @param migrations - fewer of them make the database of an older vault.
 */
export async function migrate(database: Database, migrations = MIGRATIONS): Promise<void> {
  const newest = migrations.length;
  for (;;) {
    const version = await versionOf(database);
    if (version > newest)
      throw new UnsafeStoreError(`the database is of a newer vault: ${version}, this one knows ${newest}`);
    const migration = migrations[version];
    if (!migration) return;
    const sql = migration(WORDS[database.engine]);
    await database.migrate(version, `${sql} update vault set schema_version = ${version + 1};`);
  }
}
