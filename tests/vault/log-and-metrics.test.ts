/** What the log and the operator's numbers tell: what happened, and of whom no more than a pseudonym. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../support/vault/free-port.ts";
import {
  ask,
  beginRegistration,
  beginReset,
  codeOf,
  guess,
  joinDevice,
  register,
  replyOf,
} from "../support/vault/person.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { waitFor } from "../support/wait.ts";

const DAY_MS = 24 * 60 * 60_000;

let vault: TestVault;
let metrics: string;
beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}`;
  vault = await startVault({ VAULT_METRICS_PORT: `${port}` });
});
afterAll(() => vault.stop());

type Line = Record<string, unknown>;

/** The lines that `act` leaves, once there are so many: a request's comes after its answer. */
async function linesOf(count: number, act: () => Promise<unknown>): Promise<Line[]> {
  const before = vault.logged.length;
  await act();
  await waitFor("the log has it", () => vault.logged.length >= before + count);
  return vault.logged.slice(before).map((line) => JSON.parse(line) as Line);
}

test("a request is its endpoint, its outcome, and the account's pseudonym where one was named", async () => {
  const person = await register(vault);
  const line = (path: string, status: number, more: Line = {}) => ({
    ...{ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), method: "POST", path, status },
    ...{ ms: expect.any(Number), ...more },
  });
  const account = expect.stringMatching(/^[0-9a-f]{8}$/);
  const lines = await linesOf(3, async () => {
    await guess(vault, person.name);
    await ask(vault, person, "/v2/status", {});
  });
  expect(lines).toEqual([
    line("/v2/login/start", 200, { account }),
    line("/v2/device/challenge", 200),
    line("/v2/status", 200, { account }),
  ]);
  expect(lines[2]?.["account"]).toBe(lines[0]?.["account"]);
  const [other] = await linesOf(1, () => guess(vault, randomUUID()));
  expect(other?.["account"]).not.toBe(lines[0]?.["account"]);
  const address = vault.running.address;
  const elsewhere = await linesOf(1, () => fetch(`${address}/${person.name}?${person.name}`));
  expect(elsewhere).toEqual([line("-", 404, { method: "GET" })]);
});

test("an error of the program's own is told to the log by one word, and to the asker by a code", async () => {
  const { opaque } = vault.running.vault;
  const broken = vi.spyOn(opaque, "startLogin").mockImplementation(() => {
    throw new Error("violet");
  });
  let answer: unknown;
  const lines = await linesOf(2, async () => {
    answer = await guess(vault, "somebody");
  });
  broken.mockRestore();
  expect(answer).toMatchObject({ status: 500, problem: { code: "internal" } });
  expect(lines[0]).toEqual({ at: expect.any(String), event: "bug", count: 1 });
  expect(JSON.stringify([answer, lines])).not.toContain("violet");
});

/** What has happened so far, by name. */
async function happenings(): Promise<Record<string, number>> {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  const found = text.matchAll(/^vault_happenings_total\{what="([a-z-]+)"\} (\d+)$/gm);
  return Object.fromEntries([...found].map(([, what = "", times]) => [what, Number(times)]));
}

/** What happens more often by `act`. */
async function counted(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await happenings();
  await act();
  const more = Object.entries(await happenings()).map(
    ([what, n]) => [what, n - (before[what] ?? 0)] as const,
  );
  return Object.fromEntries(more.filter(([, n]) => n > 0));
}

test("what happens is counted once, however often it is asked for", async () => {
  const { finish, person } = await beginRegistration(vault, randomUUID(), "mine");
  const sent = () => vault.call("/v2/accounts/finish", finish);
  expect([await counted(sent), await counted(sent)]).toEqual([{ registration: 1 }, {}]);
  expect(await counted(() => joinDevice(vault, person, person.device.key))).toEqual({
    "attempt-spent": 1,
    login: 1,
  });
  const change = await beginReset(vault, person, "another");
  const reset = () => ask(vault, person, "/v2/reset/finish", change);
  expect([await counted(reset), await counted(reset)]).toEqual([{ reset: 1 }, {}]);
  const other = await register(vault);
  const deletion = () => ask(vault, other, "/v2/delete", {});
  expect([await counted(deletion), await counted(deletion)]).toEqual([{ deletion: 1 }, {}]);
  const guessOn = async () => {
    for (let tried = 0; tried < 12; tried++) {
      vault.advance(DAY_MS);
      await guess(vault, person.name);
    }
  };
  expect(await counted(guessOn)).toEqual({ "attempt-spent": 10, "attempt-refused": 2, erasure: 1 });
  expect(codeOf(await guess(vault, person.name))).toBe("erased");
});

test("the sweeper's erasures are counted too, and only the numbers are told on their port", async () => {
  const people = [await register(vault), await register(vault)];
  for (let tried = 0; tried < 10; tried++) {
    vault.advance(DAY_MS);
    for (const { name } of people) replyOf(await guess(vault, name));
  }
  vault.advance(DAY_MS);
  expect(await counted(() => vault.running.tick())).toEqual({ erasure: 2 });
  expect((await fetch(`${metrics}/v2/vault`)).status).toBe(404);
});
