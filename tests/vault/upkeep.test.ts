/** Upkeep of many accounts goes in steps, and its statements find what they look for by an index. */
import { expect, test, vi } from "vitest";
import { waitAnew } from "../../src/vault/store/attempts.ts";
import type { Database } from "../../src/vault/store/database.ts";
import { MIGRATIONS } from "../../src/vault/store/migrations.ts";
import { build, statement } from "../../src/vault/store/statement.ts";
import { beginWaitsAgain } from "../../src/vault/waits.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import { codeOf, guess, register } from "../support/vault/person.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So many accounts like this one; `columns` gives other values. */
async function multiply(database: Database, count: number, columns: Record<string, string>): Promise<void> {
  const isSqlite = database.engine === "sqlite";
  const numbers = isSqlite
    ? `(with recursive c(n) as (select 1 union all select n + 1 from c where n < ${count}) select n from c)`
    : `(select generate_series(1, ${count}) as n)`;
  const rowId = isSqlite ? "unhex(printf('ee%062x', n))" : "decode('ee' || lpad(to_hex(n), 62, '0'), 'hex')";
  const all = {
    ...{ row_id: rowId, generation: "1", sequence: "1", credential_id: "null", record: "null" },
    ...{ sealed_key: "null", stretching: "'argon2id-64mib-3-4'", attempts_left: "10" },
    ...{ next_attempt_at_ms: "0", erase_at_ms: "null", erased_at_ms: "null", last_success: "0" },
    ...{ lifetime_failures: "0", created_at_ms: "0", changed_at_ms: "0", ...columns },
  };
  const [names, values] = [Object.keys(all).join(), Object.values(all).join()];
  await database.migrate(
    MIGRATIONS.length,
    `insert into accounts (${names}) select ${values} from ${numbers} as numbers;`,
  );
}

onEachStore("1,100 accounts", (vault) => {
  test("that are due are erased, however many", async () => {
    const { database, clock } = vault().running.vault;
    await multiply(database, 1100, { attempts_left: "0", erase_at_ms: `${clock.nowMs() - 1}` });
    const changes = vi.spyOn(database, "transaction");
    await vault().running.tick();
    expect(changes.mock.calls.length).toBeGreaterThanOrEqual(6);
    changes.mockRestore();
    const counted = await register(vault());
    expect(codeOf(await guess(vault(), counted.name))).toBe("ok");
  });
});

const nextAttempts = statement<Record<string, never>>()("next-attempts", () =>
  build
    .selectFrom("accounts")
    .select("next_attempt_at_ms")
    .where("generation", "=", 1)
    .where("attempts_left", "=", 4),
);

onEachStore("1,100 accounts that wait", (vault) => {
  test("wait again after a pause, in steps, each as long as its own wait and those that were over not at all", async () => {
    const { database } = vault().running.vault;
    const [since, now] = [1_000_000, 1_000_000 + DAY_MS];
    // The first hundred were over when the pause began.
    await multiply(database, 1100, { attempts_left: "4", next_attempt_at_ms: `${since} - 100 + n` });
    const steps = vi.spyOn(database, "all");
    await beginWaitsAgain(database, since, now);
    expect(steps.mock.calls.filter(([asked]) => asked === waitAnew).length).toBeGreaterThanOrEqual(3);
    steps.mockRestore();
    const ends = (await database.all(nextAttempts, {})).map((row) => row.next_attempt_at_ms);
    expect(ends.filter((end) => end <= since)).toHaveLength(100);
    expect(ends.filter((end) => end === now + 10 * MINUTE_MS)).toHaveLength(1000);
  });
});
