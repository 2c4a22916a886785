/** Postgres as operators run it: settings that change, standbys, several hosts, TLS, a pooler in between. */
import { execFileSync } from "node:child_process";
import { chownSync, copyFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MOST_ATTEMPTS } from "../../src/protocol/vault/wire.ts";
import { readAddresses } from "../../src/vault/store/postgres-address.ts";
import { codeOf, guess, login, register, replyOf } from "../support/vault/person.ts";
import { startPgBouncer } from "../support/vault/pgbouncer.ts";
import { type Postgres, type Standby, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { waitFor } from "../support/wait.ts";

const attemptsIn = (postgres: Postgres, url: string) =>
  Number(postgres.sql(url, "select min(attempts_left) from accounts where generation > 0"));

describe("its address", () => {
  const problemsOf = (url: string) => readAddresses(url).problems.join("; ");

  test.each([
    "postgres://vault@127.0.0.1:5432/vault",
    "postgresql://vault:secret@localhost/vault",
    "postgres://vault@[::1]:5432/vault",
    "postgres:///vault?host=/run/postgresql",
    "postgres://vault@db.example.org/vault?sslmode=verify-full&sslrootcert=/etc/ca.pem",
    "postgres://vault@a.example.org:5432,b.example.org/vault?sslmode=verify-full&target_session_attrs=read-write",
  ])("may be %s", (url) => {
    expect(problemsOf(url)).toBe("");
  });

  test.each([
    ["mysql://a/b", "postgres://user@host:port/database"],
    ["postgres://vault@db.example.org/vault", "sslmode=verify-full: db.example.org is not this computer"],
    ["postgres://vault@db.example.org/vault?sslmode=require", "sslmode=verify-full"],
    ["postgres://vault@db.example.org/vault?sslmode=verify-full&sslmode=disable", "named once"],
    ["postgres://vault@127.0.0.1,10.0.0.1/vault", "10.0.0.1 is not this computer"],
    ["postgres://vault@127.0.0.1/vault?host=db.example.org", "name its hosts once"],
    ["postgres:///vault?host=db.example.org", "a socket's folder"],
    ["postgres:///vault", "must name a host"],
    ["postgres://vault@127.0.0.1/vault?options=-c%20fsync%3Doff", "must not have options"],
    ["postgres://vault@127.0.0.1/vault?uselibpqcompat=true", "must not have uselibpqcompat"],
    ["postgres://vault@127.0.0.1/vault?target_session_attrs=read-only", "only reads"],
  ])("may not be %s", (url, said) => {
    expect(problemsOf(url)).toContain(said);
  });

  test("of several hosts is one address for each", () => {
    const { addresses } = readAddresses(
      "postgres://v:p@127.0.0.1:1,[::1]:2/vault?target_session_attrs=primary",
    );
    expect(addresses).toEqual(["postgres://v:p@127.0.0.1:1/vault?", "postgres://v:p@[::1]:2/vault?"]);
  });

  test("keeps its password out of what is said", () => {
    expect(problemsOf("postgres://vault:violet@db.example.org/vault?violets=1")).not.toContain("violet@");
  });
});

describe("while a vault runs", () => {
  let postgres: Postgres;
  let vault: TestVault;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  beforeEach(async () => {
    url = postgres.makeDatabase();
    vault = await startVault({ DATABASE_URL: url });
    return () => vault.stop();
  });
  afterAll(() => postgres.stop());

  const endConnections = () =>
    postgres.sql(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
  const ready = async () => (await fetch(`${vault.running.address}/readyz`)).status;

  test("its connections hold on to what makes a commit durable, whatever the server is told", async () => {
    const { name } = await register(vault);
    await postgres.set("synchronous_commit", "off");
    expect(await vault.running.vault.database.inspect()).toMatchObject({ problems: [] });
    replyOf(await guess(vault, name));
    await postgres.set("synchronous_commit", null);
  });

  test("a new connection to a server that forgets is not used", async () => {
    const { name } = await register(vault);
    await postgres.set("synchronous_commit", "off");
    endConnections();
    await waitFor("the vault notices", async () => codeOf(await guess(vault, name)) === "busy");
    const attempts = attemptsIn(postgres, url);
    expect(codeOf(await guess(vault, name))).toBe("busy");
    expect(attemptsIn(postgres, url)).toBe(attempts);
    expect(vault.logged.join("")).toContain('"cause":"UNSAFE"');
    await postgres.set("synchronous_commit", null);
    await waitFor("the vault is back", async () => codeOf(await guess(vault, name)) === "ok");
  });

  test("fsync turned off is noticed by the next beat, and nothing is evaluated until it is on", async () => {
    const { name } = await register(vault);
    await postgres.set("fsync", "off");
    await vault.running.tick();
    expect([codeOf(await guess(vault, name)), await ready()]).toEqual(["busy", 503]);
    expect(attemptsIn(postgres, url)).toBe(MOST_ATTEMPTS);
    await postgres.set("fsync", null);
    await vault.running.tick();
    vault.advance(1000);
    expect([codeOf(await guess(vault, name)), await ready()]).toEqual(["ok", 200]);
    for (const event of ["database-unsafe", "database-safe"]) expect(vault.logged.join("")).toContain(event);
  });

  test("a commit that no standby has confirmed is followed by no evaluation", async () => {
    const { name } = await register(vault);
    await postgres.set("synchronous_standby_names", "nobody");
    const guessed = guess(vault, name);
    const waits = "from pg_stat_activity where wait_event = 'SyncRep'";
    await waitFor("it waits for the standby", () => postgres.sql(url, `select pid ${waits}`).trim());
    // What an operator does who sees a statement hang: Postgres warns, and calls it committed.
    postgres.sql(url, `select pg_cancel_backend(pid) ${waits}`);
    const came = await guessed;
    expect(came).toMatchObject({ status: 503, problem: { code: "busy" } });
    expect("problem" in came && came.problem.title).toContain("may have counted");
    expect(vault.logged.join("")).toContain('"cause":"UNCONFIRMED"');
    await postgres.set("synchronous_standby_names", null);
  });
});

describe("with a standby", () => {
  let primary: Postgres;
  let standby: Standby;
  let url: string;
  let both: string;
  beforeAll(async () => {
    primary = await startPostgres();
    url = primary.makeDatabase();
    standby = await primary.standby();
    await primary.set("synchronous_standby_names", "*");
    const at = (one: Postgres) => new URL(one.makeAddress(url)).host;
    both = url.replace(at(primary), `${at(standby)},${at(primary)}`);
  });
  afterAll(async () => {
    await standby.stop();
    await primary.stop();
  });

  test("one that only reads says what it is", async () => {
    await expect(startVault({ DATABASE_URL: standby.makeAddress(url) })).rejects.toThrow("is a standby");
  });

  test("of several hosts the one that writes is found, and a promoted one without a standby is noticed", async () => {
    const vault = await startVault({ DATABASE_URL: both });
    const person = await register(vault);
    replyOf(await guess(vault, person.name));
    expect(vault.logged.join("")).not.toContain("standby-missing");
    await primary.kill();
    standby.promote();
    const done = await waitFor("the vault is back", () => login(vault, person));
    expect(done.failuresSince).toBeGreaterThanOrEqual(1);
    await vault.running.tick();
    expect(vault.logged.join("")).toContain("standby-missing");
    await vault.restart();
    expect(vault.logged.filter((line) => line.includes("standby-missing"))).toHaveLength(2);
    await vault.stop();
  });
});

test("beyond this computer it must prove its name", async () => {
  const postgres = await startPostgres();
  const url = postgres.makeDatabase();
  const { uid, gid } = statSync(join(postgres.folder, "data"));
  const certify = async (name: string) => {
    const [cert, key] = [join(postgres.folder, "cert.pem"), join(postgres.folder, "key.pem")];
    const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=postgres"];
    const files = ["-addext", `subjectAltName=${name}`, "-keyout", key, "-out", cert];
    execFileSync("openssl", ["req", "-x509", ...made, ...files], { stdio: "ignore" });
    chownSync(key, uid, gid);
    postgres.sql(url, `alter system set ssl_cert_file = '${cert}'`);
    postgres.sql(url, `alter system set ssl_key_file = '${key}'`);
    postgres.sql(url, "alter system set ssl = on");
    postgres.sql(url, "select pg_reload_conf()");
    await waitFor("it speaks TLS", () => postgres.sql(url, "show ssl").trim() === "on");
    const trusted = join(postgres.folder, `${name.replaceAll(/\W/g, "")}.pem`);
    copyFileSync(cert, trusted);
    return `${url}?sslmode=verify-full&sslrootcert=${trusted}`;
  };
  const vault = await startVault({ DATABASE_URL: await certify("IP:127.0.0.1") });
  replyOf(await guess(vault, "somebody"));
  expect(
    postgres
      .sql(
        url,
        "select bool_and(ssl) from pg_stat_ssl join pg_stat_activity using (pid) where datname = current_database() and client_addr is not null",
      )
      .trim(),
  ).toBe("t");
  await vault.stop();
  // Signed by the same hand, but for another machine.
  await expect(startVault({ DATABASE_URL: await certify("DNS:db.example.org") })).rejects.toThrow(
    "127.0.0.1",
  );
  await postgres.stop();
});

describe("through PgBouncer", () => {
  let postgres: Postgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = postgres.makeDatabase();
  });
  afterAll(() => postgres.stop());

  test("by session, right logins are right", async () => {
    const bouncer = await startPgBouncer(url, "session");
    const vault = await startVault({ DATABASE_URL: bouncer.through(url) });
    const people = await Promise.all(Array.from({ length: 4 }, () => register(vault)));
    for (let round = 0; round < 5; round++) {
      const done = await Promise.all(people.map((person) => login(vault, person)));
      expect(done.map(({ failuresSince }) => failuresSince)).toEqual([0, 0, 0, 0]);
    }
    await vault.stop();
    await bouncer.stop();
  });

  test("by transaction, the start is refused", async () => {
    const bouncer = await startPgBouncer(url, "transaction");
    await expect(startVault({ DATABASE_URL: bouncer.through(url) })).rejects.toThrow("pool_mode = session");
    await bouncer.stop();
  });
});
