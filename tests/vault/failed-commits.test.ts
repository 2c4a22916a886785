/** What is not known to be stored has not happened: no evaluation without a spent attempt. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_ATTEMPTS } from "../../src/protocol/vault/wire.ts";
import type { Opaque } from "../../src/vault/opaque.ts";
import { spend } from "../../src/vault/store/attempts.ts";
import { type Database, StoreError } from "../../src/vault/store/database.ts";
import { build, statement } from "../../src/vault/store/statement.ts";
import { spentToken, useOnce, vaultRow } from "../../src/vault/store/vault-row.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import { codeOf, guess, login, register, replyOf, tryLogin } from "../support/vault/person.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { pause, waitFor } from "../support/wait.ts";

/** Counts evaluations. */
function watchEvaluations(vault: TestVault): () => number {
  const inside = vault.running.vault as { opaque: Opaque };
  const { opaque } = inside;
  let evaluations = 0;
  inside.opaque = {
    ...opaque,
    startLogin: (asked) => {
      evaluations += 1;
      return opaque.startLogin(asked);
    },
  };
  return () => evaluations;
}

onEachStore("a commit that nobody knows of", (vault) => {
  test("is followed by no evaluation, and the attempt may be gone", async () => {
    const person = await register(vault());
    const inside = vault().running.vault as { database: Database };
    const { database } = inside;
    const evaluations = watchEvaluations(vault());
    // The answer is lost after the change was made: a broken connection looks like this.
    inside.database = Object.assign(Object.create(database) as Database, {
      all: async (statement: unknown, values: never) => {
        const rows = await database.all(statement as typeof spend, values);
        if (statement === spend) throw new StoreError("lost");
        return rows;
      },
    });
    const came = await guess(vault(), person.name);
    inside.database = database;
    expect(came).toMatchObject({
      status: 503,
      problem: { code: "busy", title: expect.stringContaining("may have counted") },
    });
    expect(evaluations()).toBe(0);
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 2);
    expect(evaluations()).toBe(1);
  });
});

/** A statement that no database takes. */
const wrong = statement<Record<string, never>>()("wrong", () =>
  build.selectFrom("accounts").select("violet" as "record"),
);

onEachStore("a mistake of ours", (vault) => {
  test("is not called busy, alone or within a change", async () => {
    const { database } = vault().running.vault;
    await expect(database.all(wrong, {})).rejects.not.toThrow(StoreError);
    const within = database.transaction(async (queries) => {
      await queries.all(wrong, {});
      return { ok: true } as const;
    });
    await expect(within).rejects.not.toThrow(StoreError);
    const thrown = database.transaction(async () => {
      throw new TypeError("not a function");
    });
    await expect(thrown).rejects.toThrow(TypeError);
    expect(codeOf(await guess(vault(), "somebody"))).toBe("ok");
  });
});

onEachStore("a change", (vault) => {
  test("that throws halfway is undone, and what others store meanwhile is no part of it", async () => {
    const { database } = vault().running.vault;
    const once = () => ({ token: randomBytes(32), until: Number.MAX_SAFE_INTEGER });
    const [own, beside, other] = [once(), once(), once()] as const;
    const meanwhile: Promise<unknown>[] = [];
    const changed = database.transaction(async (queries) => {
      await queries.all(useOnce, own);
      meanwhile.push(
        database.all(useOnce, beside),
        database.transaction(async (theirs) => {
          await theirs.all(useOnce, other);
          return { ok: true } as const;
        }),
      );
      await pause(20);
      throw new Error("halfway");
    });
    await expect(changed).rejects.toThrow(Error);
    await Promise.all(meanwhile);
    const there = await Promise.all(
      [own, beside, other].map(({ token }) => database.all(spentToken, { token })),
    );
    expect(there.map((rows) => rows.length)).toEqual([0, 1, 1]);
  });
});

describe("Postgres", () => {
  let postgres: Postgres;
  let vault: TestVault;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = postgres.makeDatabase();
    vault = await startVault({ DATABASE_URL: url });
  });
  afterAll(async () => {
    try {
      await vault.stop();
    } finally {
      await postgres.stop();
    }
  });

  /** At the commit of a change to an account, the given PL/pgSQL runs. */
  function atCommit(body: string): () => void {
    postgres.sql(
      url,
      `create function at_commit() returns trigger language plpgsql as $$ begin ${body} return null; end $$;
       create constraint trigger at_commit after update on accounts deferrable initially deferred
         for each row execute function at_commit()`,
    );
    return () => void postgres.sql(url, "drop trigger at_commit on accounts; drop function at_commit");
  }

  test("a commit that fails is followed by no evaluation, and nothing was spent", async () => {
    const person = await register(vault);
    const evaluations = watchEvaluations(vault);
    const end = atCommit("raise exception 'no space';");
    expect(await guess(vault, person.name)).toMatchObject({
      status: 503,
      problem: { code: "busy", title: expect.stringContaining("no attempt counted") },
    });
    end();
    // SQLSTATE raise_exception, and not what was raised.
    const failed = vault.logged.filter((line) => line.includes("store-failed"));
    expect(JSON.parse(failed.at(-1) ?? "")).toMatchObject({ cause: "P0001" });
    expect(vault.logged.join("")).not.toContain("no space");
    expect(evaluations()).toBe(0);
    expect(replyOf(await guess(vault, person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 1);
  });

  test("a commit that another change has overtaken is tried again, and spends once", async () => {
    const person = await register(vault);
    const evaluations = watchEvaluations(vault);
    postgres.sql(url, "create sequence tries");
    const end = atCommit(
      "if nextval('tries') <= 3 then raise exception 'again' using errcode = '40001'; end if;",
    );
    expect(replyOf(await guess(vault, person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 1);
    end();
    expect(postgres.sql(url, "select last_value from tries").trim()).toBe("4");
    expect(evaluations()).toBe(1);
  });

  test("a connection that breaks between two statements of a change fails the change and nothing else", async () => {
    const { database } = vault.running.vault;
    const changed = database.transaction(async (queries) => {
      await queries.all(vaultRow, {});
      postgres.sql(
        url,
        "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'",
      );
      const open = "select count(*) from pg_stat_activity where state = 'idle in transaction'";
      await waitFor("it is gone", () => postgres.sql(url, open).trim() === "0");
      await queries.all(vaultRow, {});
      return { ok: true } as const;
    });
    await expect(changed).rejects.toThrow(StoreError);
    expect(await database.all(vaultRow, {})).toHaveLength(1);
  });

  test("a server that dies is an answer of 503, and what was acknowledged is there when it is back", async () => {
    const person = await register(vault);
    replyOf(await guess(vault, person.name));
    const crashing = postgres.crash();
    const during = codeOf(await guess(vault, person.name));
    await crashing;
    expect(["busy", "ok"]).toContain(during);
    const done = await login(vault, person);
    expect(done.sealedKey).toBe(person.sealedKey);
    expect(done.failuresSince).toBeGreaterThanOrEqual(during === "ok" ? 2 : 1);
    expect(await tryLogin(vault, person.name, person.password)).toBe("ok");
  });
});
