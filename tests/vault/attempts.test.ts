/** The number of guesses is bounded, whatever is tried. */
import { randomUUID } from "node:crypto";
import { client } from "@serenity-kit/opaque";
import { expect, test } from "vitest";
import { LAST_ATTEMPT_MS, MOST_ATTEMPTS } from "../../src/protocol/vault/wire.ts";
import { account } from "../../src/vault/store/accounts.ts";
import { first } from "../../src/vault/store/database.ts";
import { onEachStore } from "../support/vault/each-store.ts";
import {
  ask,
  beginLogin,
  begunLogin,
  codeOf,
  guess,
  login,
  register,
  replyOf,
  reset,
  tryLogin,
} from "../support/vault/person.ts";

/** Of a message in base64url, the first 32 bytes. */
const firstElement = (message: string): string =>
  Buffer.from(message, "base64url").subarray(0, 32).toString("base64url");

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const WAITS_SECONDS = [0, 0, 0, 0, 60, 600, 3600, 6 * 3600, 24 * 3600];

onEachStore("attempts", (vault) => {
  /** Guesses, a day apart, until something else than an evaluation comes. */
  async function guessOn(name: string, times: number): Promise<string[]> {
    const codes: string[] = [];
    for (let tried = 0; tried < times; tried++) {
      codes.push(codeOf(await guess(vault(), name)));
      vault().advance(DAY_MS);
    }
    return codes;
  }

  test("ten are evaluated, then the key is erased", async () => {
    const { name } = await register(vault());
    expect(await guessOn(name, 13)).toEqual([
      ...Array<string>(MOST_ATTEMPTS).fill("ok"),
      ...Array<string>(3).fill("erased"),
    ]);
  });

  test("each says how many are left and how long to wait", async () => {
    const { name } = await register(vault());
    for (let left = MOST_ATTEMPTS - 1; left > 0; left--) {
      const { attemptsLeft, retryAfterSeconds } = replyOf(await guess(vault(), name));
      const wait = WAITS_SECONDS[MOST_ATTEMPTS - 1 - left] ?? 0;
      expect([attemptsLeft, retryAfterSeconds]).toEqual([left, wait]);
      if (wait === 0) continue;
      const early = await guess(vault(), name);
      expect(early).toMatchObject({ status: 429, problem: { code: "wait", retryAfterSeconds: wait } });
      vault().advance(wait * 1000 - 1);
      expect(codeOf(await guess(vault(), name))).toBe("wait");
      vault().advance(1);
    }
  });

  test("of 50 guesses at once, those before the first wait are evaluated and no other", async () => {
    const { name } = await register(vault());
    const came = await Promise.all(Array.from({ length: 50 }, () => guess(vault(), name)));
    const codes = came.map(codeOf);
    expect(codes.filter((code) => code === "ok")).toHaveLength(5);
    expect(new Set(codes)).toEqual(new Set(["ok", "wait"]));
  });

  test("a new password on the original device brings no attempts back: of 30 guesses across resets ten are evaluated", async () => {
    let person = await register(vault());
    const codes: string[] = [];
    for (let round = 0; round < 3; round++) {
      codes.push(...(await guessOn(person.name, 3)));
      person = await reset(vault(), person, `new password ${round}`);
    }
    codes.push(...(await guessOn(person.name, 21)));
    expect(codes.filter((code) => code === "ok")).toHaveLength(MOST_ATTEMPTS);
    expect(codes.slice(MOST_ATTEMPTS).every((code) => code === "erased")).toBe(true);
  });

  test("a login brings all of them back, and tells how many had failed", async () => {
    const person = await register(vault());
    for (let tried = 0; tried < 3; tried++) await guess(vault(), person.name);
    const done = await login(vault(), person);
    expect(done).toMatchObject({ sealedKey: person.sealedKey, failuresSince: 3, lifetimeFailures: 3 });
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 1);
    expect(await login(vault(), person)).toMatchObject({ failuresSince: 1, lifetimeFailures: 4 });
  });

  test("a login that is not finished is a failure", async () => {
    const person = await register(vault());
    await begunLogin(vault(), person.name, person.password);
    expect(await login(vault(), person)).toMatchObject({ failuresSince: 1, lifetimeFailures: 1 });
  });

  test("a success counts once: its messages sent again bring nothing back", async () => {
    const person = await register(vault());
    const { finish } = await begunLogin(vault(), person.name, person.password);
    replyOf(await vault().call("/v2/login/finish", finish));
    await guess(vault(), person.name);
    await guess(vault(), person.name);
    expect(codeOf(await vault().call("/v2/login/finish", finish))).toBe("expired");
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 3);
  });

  test("one success sent many times at once counts once", async () => {
    const person = await register(vault());
    const { finish } = await begunLogin(vault(), person.name, person.password);
    const came = await Promise.all(
      Array.from({ length: 20 }, () => vault().call("/v2/login/finish", finish)),
    );
    expect(came.map(codeOf).filter((code) => code === "ok")).toHaveLength(1);
  });

  test("an older success kept back does not undo what was spent after a newer one", async () => {
    const person = await register(vault());
    const kept = await begunLogin(vault(), person.name, person.password);
    await login(vault(), person);
    await guess(vault(), person.name);
    expect(codeOf(await vault().call("/v2/login/finish", kept.finish))).toBe("expired");
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 2);
  });

  test("a login under the old password does not finish after a reset", async () => {
    const person = await register(vault());
    const { finish } = await begunLogin(vault(), person.name, person.password);
    await reset(vault(), person, "another");
    expect(codeOf(await vault().call("/v2/login/finish", finish))).toBe("expired");
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 2);
  });

  test("a login is over after a minute", async () => {
    const person = await register(vault());
    const { finish } = await begunLogin(vault(), person.name, person.password);
    vault().advance(LAST_ATTEMPT_MS + 1);
    expect(codeOf(await vault().call("/v2/login/finish", finish))).toBe("expired");
  });

  test("a first message that is none is refused, and a login's costs an attempt all the same", async () => {
    const person = await register(vault());
    const { name } = person;
    const ones = (length: number) => Buffer.alloc(length, 1).toString("base64url");
    const startLoginRequest = ones(96);
    const registrationRequest = ones(32);
    expect(codeOf(await vault().call("/v2/login/start", { name, startLoginRequest }))).toBe("bad-request");
    expect(codeOf(await vault().call("/v2/accounts/start", { name, registrationRequest }))).toBe(
      "bad-request",
    );
    expect(codeOf(await ask(vault(), person, "/v2/reset/start", { registrationRequest }))).toBe(
      "bad-request",
    );
    expect(replyOf(await guess(vault(), name)).attemptsLeft).toBe(MOST_ATTEMPTS - 2);
  });

  test("a last message that does not fit is refused", async () => {
    const person = await register(vault());
    const { finish } = await begunLogin(vault(), person.name, person.password);
    const finishLoginRequest = Buffer.alloc(64, 7).toString("base64url");
    expect(codeOf(await vault().call("/v2/login/finish", { ...finish, finishLoginRequest }))).toBe(
      "not-proven",
    );
    expect(replyOf(await guess(vault(), person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 2);
  });

  test("the tenth may still succeed within its minute, and then nothing is lost", async () => {
    const person = await register(vault());
    await guessOn(person.name, MOST_ATTEMPTS - 1);
    const { start, finish, open } = await begunLogin(vault(), person.name, person.password);
    expect(start.attemptsLeft).toBe(0);
    vault().advance(LAST_ATTEMPT_MS);
    expect(codeOf(await guess(vault(), person.name))).toBe("wait");
    expect(open(await vault().call("/v2/login/finish", finish)).failuresSince).toBe(MOST_ATTEMPTS - 1);
    vault().advance(DAY_MS);
    expect(await login(vault(), person)).toMatchObject({ sealedKey: person.sealedKey, failuresSince: 0 });
  });

  test("after that minute it succeeds no more, also when nobody has looked since", async () => {
    const person = await register(vault());
    await guessOn(person.name, MOST_ATTEMPTS - 1);
    const { finish } = await begunLogin(vault(), person.name, person.password);
    vault().advance(LAST_ATTEMPT_MS + 1);
    expect(codeOf(await vault().call("/v2/login/finish", finish))).toBe("expired");
    expect(codeOf(await guess(vault(), person.name))).toBe("erased");
    expect(codeOf(await ask(vault(), person, "/v2/status", {}))).toBe("erased");
    expect(await tryLogin(vault(), person.name, person.password)).toBe("erased");
  });

  test("what is due is erased although nobody asks, and not a moment before", async () => {
    const person = await register(vault());
    await guessOn(person.name, MOST_ATTEMPTS - 1);
    await guess(vault(), person.name);
    const { database } = vault().running.vault;
    const row = Buffer.from(person.rowId, "base64url");
    const held = async () => {
      const stored = await first(database, account, { row });
      return [stored?.record, stored?.sealed_key, stored?.credential_id].filter((bytes) => bytes).length;
    };
    vault().advance(LAST_ATTEMPT_MS);
    await vault().running.tick();
    expect(await held()).toBe(3);
    vault().advance(1);
    await vault().running.tick();
    expect(await held()).toBe(0);
  });

  test("an erased name is never registered again", async () => {
    const person = await register(vault());
    await guessOn(person.name, MOST_ATTEMPTS + 1);
    await expect(register(vault(), person.name)).rejects.toThrow("409 name-taken");
    expect(codeOf(await guess(vault(), person.name))).toBe("erased");
  });

  test("registration is no way around the attempts: it never evaluates as a login does", async () => {
    const person = await register(vault());
    const { startLoginRequest } = client.startLogin({ password: "a candidate" });
    const { name } = person;
    const login = replyOf(await vault().call("/v2/login/start", { name, startLoginRequest }));
    // Both messages begin with the same kind of element, and so do both answers (RFC 9807 §5.1, §6.3.2).
    const registrationRequest = firstElement(startLoginRequest);
    const evaluated = firstElement(login.loginResponse);
    const seen = new Set([evaluated]);
    for (let tried = 0; tried < 20; tried++) {
      const begun = await vault().call("/v2/accounts/start", { name, registrationRequest });
      seen.add(firstElement(replyOf(begun).registrationResponse));
    }
    expect(seen.size).toBe(21);
  });

  test("a name means the same in every form of its letters", async () => {
    const name = `${randomUUID()} caf\u00e9 \ufb01`;
    const person = await register(vault(), name);
    expect(await tryLogin(vault(), name.normalize("NFD"), person.password)).toBe("ok");
    expect(await tryLogin(vault(), name.normalize("NFKC"), person.password)).toBe("ok");
    expect(await tryLogin(vault(), `${name} `, person.password)).toBe("wrong password");
  });

  test("the wrong password is told by the client alone; the server answers as ever", async () => {
    const person = await register(vault());
    const begun = await beginLogin(vault(), person.name, "wrong");
    expect(begun).toMatchObject({ finish: null, start: { attemptsLeft: MOST_ATTEMPTS - 1 } });
  });
});
