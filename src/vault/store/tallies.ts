/**
 * How many accounts there are. To count millions of rows takes seconds, so each change counts itself, in one
 * of several rows: with a single one all registrations would wait for each other.
 */
import { sql } from "kysely";
import type { Queries } from "./database.ts";
import { build, statement } from "./statement.ts";
import { TALLIES } from "./tables.ts";

const add = statement<{ shard: number; accounts: number; erased: number }>()("tally", (v) =>
  build
    .updateTable("tallies")
    .set({ accounts: sql`accounts + ${v.accounts}`, erased: sql`erased + ${v.erased}` })
    .where("shard", "=", v.shard),
);

/** Erasures are few: one row takes them all. */
const SWEPT = 0;
const shardOf = (row: Uint8Array): number => (row.at(-1) ?? 0) % TALLIES;

/** In the transaction that registers the row. */
export async function tallyRegistered(queries: Queries, row: Uint8Array): Promise<void> {
  await queries.all(add, { shard: shardOf(row), accounts: 1, erased: 0 });
}

/** In the transaction that erases. Decoys, which have generation 0, take the same steps and count nothing. */
export async function tallyErased(
  queries: Queries,
  erased: readonly { generation: number }[],
): Promise<void> {
  const count = erased.filter(({ generation }) => generation > 0).length;
  await queries.all(add, { shard: SWEPT, accounts: -count, erased: count });
}

export const sums = statement<Record<string, never>>()("sums", () =>
  build
    .selectFrom("tallies")
    .select([
      sql<number>`sum(accounts)`.as("accounts"),
      sql<number>`sum(erased)`.as("erased"),
      sql<number>`(select count(*) from accounts where next_attempt_at_ms > 0 and generation > 0)`.as(
        "waiting",
      ),
    ]),
);
