/** A vault that would not be safe does not start, and says everything that is wrong. */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/vault/config.ts";
import { formatSecret, parseSecret } from "../../src/vault/secret.ts";
import { start } from "../../src/vault/start.ts";
import { openSqlite } from "../../src/vault/store/sqlite.ts";
import { makeFolder, PROGRAM, removeFolder, startBuilt } from "../support/vault/built.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import { ask, codeOf, guess, login, register } from "../support/vault/person.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

const QUIET = () => {};

/** Starts one more, as another process would, on what `environment` says. */
async function startAnother(environment: Record<string, string>): Promise<string> {
  const config = readConfig({ VAULT_PORT: "0", ...environment });
  if (!config.ok) return config.problems.join("; ");
  try {
    const running = await start(config.value, QUIET);
    await running.close();
    return "started";
  } catch (error) {
    return (error as Error).message;
  }
}

/** A stopped vault with one account; its folder stays until `gone`. */
async function stopped(): Promise<{ vault: TestVault; folder: string }> {
  const vault = await startVault();
  await register(vault);
  await vault.close();
  return { vault, folder: vault.folder };
}

describe("the configuration", () => {
  test("is refused with all its faults at once", () => {
    const config = readConfig({
      DATABASE_URL: "mysql://a/b",
      VAULT_HOST: "0.0.0.0",
      VAULT_PORT: "x",
      VAULT_SECRET: "a",
      VAULT_SECRET_FILE: "b",
      VAULT_REGISTRATION: "maybe",
      VAULT_TLS_CERT: "c",
      VAULT_TEST_CLOCK: "1",
      VAULT_PROT: "1",
    });
    expect(config).toMatchObject({ ok: false });
    if (config.ok) return;
    const said = config.problems.join("\n");
    for (const name of [
      "DATABASE_URL",
      "VAULT_HOST",
      "VAULT_PORT",
      "VAULT_SECRET_FILE",
      "VAULT_REGISTRATION",
    ])
      expect(said).toContain(name);
    for (const name of [
      "VAULT_TLS_KEY",
      "VAULT_TEST_CLOCK",
      "VAULT_PROT",
      "VAULT_MARK_FILE",
      "VAULT_ORIGINS",
    ])
      expect(said).toContain(name);
    expect(config.problems).toHaveLength(10);
  });

  test.each(["127.0.0.1", "localhost", "::1", "127.8.8.8"])("takes %s without TLS", (host) => {
    expect(readConfig({ VAULT_HOST: host }).ok).toBe(true);
  });

  test.each(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example"])(
    "takes %s only with TLS or a proxy",
    (host) => {
      const known = { VAULT_HOST: host, VAULT_ORIGINS: "https://vault.example.org" };
      expect(readConfig(known)).toMatchObject({
        ok: false,
        problems: [expect.stringContaining(host)],
      });
      expect(readConfig(known, ["--behind-proxy"]).ok).toBe(true);
      expect(readConfig({ ...known, VAULT_TLS_CERT: "c", VAULT_TLS_KEY: "k" }).ok).toBe(true);
    },
  );

  describe("of its addresses", () => {
    const origins = (text: string) => readConfig({ VAULT_ORIGINS: text });

    test("needs them where others stand in front or may ask", () => {
      const missing = { ok: false, problems: [expect.stringContaining("VAULT_ORIGINS")] };
      expect(readConfig({}, ["--behind-proxy"])).toMatchObject(missing);
      const tls = { VAULT_TLS_CERT: "c", VAULT_TLS_KEY: "k" };
      expect(readConfig({ ...tls, VAULT_HOST: "0.0.0.0" })).toMatchObject(missing);
      expect(readConfig(tls)).toMatchObject({ ok: true, value: { origins: null } });
    });

    test.each([
      "https://vault.example.org",
      "https://a.example https://b.example:8443, http://localhost:6464",
    ])("takes %s", (text) => {
      expect(origins(text)).toMatchObject({ ok: true, value: { origins: text.split(/[\s,]+/) } });
    });

    test.each([
      "https://vault.example.org/",
      "https://Vault.example.org",
      "https://vault.example.org:443",
      "http://vault.example.org",
      "vault.example.org",
      "https://a.example;https://b.example",
      ",",
      Array.from({ length: 9 }, (_, at) => `https://${at}.example`).join(" "),
    ])("refuses %s", (text) => {
      expect(origins(text)).toMatchObject({
        ok: false,
        problems: [expect.stringContaining("VAULT_ORIGINS")],
      });
    });
  });

  test("takes the clock that tests move only in tests", () => {
    expect(readConfig({ VAULT_TEST_CLOCK: "1", NODE_ENV: "production" }).ok).toBe(false);
    expect(readConfig({ VAULT_TEST_CLOCK: "1", NODE_ENV: "test" }).ok).toBe(true);
  });
});

describe("the secret", () => {
  test("is made once, for its owner's eyes alone", async () => {
    const { folder } = await stopped();
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    const text = readFileSync(join(folder, "secret"), "utf8");
    expect(await startAnother({ VAULT_DATA: folder })).toBe("started");
    expect(readFileSync(join(folder, "secret"), "utf8")).toBe(text);
    removeFolder(folder);
  });

  test("that others can read is refused", async () => {
    const { folder } = await stopped();
    chmodSync(join(folder, "secret"), 0o640);
    expect(await startAnother({ VAULT_DATA: folder })).toContain("can be read by others");
    removeFolder(folder);
  });

  test("that is missing where it was named is not made", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sixtyfour-vault-"));
    const named = { VAULT_DATA: folder, VAULT_SECRET_FILE: join(folder, "elsewhere") };
    expect(await startAnother(named)).toContain("ENOENT");
    removeFolder(folder);
  });

  test("comes from the environment or a command as well", async () => {
    const { folder } = await stopped();
    const secret = readFileSync(join(folder, "secret"), "utf8");
    const elsewhere = { VAULT_DATA: folder, VAULT_MARK_FILE: join(`${folder}-mark`, "high-water-mark") };
    expect(await startAnother({ ...elsewhere, VAULT_SECRET: secret })).toBe("started");
    expect(await startAnother({ ...elsewhere, VAULT_SECRET_COMMAND: `cat ${folder}/secret` })).toBe(
      "started",
    );
    expect(await startAnother({ ...elsewhere, VAULT_SECRET_COMMAND: "false" })).toContain("command");
    removeFolder(folder);
  });

  test("with one wrong letter is none, with other line breaks it is the same", () => {
    const secret = { setup: Buffer.alloc(128, 3) };
    const text = formatSecret(secret);
    expect(parseSecret(text.replace(/.{4}/g, "$& "))).toEqual(secret);
    expect(parseSecret(`${text.slice(0, 60)}${text[60] === "A" ? "B" : "A"}${text.slice(61)}`)).toBeNull();
    expect(parseSecret(text.slice(0, -1))).toBeNull();
  });
});

onEachStore("another secret", (vault) => {
  test("is refused, and not one attempt is spent under it", async () => {
    const person = await register(vault());
    const { folder } = vault();
    const secret = join(folder, "secret");
    await vault().close();
    copyFileSync(secret, `${secret}.right`);
    rmSync(secret);
    await expect(vault().restart()).rejects.toThrow("the secret is not the one");
    copyFileSync(`${secret}.right`, secret);
    await vault().restart();
    expect(await login(vault(), person)).toMatchObject({ failuresSince: 0 });
  });
});

describe("the database", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  test("of a newer vault is refused", async () => {
    const url = postgres.makeDatabase();
    const vault = await startVault({ DATABASE_URL: url });
    postgres.sql(url, "update vault set schema_version = 99");
    await expect(vault.restart()).rejects.toThrow("newer vault");
    await vault.stop();
  });

  test("in SQLite takes one process", async () => {
    const vault = await startVault();
    expect(
      await startAnother({ VAULT_DATA: vault.folder, VAULT_SOCKET: join(vault.folder, "b.sock") }),
    ).toContain("another process uses");
    expect(codeOf(await guess(vault, "somebody"))).toBe("ok");
    await vault.stop();
  });

  test("in SQLite that takes no write-ahead log is refused", () => {
    const before = process.cwd();
    const { folder, remove } = makeFolder();
    process.chdir(folder);
    try {
      // SQLite takes this name for a database in memory, whose journal stays there too.
      expect(() => openSqlite(":memory:", { checkpoint: 0, raiseCheckpoint: () => {} })).toThrow(
        "journal_mode",
      );
    } finally {
      process.chdir(before);
      remove();
    }
  });

  test("put back from an older copy is refused, until the operator takes the mark away", async () => {
    const { vault, folder } = await stopped();
    const files = ["vault.sqlite"].map((name) => join(folder, name));
    for (const file of files) copyFileSync(file, `${file}.old`);
    await vault.restart();
    const person = await register(vault);
    await vault.close();
    for (const file of files) copyFileSync(`${file}.old`, file);
    await expect(vault.restart()).rejects.toThrow("older than one seen before");
    rmSync(join(`${folder}-mark`, "high-water-mark"));
    await vault.restart();
    expect(codeOf(await ask(vault, person, "/v2/status", {}))).toBe("not-proven");
    await vault.stop();
  });

  test("that goes back while the vault runs is answered from no more", async () => {
    const url = postgres.makeDatabase();
    const vault = await startVault({ DATABASE_URL: url });
    const { name } = await register(vault);
    await vault.running.tick();
    postgres.sql(url, "update vault set beat = 0");
    await vault.running.tick();
    expect(codeOf(await guess(vault, name))).toBe("busy");
    expect(postgres.sql(url, "select min(attempts_left) from accounts").trim()).toBe("10");
    expect((await fetch(`${vault.running.address}/readyz`)).status).toBe(503);
    expect(vault.logged.join("")).toContain("database-went-back");
    await expect(vault.restart()).rejects.toThrow("older than one seen before");
    await vault.stop();
  });

  test.each([
    ["fsync", "off"],
    ["full_page_writes", "off"],
    ["synchronous_commit", "off"],
    ["synchronous_commit", "local"],
  ])("in Postgres with %s %s is refused", async (name, value) => {
    const { folder, remove } = makeFolder();
    const url = postgres.makeDatabase();
    await postgres.set(name, value);
    expect(await startAnother({ VAULT_DATA: folder, DATABASE_URL: url })).toContain(name);
    await postgres.set(name, null);
    remove();
  });
});

describe("the program", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  /** Its exit code and how many lines it says. */
  const runWith = (environment: Record<string, string>) => {
    const env = { PATH: process.env["PATH"] ?? "", VAULT_DATA: folder, VAULT_PORT: "0", ...environment };
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM], { env, encoding: "utf8" });
    return { status, said: stderr.trim() };
  };
  const secretElsewhere = { VAULT_MARK_FILE: join(folder, "mark") };

  test("says all that is wrong with its configuration and ends with 78", () => {
    const { status, said } = runWith({ VAULT_HOST: "0.0.0.0", VAULT_PORT: "x" });
    expect([status, said.split("\n").length]).toEqual([78, 3]);
  });

  test.each([
    ["a certificate that is not there", { VAULT_TLS_CERT: "/nowhere/c", VAULT_TLS_KEY: "/nowhere/k" }],
    ["a named secret that is not there", { VAULT_SECRET_FILE: "/nowhere/secret" }],
    ["what is no secret", { ...secretElsewhere, VAULT_SECRET: "violet" }],
  ])("ends with 78 for %s", (_, environment) => {
    expect(runWith(environment).status).toBe(78);
  });

  test.each([
    [
      "a database that is not up",
      { DATABASE_URL: "postgres://vault@127.0.0.1:1/vault" },
      "cannot be reached",
    ],
    ["a command that fails", { ...secretElsewhere, VAULT_SECRET_COMMAND: "false" }, "from its command"],
  ])("ends with 75 for %s, to be started again", (_, environment, sentence) => {
    const { status, said } = runWith(environment);
    expect([status, said]).toEqual([75, expect.stringContaining(sentence)]);
  });

  test("ends with 75 for a file or a port that another process holds", async () => {
    const running = await startBuilt(folder);
    // A beat reads the file too; the claim outlasts it.
    expect((await fetch(`${running.address}/readyz`)).status).toBe(200);
    expect(runWith({})).toEqual({ status: 75, said: expect.stringContaining("another process uses") });
    const other = makeFolder();
    const { port } = new URL(running.address);
    const { status, said } = runWith({ VAULT_DATA: other.folder, VAULT_PORT: port });
    expect([status, said]).toEqual([75, expect.stringContaining("EADDRINUSE")]);
    await running.end();
    other.remove();
  });

  test("knows what Postgres refuses for good from what passes", async () => {
    const postgres = await startPostgres();
    const url = postgres.makeDatabase();
    expect(runWith({ DATABASE_URL: `${url}0` })).toMatchObject({ status: 78 });
    expect(runWith({ DATABASE_URL: `${url}0` }).said).toContain("no such database");
    postgres.sql(url, "create role reader login");
    const reader = url.replace("postgres@", "reader@");
    expect(runWith({ DATABASE_URL: reader })).toMatchObject({ status: 78 });
    expect(runWith({ DATABASE_URL: url.replace("postgres@", "nobody@") }).status).toBe(78);
    await postgres.stop();
  });
});
