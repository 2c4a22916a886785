/** What is told of an account that is gone, and to whom: its owner's devices hear it, strangers nothing. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onEachStore } from "../support/vault/each-store.ts";
import {
  ask,
  beginReset,
  codeOf,
  guess,
  makeDevice,
  type Person,
  register,
  signature,
} from "../support/vault/person.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

const DAY_MS = 24 * 60 * 60_000;

/** The code of `/v2/status` to each who is not the owner. */
async function toldStrangers(vault: TestVault, person: Person): Promise<string[]> {
  const body = { rowId: person.rowId, generation: 1 };
  const stranger = await signature(vault, person, makeDevice(), "/v2/status", body);
  const bent = await signature(vault, person, person.device, "/v2/status", body, { generation: 2 });
  const headers = ["", "Bearer abc", `Sixtyfour-Ticket ${"A".repeat(120)}`, stranger, bent];
  const came = await Promise.all(headers.map((header) => vault.call("/v2/status", body, header)));
  return came.map(codeOf);
}

onEachStore("an account that is gone", (vault) => {
  test("is to strangers like one that is there and one that never was", async () => {
    const [present, gone] = [await register(vault()), await register(vault())];
    expect(codeOf(await ask(vault(), gone, "/v2/delete", {}))).toBe("ok");
    const never = { ...present, rowId: randomBytes(32).toString("base64url") };
    const nothing = Array(5).fill("not-proven");
    for (const person of [present, gone, never])
      expect(await toldStrangers(vault(), person)).toEqual(nothing);
  });

  test("is to its owner's device erased, each time", async () => {
    const person = await register(vault());
    expect(codeOf(await ask(vault(), person, "/v2/delete", {}))).toBe("ok");
    for (const path of ["/v2/status", "/v2/export", "/v2/delete"] as const)
      expect(codeOf(await ask(vault(), person, path, {})), path).toBe("erased");
  });

  test.each([
    ["while the last attempt may still finish", 0],
    ["once that is over, before the sweeper comes", 61_000],
  ])("takes no new password %s", async (_, laterMs) => {
    const person = await register(vault());
    for (let tried = 0; tried < 9; tried++) {
      expect(codeOf(await guess(vault(), person.name))).toBe("ok");
      vault().advance(DAY_MS);
    }
    const finish = await beginReset(vault(), person, "new");
    expect(codeOf(await guess(vault(), person.name))).toBe("ok");
    vault().advance(laterMs);
    expect(codeOf(await ask(vault(), person, "/v2/reset/finish", finish))).toBe("erased");
    const registrationRequest = Buffer.alloc(32, 1).toString("base64url");
    expect(codeOf(await ask(vault(), person, "/v2/reset/start", { registrationRequest }))).toBe("erased");
    vault().advance(61_000);
    expect(codeOf(await guess(vault(), person.name))).toBe("erased");
  });
});

describe("of a key that is erased, no file of SQLite's holds anything", () => {
  let vault: TestVault;
  beforeAll(async () => {
    vault = await startVault();
  });
  afterAll(() => vault.stop());

  function isInFiles({ sealedKey }: Person): boolean {
    const files = readdirSync(vault.folder).filter((name) => name.startsWith("vault.sqlite"));
    return files.some((name) => readFileSync(join(vault.folder, name)).includes(sealedKey, 0, "base64url"));
  }

  /** Somebody whose ten attempts are spent, a moment after the last could have succeeded. */
  async function spent(): Promise<Person> {
    const person = await register(vault);
    for (let tried = 0; tried < 10; tried++) {
      vault.advance(DAY_MS);
      expect(codeOf(await guess(vault, person.name))).toBe("ok");
    }
    vault.advance(60_001);
    expect(isInFiles(person)).toBe(true);
    return person;
  }

  test("once its owner has deleted it", async () => {
    const person = await register(vault);
    expect(isInFiles(person)).toBe(true);
    expect(codeOf(await ask(vault, person, "/v2/delete", {}))).toBe("ok");
    expect(isInFiles(person)).toBe(false);
  });

  test("once the sweeper has come", async () => {
    const person = await spent();
    await vault.running.tick();
    expect(isInFiles(person)).toBe(false);
  });

  test("once somebody guesses again", async () => {
    const person = await spent();
    expect(codeOf(await guess(vault, person.name))).toBe("erased");
    expect(isInFiles(person)).toBe(false);
  });

  test("once its owner asks for a new password", async () => {
    const person = await spent();
    const registrationRequest = Buffer.alloc(32, 1).toString("base64url");
    expect(codeOf(await ask(vault, person, "/v2/reset/start", { registrationRequest }))).toBe("erased");
    expect(isInFiles(person)).toBe(false);
  });
});
