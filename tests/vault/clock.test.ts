/** A wait never gets shorter, whatever the computer's clock does. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { begunLogin, codeOf, guess, login, type Person, register } from "../support/vault/person.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

let vault: TestVault;
let person: Person;
beforeEach(async () => {
  vault = await startVault();
  person = await register(vault);
  for (let tried = 0; tried < 8; tried++) {
    await guess(vault, person.name);
    vault.advance(tried < 7 ? DAY_MS : 0);
  }
});
afterEach(() => vault.stop());

/** Six hours are to be waited after the eighth attempt. */
const waitLeft = async (): Promise<number | undefined> => {
  const came = await guess(vault, person.name);
  return "problem" in came ? came.problem.retryAfterSeconds : 0;
};

test("set forward while the vault runs: nothing", async () => {
  vault.setSystemClock(10 * DAY_MS);
  expect(await waitLeft()).toBe(6 * 3600);
  vault.setSystemClock(-20 * DAY_MS);
  expect(await waitLeft()).toBe(6 * 3600);
});

test("set forward while the vault is off: the wait begins anew", async () => {
  vault.advance(5 * HOUR_MS);
  await vault.restart(30 * DAY_MS);
  expect(await waitLeft()).toBe(6 * 3600);
  expect(vault.logged.join("")).toContain("waits-begun-again");
  vault.advance(6 * HOUR_MS);
  expect(codeOf(await guess(vault, person.name))).toBe("ok");
});

test("set back while the vault is off: the wait is what it was, and the vault's time goes on", async () => {
  vault.advance(5 * HOUR_MS);
  await vault.restart(-400 * DAY_MS);
  expect(await waitLeft()).toBe(3600);
  expect(vault.logged.join("")).toContain("clock-behind");
  vault.advance(HOUR_MS);
  const done = await login(vault, person);
  const { atMs } = JSON.parse(Buffer.from(done.state.statement, "base64url").toString()) as { atMs: number };
  expect(atMs).toBeGreaterThan(Date.now() + 7 * DAY_MS);
});

test("a quick start again costs no wait", async () => {
  vault.advance(5 * HOUR_MS);
  await vault.restart();
  expect(await waitLeft()).toBe(3600);
});

describe("two processes on one Postgres", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());
  const MINUTES_MS = 10 * 60_000;

  /** The second has the first one's secret. */
  async function startBoth(offMs: number): Promise<[TestVault, TestVault]> {
    const DATABASE_URL = postgres.makeDatabase();
    // People know both by one address.
    const known = { DATABASE_URL, VAULT_ORIGINS: "https://vault.example.org" };
    const first = await startVault(known);
    const VAULT_SECRET_FILE = `${first.folder}/secret`;
    const VAULT_MARK_FILE = `${first.folder}/other-mark`;
    return [first, await startVault({ ...known, VAULT_SECRET_FILE, VAULT_MARK_FILE }, offMs)];
  }

  /** Begun on one, finished on the other, in both directions. */
  async function logInAcross(both: readonly [TestVault, TestVault]): Promise<string[]> {
    const codes: string[] = [];
    for (const [one, other] of [both, both.toReversed() as [TestVault, TestVault]]) {
      const someone = await register(one);
      const { finish } = await begunLogin(one, someone.name, someone.password);
      codes.push(codeOf(await other.call("/v2/login/finish", finish)));
    }
    return codes;
  }

  test.each([MINUTES_MS, -MINUTES_MS])("whose computers' clocks are %i ms apart agree", async (offMs) => {
    const both = await startBoth(offMs);
    expect(await logInAcross(both)).toEqual(["ok", "ok"]);
    for (const one of both) await one.stop();
  });

  test("of which one slept agree after the next beat", async () => {
    const both = await startBoth(0);
    both[0].advance(MINUTES_MS);
    for (const one of both) await one.running.tick();
    expect(await logInAcross(both)).toEqual(["ok", "ok"]);
    for (const one of both) await one.stop();
  });
});
