/**
 * Registering, resetting, devices, deletion: each done once, asked again without harm, and never to another's
 * cost.
 */
import { createPublicKey, randomUUID, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { read } from "../../src/core/schema.ts";
import { stateSigned } from "../../src/protocol/vault/proof.ts";
import { MOST_DEVICES, type SignedState, stateText } from "../../src/protocol/vault/wire.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import {
  ask,
  beginRegistration,
  beginReset,
  begunLogin,
  codeOf,
  guess,
  login,
  makeDevice,
  type Person,
  register,
  replyOf,
  reset,
  ticketHeader,
  tryLogin,
} from "../support/vault/person.ts";
import type { Caller } from "../support/vault/running.ts";

/** The content of a statement, when the vault has signed it. */
async function readState(vault: Caller, { statement, signature }: SignedState) {
  const { stateKey } = await vault.facts();
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: stateKey }, format: "jwk" });
  const bytes = Buffer.from(statement, "base64url");
  const good = verify(null, stateSigned(bytes), key, Buffer.from(signature, "base64url"));
  return good ? read(stateText, JSON.parse(bytes.toString())) : null;
}

onEachStore("accounts", (vault) => {
  test("what was stored comes back for the password, under the same export key", async () => {
    const person = await register(vault());
    const { finish, exportKey } = await begunLogin(vault(), person.name, person.password);
    expect(exportKey).toBe(person.exportKey);
    const { sealedKey, generation } = replyOf(await vault().call("/v1/login/finish", finish));
    expect([sealedKey, generation]).toEqual([person.sealedKey, 1]);
  });

  test("a registration that is sent again is answered again, and is one", async () => {
    const { finish, person } = await beginRegistration(vault(), randomUUID(), "first");
    const came = await Promise.all([1, 2, 3].map(() => vault().call("/v1/accounts/finish", finish)));
    expect(came.map(codeOf)).toEqual(["ok", "ok", "ok"]);
    expect(codeOf(await vault().call("/v1/accounts/finish", finish))).toBe("ok");
    const { devices } = replyOf(await ask(vault(), person, "/v1/status", {}));
    expect(devices.map(({ key }) => key)).toEqual([person.device.key]);
  });

  test("a name that is taken stays as it is, also for whoever began before it was taken", async () => {
    const name = randomUUID();
    const late = await beginRegistration(vault(), name, "late");
    const person = await register(vault(), name, "early");
    expect(codeOf(await vault().call("/v1/accounts/finish", late.finish))).toBe("name-taken");
    await expect(register(vault(), name, "later")).rejects.toThrow("409 name-taken");
    expect(await login(vault(), person)).toMatchObject({ sealedKey: person.sealedKey });
    expect(codeOf(await ask(vault(), { ...person, device: late.person.device }, "/v1/status", {}))).toBe(
      "not-proven",
    );
  });

  test("a registration id with another record is not the same registration", async () => {
    const { finish } = await beginRegistration(vault(), randomUUID(), "mine");
    replyOf(await vault().call("/v1/accounts/finish", finish));
    const sealedKey = Buffer.alloc(40).toString("base64url");
    expect(codeOf(await vault().call("/v1/accounts/finish", { ...finish, sealedKey }))).toBe("name-taken");
  });

  test("the same record under another registration id is not the same registration", async () => {
    const name = randomUUID();
    const { finish } = await beginRegistration(vault(), name, "mine");
    const { registrationId } = (await beginRegistration(vault(), name, "mine")).finish;
    replyOf(await vault().call("/v1/accounts/finish", finish));
    expect(codeOf(await vault().call("/v1/accounts/finish", { ...finish, registrationId }))).toBe(
      "name-taken",
    );
  });

  test("a begun registration is over after an hour, and a bent one is none", async () => {
    const { finish } = await beginRegistration(vault(), randomUUID(), "slow");
    const bent = `${finish.registrationId.slice(0, -2)}AA`;
    expect(codeOf(await vault().call("/v1/accounts/finish", { ...finish, registrationId: bent }))).toBe(
      "expired",
    );
    vault().advance(60 * 60_000 + 1000);
    expect(codeOf(await vault().call("/v1/accounts/finish", finish))).toBe("expired");
  });

  test("the original device sets a new password without the old one", async () => {
    const before = await register(vault());
    const person = await reset(vault(), before, "the new one");
    expect(person.generation).toBe(2);
    expect(await tryLogin(vault(), person.name, before.password)).toBe("wrong password");
    expect(await login(vault(), person)).toMatchObject({ generation: 2, sealedKey: person.sealedKey });
  });

  test("a reset that is sent again is answered as it was, and is one", async () => {
    const person = await register(vault());
    const finish = await beginReset(vault(), person, "another");
    const [first, second] = [
      await ask(vault(), person, "/v1/reset/finish", finish),
      await ask(vault(), person, "/v1/reset/finish", finish),
    ];
    expect([replyOf(first).generation, replyOf(second).generation]).toEqual([2, 2]);
    const sealedKey = Buffer.alloc(40).toString("base64url");
    expect(codeOf(await ask(vault(), person, "/v1/reset/finish", { ...finish, sealedKey }))).toBe(
      "generation-changed",
    );
  });

  test("a begun reset is over after an hour, and is one account's", async () => {
    const [person, other] = [await register(vault()), await register(vault())];
    const finish = await beginReset(vault(), person, "new");
    expect(codeOf(await ask(vault(), other, "/v1/reset/finish", finish))).toBe("expired");
    expect(await login(vault(), other)).toMatchObject({ generation: 1, sealedKey: other.sealedKey });
    vault().advance(60 * 60_000 + 1);
    expect(codeOf(await ask(vault(), person, "/v1/reset/finish", finish))).toBe("expired");
    expect(await login(vault(), person)).toMatchObject({ generation: 1, sealedKey: person.sealedKey });
  });

  test("of two resets begun at once one takes effect", async () => {
    const person = await register(vault());
    const begun = [await beginReset(vault(), person, "one"), await beginReset(vault(), person, "two")];
    const came = await Promise.all(begun.map((finish) => ask(vault(), person, "/v1/reset/finish", finish)));
    expect(came.map(codeOf).sort()).toEqual(["generation-changed", "ok"]);
    const tried = [await tryLogin(vault(), person.name, "one"), await tryLogin(vault(), person.name, "two")];
    expect(tried.map((code) => code === "ok")).toEqual(came.map((one) => codeOf(one) === "ok"));
  });

  test("reset and revoke want the present generation; status, export and delete take an older", async () => {
    const old = await register(vault());
    const person = await reset(vault(), old, "new");
    const registrationRequest = Buffer.alloc(32, 1).toString("base64url");
    const deviceKey = makeDevice().key;
    expect(codeOf(await ask(vault(), old, "/v1/reset/start", { registrationRequest }))).toBe(
      "generation-changed",
    );
    expect(codeOf(await ask(vault(), old, "/v1/devices/revoke", { deviceKey }))).toBe("generation-changed");
    expect(codeOf(await ask(vault(), old, "/v1/status", {}))).toBe("ok");
    expect(codeOf(await ask(vault(), old, "/v1/export", {}))).toBe("ok");
    expect(codeOf(await ask(vault(), { ...person, generation: 3 }, "/v1/status", {}))).toBe(
      "generation-changed",
    );
    expect(codeOf(await ask(vault(), old, "/v1/delete", {}))).toBe("ok");
  });

  test("a login adds a device, the owner sees and revokes it, and it is nobody then", async () => {
    const person = await register(vault());
    const added = makeDevice();
    const { finish } = await begunLogin(vault(), person.name, person.password);
    replyOf(await vault().call("/v1/login/finish", { ...finish, deviceKey: added.key }));
    const { devices } = replyOf(await ask(vault(), person, "/v1/status", {}, added));
    expect(devices.map(({ key }) => key).sort()).toEqual([person.device.key, added.key].sort());
    const revoked = replyOf(await ask(vault(), person, "/v1/devices/revoke", { deviceKey: added.key }));
    expect(revoked.devices.map(({ key }) => key)).toEqual([person.device.key]);
    expect(codeOf(await ask(vault(), person, "/v1/status", {}, added))).toBe("not-proven");
  });

  test("one device too many is refused, and the login that wanted it can still be had without", async () => {
    const person = await register(vault());
    for (let added = 1; added < MOST_DEVICES; added++) {
      const { finish } = await begunLogin(vault(), person.name, person.password);
      replyOf(await vault().call("/v1/login/finish", { ...finish, deviceKey: makeDevice().key }));
    }
    const { finish } = await begunLogin(vault(), person.name, person.password);
    const deviceKey = makeDevice().key;
    expect(codeOf(await vault().call("/v1/login/finish", { ...finish, deviceKey }))).toBe("too-many-devices");
    expect(codeOf(await vault().call("/v1/login/finish", finish))).toBe("ok");
    expect(replyOf(await ask(vault(), person, "/v1/status", {})).devices).toHaveLength(MOST_DEVICES);
  });

  test("a deleted account leaves nothing but its name, which stays taken", async () => {
    const person = await register(vault());
    expect(replyOf(await ask(vault(), person, "/v1/delete", {}))).toEqual({ deleted: true });
    expect(codeOf(await ask(vault(), person, "/v1/export", {}))).toBe("erased");
    expect(codeOf(await guess(vault(), person.name))).toBe("erased");
    await expect(register(vault(), person.name)).rejects.toThrow("409 name-taken");
  });

  test("many who delete and register at once do not get in each other's way", async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => register(vault())));
    const came = await Promise.all(
      people.flatMap((person) => [ask(vault(), person, "/v1/delete", {}), register(vault())]),
    );
    expect(came.filter((one) => "status" in one && one.status === 200)).toHaveLength(10);
  });

  test("an export holds all that is stored, and nothing that opens the key", async () => {
    const person = await register(vault());
    await guess(vault(), person.name);
    const held = replyOf(await ask(vault(), person, "/v1/export", {}));
    expect(held).toMatchObject({
      ...{ rowId: person.rowId, generation: 1, sealedKey: person.sealedKey },
      ...{ attemptsLeft: 9, failuresSince: 1, lifetimeFailures: 1 },
    });
    expect(Buffer.from(held.registrationRecord, "base64url")).toHaveLength(192);
    expect(JSON.stringify(held)).not.toContain(person.name);
  });

  describe("the ticket of a login", () => {
    const own = (person: Person) => ({ rowId: person.rowId, generation: person.generation });

    test("stands for a device once", async () => {
      const person = await register(vault());
      const header = ticketHeader((await login(vault(), person)).ticket);
      expect(codeOf(await vault().call("/v1/status", own(person), header))).toBe("ok");
      expect(codeOf(await vault().call("/v1/status", own(person), header))).toBe("not-proven");
    });

    test("not for another account", async () => {
      const [person, other] = [await register(vault()), await register(vault())];
      const header = ticketHeader((await login(vault(), person)).ticket);
      expect(codeOf(await vault().call("/v1/status", own(other), header))).toBe("not-proven");
    });

    test("not after ten minutes", async () => {
      const person = await register(vault());
      const header = ticketHeader((await login(vault(), person)).ticket);
      vault().advance(10 * 60_000 + 1000);
      expect(codeOf(await vault().call("/v1/status", own(person), header))).toBe("not-proven");
    });

    test("not under another scheme", async () => {
      const person = await register(vault());
      const { ticket } = await login(vault(), person);
      expect(codeOf(await vault().call("/v1/status", own(person), `Bearer ${ticket}`))).toBe("not-proven");
    });

    test("not after the password was replaced", async () => {
      const person = await register(vault());
      const header = ticketHeader((await login(vault(), person)).ticket);
      await reset(vault(), person, "new");
      expect(codeOf(await vault().call("/v1/delete", own(person), header))).toBe("not-proven");
    });

    test("no other ticket of the vault's does the same", async () => {
      const person = await register(vault());
      const { start } = await begunLogin(vault(), person.name, person.password);
      const header = ticketHeader(start.loginId);
      expect(codeOf(await vault().call("/v1/status", own(person), header))).toBe("not-proven");
    });
  });

  test("the signed state grows with each attempt, success, reset and device", async () => {
    const { finish, person } = await beginRegistration(vault(), randomUUID(), "mine");
    const states = [replyOf(await vault().call("/v1/accounts/finish", finish)).state];
    await guess(vault(), person.name);
    states.push(replyOf(await ask(vault(), person, "/v1/status", {})).state);
    states.push((await login(vault(), person)).state);
    const deviceKey = makeDevice().key;
    states.push(replyOf(await ask(vault(), person, "/v1/devices/revoke", { deviceKey })).state);
    const after = await reset(vault(), person, "new");
    states.push(replyOf(await ask(vault(), after, "/v1/status", {})).state);
    const read = await Promise.all(states.map((state) => readState(vault(), state)));
    const pairs = read.map((state) => [state?.generation, state?.sequence]);
    expect(pairs).toEqual([
      [1, 1],
      [1, 2],
      [1, 4],
      [1, 5],
      [2, 6],
    ]);
    expect(read.map((state) => state?.rowId)).toEqual(Array(5).fill(person.rowId));
    expect(read.map((state) => state?.lifetimeFailures)).toEqual([0, 1, 1, 1, 1]);
  });

  test("a state that another has written is not the vault's", async () => {
    const person = await register(vault());
    const { state } = replyOf(await ask(vault(), person, "/v1/status", {}));
    const text = Buffer.from(state.statement, "base64url").toString().replace('"sequence":1', '"sequence":9');
    const statement = Buffer.from(text).toString("base64url");
    expect(await readState(vault(), state)).toMatchObject({ sequence: 1 });
    expect(await readState(vault(), { ...state, statement })).toBeNull();
  });
});
