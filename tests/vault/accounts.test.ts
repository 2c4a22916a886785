/**
 * Registering, resetting, devices, deletion: each done once, asked again without harm, and never to another's
 * cost.
 */
import { createHash, createPublicKey, randomUUID, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { read } from "../../src/core/schema.ts";
import { deviceList, stateSigned } from "../../src/protocol/vault/proof.ts";
import { type Device, MOST_DEVICES, type SignedState, stateText } from "../../src/protocol/vault/wire.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import {
  ask,
  beginRegistration,
  beginReset,
  begunLogin,
  codeOf,
  guess,
  joinDevice,
  login,
  makeDevice,
  type Person,
  register,
  replyOf,
  reset,
  ticketProof,
  tryLogin,
} from "../support/vault/person.ts";
import type { Caller } from "../support/vault/running.ts";
import { sessionKeyFor } from "../support/vault/session.ts";

/** The content of a statement, when the vault has signed it. */
async function readState(vault: Caller, { statement, signature }: SignedState) {
  const { stateKey } = await vault.facts();
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: stateKey }, format: "jwk" });
  const bytes = Buffer.from(statement, "base64url");
  const good = verify(null, stateSigned(bytes), key, Buffer.from(signature, "base64url"));
  return good ? read(stateText, JSON.parse(bytes.toString())) : null;
}

function hashOf(devices: readonly Device[]): string {
  const list = deviceList(devices.map((one) => ({ ...one, key: Buffer.from(one.key, "base64url") })));
  return createHash("sha256").update(list).digest("base64url");
}

onEachStore("accounts", (vault) => {
  test("what was stored comes back for the password, under the same export key", async () => {
    const person = await register(vault());
    const { finish, open, exportKey } = await begunLogin(vault(), person.name, person.password);
    expect(exportKey).toBe(person.exportKey);
    const { sealedKey, generation } = open(await vault().call("/v2/login/finish", finish));
    expect([sealedKey, generation]).toEqual([person.sealedKey, 1]);
  });

  test("a registration that is sent again is answered again, and is one", async () => {
    const { finish, person } = await beginRegistration(vault(), randomUUID(), "first");
    const came = await Promise.all([1, 2, 3].map(() => vault().call("/v2/accounts/finish", finish)));
    expect(came.map(codeOf)).toEqual(["ok", "ok", "ok"]);
    expect(codeOf(await vault().call("/v2/accounts/finish", finish))).toBe("ok");
    vault().advance(24 * 60 * 60_000);
    expect(codeOf(await vault().call("/v2/accounts/finish", finish))).toBe("ok");
    expect((await login(vault(), person)).failuresSince).toBe(0);
  });

  test("a new account has no device before its first login has brought one", async () => {
    const { finish, person } = await beginRegistration(vault(), randomUUID(), "first");
    const { state } = replyOf(await vault().call("/v2/accounts/finish", finish));
    expect(await readState(vault(), state)).toMatchObject({ sequence: 1, devices: hashOf([]) });
    expect(codeOf(await ask(vault(), person, "/v2/status", {}))).toBe("not-proven");
    const { devices } = await joinDevice(vault(), person, person.device.key);
    expect(devices.map(({ key }) => key)).toEqual([person.device.key]);
    expect(codeOf(await ask(vault(), person, "/v2/status", {}))).toBe("ok");
  });

  test("a name that is taken stays as it is, also for whoever began before it was taken", async () => {
    const name = randomUUID();
    const late = await beginRegistration(vault(), name, "late");
    const person = await register(vault(), name, "early");
    expect(codeOf(await vault().call("/v2/accounts/finish", late.finish))).toBe("name-taken");
    await expect(register(vault(), name, "later")).rejects.toThrow("409 name-taken");
    expect(await login(vault(), person)).toMatchObject({ sealedKey: person.sealedKey });
    expect(codeOf(await ask(vault(), { ...person, device: late.person.device }, "/v2/status", {}))).toBe(
      "not-proven",
    );
  });

  test("a registration id with another record is not the same registration", async () => {
    const { finish } = await beginRegistration(vault(), randomUUID(), "mine");
    replyOf(await vault().call("/v2/accounts/finish", finish));
    const sealedKey = Buffer.alloc(40).toString("base64url");
    expect(codeOf(await vault().call("/v2/accounts/finish", { ...finish, sealedKey }))).toBe("name-taken");
  });

  test("the same record under another registration id is not the same registration", async () => {
    const name = randomUUID();
    const { finish } = await beginRegistration(vault(), name, "mine");
    const { registrationId } = (await beginRegistration(vault(), name, "mine")).finish;
    replyOf(await vault().call("/v2/accounts/finish", finish));
    expect(codeOf(await vault().call("/v2/accounts/finish", { ...finish, registrationId }))).toBe(
      "name-taken",
    );
  });

  test("a begun registration is over after an hour, and a bent one is none", async () => {
    const { finish } = await beginRegistration(vault(), randomUUID(), "slow");
    const bent = `${finish.registrationId.slice(0, -2)}AA`;
    expect(codeOf(await vault().call("/v2/accounts/finish", { ...finish, registrationId: bent }))).toBe(
      "expired",
    );
    vault().advance(60 * 60_000 + 1000);
    expect(codeOf(await vault().call("/v2/accounts/finish", finish))).toBe("expired");
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
      await ask(vault(), person, "/v2/reset/finish", finish),
      await ask(vault(), person, "/v2/reset/finish", finish),
    ];
    expect([replyOf(first).generation, replyOf(second).generation]).toEqual([2, 2]);
    vault().advance(24 * 60 * 60_000);
    expect(replyOf(await ask(vault(), person, "/v2/reset/finish", finish)).generation).toBe(2);
    const sealedKey = Buffer.alloc(40).toString("base64url");
    expect(codeOf(await ask(vault(), person, "/v2/reset/finish", { ...finish, sealedKey }))).toBe(
      "generation-changed",
    );
  });

  test("a begun reset is over after an hour, and is one account's", async () => {
    const [person, other] = [await register(vault()), await register(vault())];
    const finish = await beginReset(vault(), person, "new");
    expect(codeOf(await ask(vault(), other, "/v2/reset/finish", finish))).toBe("expired");
    expect(await login(vault(), other)).toMatchObject({ generation: 1, sealedKey: other.sealedKey });
    vault().advance(60 * 60_000 + 1);
    expect(codeOf(await ask(vault(), person, "/v2/reset/finish", finish))).toBe("expired");
    expect(await login(vault(), person)).toMatchObject({ generation: 1, sealedKey: person.sealedKey });
  });

  test("of two resets begun at once one takes effect", async () => {
    const person = await register(vault());
    const begun = [await beginReset(vault(), person, "one"), await beginReset(vault(), person, "two")];
    const came = await Promise.all(begun.map((finish) => ask(vault(), person, "/v2/reset/finish", finish)));
    expect(came.map(codeOf).sort()).toEqual(["generation-changed", "ok"]);
    const tried = [await tryLogin(vault(), person.name, "one"), await tryLogin(vault(), person.name, "two")];
    expect(tried.map((code) => code === "ok")).toEqual(came.map((one) => codeOf(one) === "ok"));
  });

  test("reset and revoke want the present generation; status, export and delete take an older", async () => {
    const old = await register(vault());
    const person = await reset(vault(), old, "new");
    const registrationRequest = Buffer.alloc(32, 1).toString("base64url");
    const deviceKey = makeDevice().key;
    expect(codeOf(await ask(vault(), old, "/v2/reset/start", { registrationRequest }))).toBe(
      "generation-changed",
    );
    expect(codeOf(await ask(vault(), old, "/v2/devices/revoke", { deviceKey }))).toBe("generation-changed");
    expect(codeOf(await ask(vault(), old, "/v2/status", {}))).toBe("ok");
    expect(codeOf(await ask(vault(), old, "/v2/export", {}))).toBe("ok");
    expect(codeOf(await ask(vault(), { ...person, generation: 3 }, "/v2/status", {}))).toBe(
      "generation-changed",
    );
    expect(codeOf(await ask(vault(), old, "/v2/delete", {}))).toBe("ok");
  });

  test("a login adds a device, the owner sees and revokes it, and it is nobody then", async () => {
    const person = await register(vault());
    const added = makeDevice();
    await joinDevice(vault(), person, added.key);
    const { devices } = replyOf(await ask(vault(), person, "/v2/status", {}, added));
    expect(devices.map(({ key }) => key).sort()).toEqual([person.device.key, added.key].sort());
    const revoked = replyOf(await ask(vault(), person, "/v2/devices/revoke", { deviceKey: added.key }));
    expect(revoked.devices.map(({ key }) => key)).toEqual([person.device.key]);
    expect(codeOf(await ask(vault(), person, "/v2/status", {}, added))).toBe("not-proven");
  });

  test("one device too many does not join, and its login succeeds all the same", async () => {
    const person = await register(vault());
    for (let added = 1; added < MOST_DEVICES; added++) await joinDevice(vault(), person, makeDevice().key);
    const deviceKey = makeDevice().key;
    const { devices, sealedKey } = await joinDevice(vault(), person, deviceKey);
    expect(devices.map(({ key }) => key)).not.toContain(deviceKey);
    expect([devices.length, sealedKey]).toEqual([MOST_DEVICES, person.sealedKey]);
    expect(codeOf(await ask(vault(), person, "/v2/status", {}))).toBe("ok");
    expect(replyOf(await ask(vault(), person, "/v2/status", {})).devices).toHaveLength(MOST_DEVICES);
  });

  test("a deleted account leaves nothing but its name, which stays taken", async () => {
    const person = await register(vault());
    expect(replyOf(await ask(vault(), person, "/v2/delete", {}))).toEqual({ deleted: true });
    expect(codeOf(await ask(vault(), person, "/v2/export", {}))).toBe("erased");
    expect(codeOf(await guess(vault(), person.name))).toBe("erased");
    await expect(register(vault(), person.name)).rejects.toThrow("409 name-taken");
  });

  test("many who delete and register at once do not get in each other's way", async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => register(vault())));
    const came = await Promise.all(
      people.flatMap((person) => [ask(vault(), person, "/v2/delete", {}), register(vault())]),
    );
    expect(came.filter((one) => "status" in one && one.status === 200)).toHaveLength(10);
  });

  test("an export holds all that is stored, and nothing that opens the key", async () => {
    const person = await register(vault());
    await guess(vault(), person.name);
    const held = replyOf(await ask(vault(), person, "/v2/export", {}));
    expect(held).toMatchObject({
      ...{ rowId: person.rowId, generation: 1, sealedKey: person.sealedKey },
      ...{ attemptsLeft: 9, failuresSince: 1, lifetimeFailures: 1 },
    });
    expect(Buffer.from(held.registrationRecord, "base64url")).toHaveLength(192);
    expect(JSON.stringify(held)).not.toContain(person.name);
  });

  describe("the ticket of a login", () => {
    const own = (person: Person) => ({ rowId: person.rowId, generation: person.generation });

    test("has a key that stands for a device, for each nonce once", async () => {
      const person = await register(vault());
      const done = await login(vault(), person);
      for (const path of ["/v2/status", "/v2/export"] as const) {
        const proof = await ticketProof(vault(), person, done, path, own(person));
        expect(codeOf(await vault().call(path, own(person), proof))).toBe("ok");
        expect(codeOf(await vault().call(path, own(person), proof))).toBe("not-proven");
      }
    });

    test("is worth nothing without that key, nor for another request", async () => {
      const [person, other] = [await register(vault()), await register(vault())];
      const [done, theirs] = [await login(vault(), person), await login(vault(), other)];
      const { ticket } = done;
      const { ticketKey } = theirs;
      const body = own(person);
      for (const proof of [
        `Sixtyfour-Ticket ${ticket}`,
        await ticketProof(vault(), person, { ticket, ticketKey }, "/v2/delete", body),
        await ticketProof(vault(), person, done, "/v2/status", body),
        await ticketProof(vault(), person, done, "/v2/delete", {
          ...body,
          origin: "https://elsewhere.example",
        }),
        await ticketProof(vault(), { ...person, vaultId: "A".repeat(22) }, done, "/v2/delete", body),
      ])
        expect(codeOf(await vault().call("/v2/delete", body, proof))).toBe("not-proven");
    });

    test("not for another account", async () => {
      const [person, other] = [await register(vault()), await register(vault())];
      const done = await login(vault(), person);
      const proof = await ticketProof(vault(), other, done, "/v2/status", own(other));
      expect(codeOf(await vault().call("/v2/status", own(other), proof))).toBe("not-proven");
    });

    test("not after ten minutes", async () => {
      const person = await register(vault());
      const done = await login(vault(), person);
      vault().advance(10 * 60_000 + 1000);
      const proof = await ticketProof(vault(), person, done, "/v2/status", own(person));
      expect(codeOf(await vault().call("/v2/status", own(person), proof))).toBe("not-proven");
    });

    test("not under another scheme", async () => {
      const person = await register(vault());
      const done = await login(vault(), person);
      const proof = await ticketProof(vault(), person, done, "/v2/status", own(person));
      for (const scheme of ["Bearer", "Sixtyfour-Device"]) {
        const bent = proof.replace("Sixtyfour-Ticket", scheme);
        expect(codeOf(await vault().call("/v2/status", own(person), bent))).toBe("not-proven");
      }
    });

    test("not after the password was replaced", async () => {
      const person = await register(vault());
      const done = await login(vault(), person);
      await reset(vault(), person, "new");
      const proof = await ticketProof(vault(), person, done, "/v2/delete", own(person));
      expect(codeOf(await vault().call("/v2/delete", own(person), proof))).toBe("not-proven");
    });

    test("no other ticket of the vault's does the same", async () => {
      const person = await register(vault());
      const { start, sessionKey } = await begunLogin(vault(), person.name, person.password);
      const ticketKey = sessionKeyFor(sessionKey, "ticket");
      const done = { ticket: start.loginId, ticketKey };
      const proof = await ticketProof(vault(), person, done, "/v2/status", own(person));
      expect(codeOf(await vault().call("/v2/status", own(person), proof))).toBe("not-proven");
    });
  });

  test("the signed state grows with each attempt, success, reset and device", async () => {
    const { finish, person } = await beginRegistration(vault(), randomUUID(), "mine");
    const states = [replyOf(await vault().call("/v2/accounts/finish", finish)).state];
    states.push((await joinDevice(vault(), person, person.device.key)).state);
    await guess(vault(), person.name);
    states.push(replyOf(await ask(vault(), person, "/v2/status", {})).state);
    states.push((await login(vault(), person)).state);
    const deviceKey = makeDevice().key;
    states.push(replyOf(await ask(vault(), person, "/v2/devices/revoke", { deviceKey })).state);
    const after = await reset(vault(), person, "new");
    states.push(replyOf(await ask(vault(), after, "/v2/status", {})).state);
    const read = await Promise.all(states.map((state) => readState(vault(), state)));
    const pairs = read.map((state) => [state?.generation, state?.sequence]);
    expect(pairs).toEqual([
      [1, 1],
      [1, 3],
      [1, 4],
      [1, 6],
      [1, 7],
      [2, 8],
    ]);
    expect(read.map((state) => state?.rowId)).toEqual(Array(6).fill(person.rowId));
    expect(read.map((state) => state?.lifetimeFailures)).toEqual([0, 0, 1, 1, 1, 1]);
  });

  test("the signed state names the very devices that are listed, with their dates", async () => {
    const person = await register(vault());
    vault().advance(1000);
    const joined = await joinDevice(vault(), person, makeDevice().key);
    expect(joined.devices).toHaveLength(2);
    const read = await readState(vault(), joined.state);
    expect(read?.devices).toBe(hashOf(joined.devices));
    const { devices, state } = replyOf(await ask(vault(), person, "/v2/status", {}));
    expect((await readState(vault(), state))?.devices).toBe(hashOf(devices));
    const [first, second] = devices as [Device, Device];
    expect(hashOf([{ ...first, addedAtMs: first.addedAtMs - 1 }, second])).not.toBe(hashOf(devices));
  });

  test("a state that another has written is not the vault's", async () => {
    const person = await register(vault());
    const { state } = replyOf(await ask(vault(), person, "/v2/status", {}));
    const text = Buffer.from(state.statement, "base64url").toString().replace('"sequence":3', '"sequence":9');
    const statement = Buffer.from(text).toString("base64url");
    expect(await readState(vault(), state)).toMatchObject({ sequence: 3 });
    expect(await readState(vault(), { ...state, statement })).toBeNull();
  });
});
