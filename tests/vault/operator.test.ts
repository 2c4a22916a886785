/** What an operator does with a running vault, and what the log tells. */
import { statSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseSecret } from "../../src/vault/secret.ts";
import { type Built, makeFolder, operate, startBuilt } from "../support/vault/built.ts";
import { freePort } from "../support/vault/free-port.ts";
import { ask, codeOf, guess, register, tryLogin } from "../support/vault/person.ts";
import { waitFor } from "../support/wait.ts";

const { folder, remove } = makeFolder();
let vault: Built;
let metricsPort: number;
beforeAll(async () => {
  metricsPort = await freePort();
  vault = await startBuilt(folder, { VAULT_METRICS_PORT: `${metricsPort}` });
});
afterAll(async () => {
  expect(await vault.end()).toBe(0);
  remove();
});

/** The account of the newest line for an endpoint, once there are so many. */
const accountsOf = (path: string, least: number): Promise<string[]> =>
  waitFor("the log has it", () => {
    const lines = vault
      .logged()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { path?: string; account?: string });
    const accounts = lines.filter((line) => line.path === path).map(({ account = "" }) => account);
    return accounts.length >= least ? accounts : null;
  });

test("sees how many accounts there are", async () => {
  await register(vault);
  expect(operate(folder, "statistics")).toBe("accounts 1\nerased 0\nwaiting 0\n");
});

test("prints the secret so that it can be typed in again", () => {
  const sheet = operate(folder, "secret-sheet");
  const lines = sheet.split("\n").filter((line) => line.startsWith("    "));
  expect(parseSecret(lines.join("\n"))).not.toBeNull();
});

test("erases an account by its name", async () => {
  const person = await register(vault);
  expect(operate(folder, "erase-account", `${person.name}\n`)).toBe("erased\n");
  expect(await tryLogin(vault, person.name, person.password)).toBe("erased");
  expect(codeOf(await ask(vault, person, "/v2/status", {}))).toBe("erased");
  expect(() => operate(folder, "erase-account", "nobody")).toThrow("no account of that name");
});

test("turns the log's pseudonyms; accounts are found as before", async () => {
  const person = await register(vault);
  const start = async (least: number) => {
    await guess(vault, person.name);
    return (await accountsOf("/v2/login/start", least)).at(-1);
  };
  const before = (await accountsOf("/v2/login/start", 0)).length;
  const [first, second] = [await start(before + 1), await start(before + 2)];
  expect(first).toMatch(/^[0-9a-f]{8}$/);
  expect(second).toBe(first);
  operate(folder, "rotate-pseudonyms");
  expect(await start(before + 3)).not.toBe(first);
  expect(await tryLogin(vault, person.name, person.password)).toBe("ok");
});

test("is the only one who reaches the socket, and moves no clock", () => {
  expect(statSync(join(folder, "vault.sock")).mode & 0o777).toBe(0o600);
  expect(() => operate(folder, "advance-clock")).toThrow("not a test");
  expect(() => operate(folder, "explode")).toThrow("explode is no command");
});

test("is told what is missing where no vault runs", async () => {
  const other = makeFolder();
  expect(() => operate(other.folder, "statistics")).toThrow(`there is no ${other.folder}/vault.sock`);
  const killed = await startBuilt(other.folder);
  await killed.end("SIGKILL");
  expect(() => operate(other.folder, "statistics")).toThrow("is left over from one that was killed");
  other.remove();
});

test("asks for a renewed certificate by SIGHUP, which ends nothing", async () => {
  process.kill(vault.pid, "SIGHUP");
  expect(operate(folder, "statistics")).toContain("accounts");
  expect(codeOf(await guess(vault, "somebody"))).toBe("ok");
});

test("who connects and says nothing does not keep the vault from ending", async () => {
  const other = makeFolder();
  const held = await startBuilt(other.folder);
  const socket = createConnection(join(other.folder, "vault.sock"));
  // The vault ends the connection in the middle of a word, which may reach this side as a reset.
  socket.on("error", () => undefined);
  const closed = new Promise((done) => socket.once("close", done));
  await new Promise((done) => socket.once("connect", done));
  socket.write('{"command"');
  expect(await held.end()).toBe(0);
  await closed;
  other.remove();
});

test("moves the clock of a vault that was started for tests", async () => {
  const other = makeFolder();
  const moved = await startBuilt(other.folder, { VAULT_TEST_CLOCK: "1" });
  const { name } = await register(moved);
  for (let tried = 0; tried < 5; tried++) await guess(moved, name);
  expect(codeOf(await guess(moved, name))).toBe("wait");
  await moved.advance(60_000);
  expect(codeOf(await guess(moved, name))).toBe("ok");
  await moved.end();
  other.remove();
  await expect(vault.advance(60_000)).rejects.toThrow("not a test");
});

test("counts on a port of its own, and not on the world's", async () => {
  await guess(vault, "somebody");
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toMatch(/^vault_happenings_total\{what="attempt-spent"\} [1-9]/m);
  expect(text).toMatch(/^vault_request_seconds_count\{path="\/v2\/login\/start",status="200"\} [1-9]/m);
  expect((await fetch(`${vault.address}/metrics`)).status).toBe(404);
});
