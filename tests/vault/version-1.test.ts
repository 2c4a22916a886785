/** Accounts of version 1 are answered in it until their first login in version 2, and never again after it. */
import { describe, expect, test } from "vitest";
import { read } from "../../src/core/schema.ts";
import { ENDPOINTS_1, type Path1, stateText1, vaultFacts1 } from "../../src/protocol/vault/wire-1.ts";
import { ask, begunLogin, codeOf, joinDevice, login, makeDevice, replyOf } from "../support/vault/person.ts";
import { startPostgres } from "../support/vault/postgres.ts";
import type { TestVault } from "../support/vault/running.ts";
import {
  ask1,
  beginLogin1,
  call1,
  FROZEN,
  frozenPerson,
  login1,
  startFrozen,
} from "../support/vault/version-1.ts";

describe("what version 1 sent and answered", () => {
  test.each(FROZEN.exchanges.map((exchange) => [exchange.path, exchange] as const))(
    "%s still has its form",
    (path, { request, reply }) => {
      const endpoint = ENDPOINTS_1[path as Path1];
      expect(read(endpoint.request, request)).toEqual(request);
      expect(read(endpoint.reply, reply)).toEqual(reply);
    },
  );

  test("is every endpoint of it", () => {
    expect(new Set(FROZEN.exchanges.map(({ path }) => path))).toEqual(new Set(Object.keys(ENDPOINTS_1)));
  });

  test("has the state as it was signed then", () => {
    const replies = FROZEN.exchanges.map(({ reply }) => reply["state"]).filter((state) => state);
    expect(replies.length).toBeGreaterThan(2);
    for (const state of replies) {
      const { statement } = state as { statement: string };
      expect(read(stateText1, JSON.parse(Buffer.from(statement, "base64url").toString()))).not.toBeNull();
    }
  });
});

type Run = (act: (vault: TestVault) => Promise<void>) => () => Promise<void>;

const onSqlite: Run = (act) => async () => {
  const vault = await startFrozen();
  await act(vault).finally(() => vault.stop());
};
const onPostgres: Run = (act) => async () => {
  const postgres = await startPostgres();
  const vault = await startFrozen({ DATABASE_URL: postgres.makeDatabase() });
  try {
    await act(vault);
  } finally {
    await vault.stop();
    await postgres.stop();
  }
};

describe.each([
  ["SQLite", onSqlite],
  ["Postgres", onPostgres],
])("an account of version 1 on %s", (_, run) => {
  test(
    "is the same vault's, and takes nobody new",
    run(async (vault) => {
      const facts = (await (await fetch(`${vault.origin()}/v1/vault`)).json()) as object;
      expect(read(vaultFacts1, facts)).toEqual({ ...FROZEN.facts, registration: "closed" });
      expect((await call1(vault, "/v1/accounts/start", {})).status).toBe(404);
    }),
  );

  test(
    "is answered in version 1: login, status, devices, reset, export",
    run(async (vault) => {
      const [person, added] = [frozenPerson(), makeDevice()];
      const done = await login1(vault, person, added.key);
      expect(read(ENDPOINTS_1["/v1/login/finish"].reply, done.value)).toMatchObject({
        sealedKey: person.sealedKey,
      });
      const status = await ask1(vault, person, "/v1/status");
      expect(read(ENDPOINTS_1["/v1/status"].reply, status.value)?.devices).toHaveLength(2);
      const revoked = await ask1(vault, person, "/v1/devices/revoke", { deviceKey: added.key });
      expect(read(ENDPOINTS_1["/v1/devices/revoke"].reply, revoked.value)?.devices).toHaveLength(1);
      const held = await ask1(vault, person, "/v1/export");
      expect(read(ENDPOINTS_1["/v1/export"].reply, held.value)).toMatchObject({
        sealedKey: person.sealedKey,
      });
      expect((await ask1(vault, person, "/v1/delete")).value).toEqual({ deleted: true });
    }),
  );

  test(
    "gives a ticket that proves nothing",
    run(async (vault) => {
      const { rowId, ...person } = frozenPerson();
      const done = await login1(vault, { rowId, ...person });
      const header = `Sixtyfour-Ticket ${done.value["ticket"]}`;
      const body = { rowId, generation: 1 };
      for (const path of ["/v1/delete", "/v1/status"])
        expect((await call1(vault, path, body, header)).value.code).toBe("not-proven");
      expect(codeOf(await vault.call("/v2/delete", body, header))).toBe("not-proven");
    }),
  );

  test(
    "is taken over by its first login in version 2, and answered in version 1 no more",
    run(async (vault) => {
      const person = frozenPerson();
      // A request that a device signs in version 2 does not take it over: its other devices may be old.
      expect(codeOf(await ask(vault, person, "/v2/status", {}))).toBe("ok");
      expect((await ask1(vault, person, "/v1/status")).status).toBe(200);
      const answer = await login(vault, person);
      expect(answer).toMatchObject({ sealedKey: person.sealedKey, failuresSince: 0 });
      expect(answer.devices.map(({ key }) => key)).toEqual([person.device.key]);
      for (const path of ["/v1/status", "/v1/export", "/v1/delete"])
        expect((await ask1(vault, person, path)).value.code).toBe("bad-request");
      const added = makeDevice();
      expect((await login1(vault, person, added.key)).value.code).toBe("bad-request");
      const { devices, attemptsLeft } = replyOf(await ask(vault, person, "/v2/status", {}));
      expect([devices.length, attemptsLeft]).toEqual([1, 10]);
      expect((await login(vault, person)).failuresSince).toBe(0);
    }),
  );

  test(
    "begun in one version, a login ends in no other",
    run(async (vault) => {
      const person = frozenPerson();
      const second = await begunLogin(vault, person.name, person.password);
      const { loginId, finishLoginRequest } = second.finish;
      const thief = makeDevice().key;
      const old = await call1(vault, "/v1/login/finish", { loginId, finishLoginRequest, deviceKey: thief });
      expect(old.value.code).toBe("expired");
      const first = await beginLogin1(vault, person);
      const { origin, binding } = second.finish;
      const messages = { loginId: first.loginId, finishLoginRequest: first.finishLoginRequest };
      expect(codeOf(await vault.call("/v2/login/finish", { ...messages, origin, binding }))).toBe("expired");
      await joinDevice(vault, person, person.device.key);
      const { devices } = replyOf(await ask(vault, person, "/v2/status", {}));
      expect(devices.map(({ key }) => key)).toEqual([person.device.key]);
    }),
  );

  test(
    "has one count for both versions",
    run(async (vault) => {
      const person = frozenPerson();
      for (let tried = 0; tried < 2; tried++) await beginLogin1(vault, { ...person, password: "wrong" });
      expect((await login(vault, person)).failuresSince).toBe(2);
    }),
  );
});
