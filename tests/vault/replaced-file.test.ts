/** An older SQLite file, put back by a mistake or on purpose, brings no attempts back. */
import { randomBytes } from "node:crypto";
import { copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MOST_ATTEMPTS } from "../../src/protocol/vault/wire.ts";
import { useOnce } from "../../src/vault/store/vault-row.ts";
import { makeFolder, startBuilt } from "../support/vault/built.ts";
import { codeOf, guess, type Person, register, replyOf } from "../support/vault/person.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";

describe("after a kill", () => {
  const { folder, remove } = makeFolder();
  const [file, log] = [join(folder, "vault.sqlite"), join(folder, "vault.sqlite-wal")];
  afterEach(() => remove());

  /** Two starts; between them, copies of the file and of a log. */
  async function killed(): Promise<Person> {
    const first = await startBuilt(folder);
    const person = await register(first);
    copyFileSync(log, `${log}.old`);
    await first.end();
    copyFileSync(file, `${file}.old`);
    const second = await startBuilt(folder);
    for (let tried = 0; tried < 4; tried++) replyOf(await guess(second, person.name));
    await second.end("SIGKILL");
    return person;
  }

  test.each([
    ["an older file beside the log", () => copyFileSync(`${file}.old`, file)],
    ["an older log beside the file", () => copyFileSync(`${log}.old`, log)],
    ["the file without its log", () => rmSync(log)],
    [
      "an older file without a log",
      () => {
        copyFileSync(`${file}.old`, file);
        rmSync(log);
      },
    ],
  ])("%s is refused, again and again", async (_, putBack) => {
    await killed();
    putBack();
    for (let time = 0; time < 2; time++)
      await expect(startBuilt(folder)).rejects.toThrow("older than one seen");
  });

  test("the file and its log are taken, however often", async () => {
    const { name } = await killed();
    for (let time = 0; time < 3; time++) {
      const again = await startBuilt(folder);
      await again.end("SIGKILL");
    }
    const vault = await startBuilt(folder);
    expect(replyOf(await guess(vault, name)).attemptsLeft).toBe(MOST_ATTEMPTS - 5);
    await vault.end();
  });
});

describe("while the vault runs", () => {
  let vault: TestVault;
  let person: Person;
  let file: string;
  beforeEach(async () => {
    vault = await startVault();
    person = await register(vault);
    file = join(vault.folder, "vault.sqlite");
    await vault.close();
    copyFileSync(file, `${file}.old`);
    await vault.restart();
    replyOf(await guess(vault, person.name));
    return () => vault.stop();
  });

  test("an older file moved over it is noticed at once, and nothing more is acknowledged", async () => {
    renameSync(`${file}.old`, file);
    expect(codeOf(await guess(vault, person.name))).toBe("busy");
    expect(vault.logged.join("")).toContain('"cause":"REPLACED"');
    await vault.running.tick();
    expect(vault.logged.join("")).toContain("database-unsafe");
    expect((await fetch(`${vault.running.address}/readyz`)).status).toBe(503);
    await expect(vault.restart()).rejects.toThrow("older than one seen");
  });

  test("an older file written into it is noticed by the next beat", async () => {
    const now = readFileSync(file);
    writeFileSync(file, readFileSync(`${file}.old`));
    await vault.running.tick();
    expect(codeOf(await guess(vault, person.name))).toBe("busy");
    expect(vault.logged.join("")).toContain("database-unsafe");
    writeFileSync(file, now);
  });
});

test("the log does not grow without end, and what it held is in the file", async () => {
  const vault = await startVault();
  const log = join(vault.folder, "vault.sqlite-wal");
  const person = await register(vault);
  const { database } = vault.running.vault;
  let most = 0;
  // Each change rewrites pages of two indexes.
  let last = 0;
  for (let change = 0; change < 200 && last >= most; change++) {
    await database.transaction(async (queries) => {
      for (let at = 0; at < 100; at++)
        await queries.all(useOnce, { token: randomBytes(32), until: Number.MAX_SAFE_INTEGER - at });
      return { ok: true } as const;
    });
    last = statSync(log).size;
    most = Math.max(most, last);
  }
  // It has been longer than that, and was emptied.
  expect(last).toBeLessThan(most);
  expect(most).toBeLessThan(5_000_000);
  expect(replyOf(await guess(vault, person.name)).attemptsLeft).toBe(MOST_ATTEMPTS - 1);
  await vault.stop();
});
