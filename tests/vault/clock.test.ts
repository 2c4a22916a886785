/** A wait never gets shorter, whatever the computer's clock does. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeOf, guess, login, type Person, register } from "../support/vault/person.ts";
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
