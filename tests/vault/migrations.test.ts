/** A database of an older vault goes on as it was. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renewDecoys } from "../../src/vault/store/attempts.ts";
import { type Database, first } from "../../src/vault/store/database.ts";
import { MIGRATIONS, migrate } from "../../src/vault/store/migrations.ts";
import { openPostgres } from "../../src/vault/store/postgres.ts";
import { openSqlite } from "../../src/vault/store/sqlite.ts";
import { build, statement } from "../../src/vault/store/statement.ts";
import { decoyRow, TALLIES } from "../../src/vault/store/tables.ts";
import { sums } from "../../src/vault/store/tallies.ts";
import { startPostgres } from "../support/vault/postgres.ts";

const row = statement<{ row: Uint8Array }>()("one-row", (v) =>
  build.selectFrom("accounts").selectAll().where("row_id", "=", v.row),
);
const tallies = statement<Record<string, never>>()("all-tallies", () =>
  build.selectFrom("tallies").selectAll(),
);

/** As the first version stored them: an account at rest, one that waits, one that was erased; a used decoy. */
async function fill(database: Database): Promise<void> {
  await migrate(database, MIGRATIONS.slice(0, 1));
  const bytes = (last: string) => (database.engine === "sqlite" ? `x'${last}'` : `'\\x${last}'`);
  const account = (last: string, left: number, next: number, erased: string) =>
    `insert into accounts values (${bytes(`ff${last}`)}, 1, 3, null, null, null, 'argon2id-64mib-3-4', ${left},
       ${next}, null, ${erased}, 0, 1, 5, 5);`;
  await database.migrate(
    1,
    `${account("01", 9, 1000, "null")} ${account("02", 4, 2000, "null")} ${account("03", 0, 3000, "4000")}
     update accounts set attempts_left = 3, next_attempt_at_ms = 7000 where row_id = ${bytes("00".repeat(32))};`,
  );
}

async function check(database: Database): Promise<void> {
  await fill(database);
  await migrate(database);
  expect(await first(database, sums, {})).toEqual({ accounts: 2, erased: 1, waiting: 1 });
  expect(await database.all(tallies, {})).toHaveLength(TALLIES);
  const next = async (last: number) =>
    (await first(database, row, { row: Buffer.from([0xff, last]) }))?.next_attempt_at_ms;
  expect([await next(1), await next(2), await next(3)]).toEqual([0, 2000, 0]);
  expect((await first(database, row, { row: Buffer.from([0xff, 1]) }))?.wire).toBe(1);
  const renew = (before: number) => database.all(renewDecoys, { from: decoyRow(0), to: decoyRow(9), before });
  const left = async () => (await first(database, row, { row: decoyRow(0) }))?.attempts_left;
  await renew(7000);
  expect(await left()).toBe(3);
  await renew(7001);
  expect(await left()).toBe(10);
  await database.close();
}

test("on SQLite", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-vault-"));
  await check(openSqlite(join(folder, "vault.sqlite"), { checkpoint: 0, raiseCheckpoint: () => {} }));
  rmSync(folder, { recursive: true });
});

test("on Postgres", async () => {
  const postgres = await startPostgres();
  await check(await openPostgres([postgres.makeDatabase()]));
  await postgres.stop();
});
