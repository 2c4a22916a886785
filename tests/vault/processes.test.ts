/** Two processes of the built server on one Postgres are one vault. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Built, makeFolder, startBuilt } from "../support/vault/built.ts";
import { begunLogin, codeOf, guess, login, register, reset, signature } from "../support/vault/person.ts";
import { type Postgres, startPostgres } from "../support/vault/postgres.ts";

/** People know both by one address: that of what stands in front. */
const KNOWN = { VAULT_ORIGINS: "https://vault.example.org" };
const { folder, remove } = makeFolder();
let postgres: Postgres;
let processes: [Built, Built];
beforeAll(async () => {
  postgres = await startPostgres();
  const DATABASE_URL = postgres.makeDatabase();
  // Both at once on an empty database: one of them makes the tables.
  const begin = (name: string) =>
    startBuilt(folder, { DATABASE_URL, VAULT_SOCKET: `${folder}/${name}.sock`, ...KNOWN });
  const first = begin("first");
  const second = first.then(() => begin("second"));
  processes = await Promise.all([first, second]);
});
afterAll(async () => {
  for (const one of processes) await one.end();
  await postgres.stop();
  remove();
});

// Few enough to be over before the first wait, of a minute of the computer's own clock.
test("50 guesses at once on both are evaluated as often as on one", async () => {
  const { name } = await register(processes[0]);
  const came = await Promise.all(
    Array.from({ length: 50 }, (_, at) => guess(processes[at % 2 === 0 ? 0 : 1], name)),
  );
  const codes = came.map(codeOf);
  expect(codes.filter((code) => code === "ok")).toHaveLength(5);
  expect(new Set(codes)).toEqual(new Set(["ok", "wait"]));
});

test("a login begun on one finishes on the other, once", async () => {
  const person = await register(processes[0]);
  const { finish } = await begunLogin(processes[0], person.name, person.password);
  const came = await Promise.all(processes.map((one) => one.call("/v2/login/finish", finish)));
  expect(came.map(codeOf).sort()).toEqual(["expired", "ok"]);
});

test("a device's signature proves once for both", async () => {
  const person = await register(processes[0]);
  const body = { rowId: person.rowId, generation: 1 };
  const header = await signature(processes[0], person, person.device, "/v2/status", body);
  const came = await Promise.all(processes.map((one) => one.call("/v2/status", body, header)));
  expect(came.map(codeOf).sort()).toEqual(["not-proven", "ok"]);
});

test("a reset on one is known to the other at once", async () => {
  const person = await reset(processes[0], await register(processes[0]), "new");
  expect(await login(processes[1], person)).toMatchObject({ generation: 2, sealedKey: person.sealedKey });
});
