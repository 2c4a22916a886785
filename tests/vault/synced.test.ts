/** On SQLite, nothing is acknowledged before the disk has it: seen in the system calls. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, startBuilt } from "../support/vault/built.ts";
import { guess, login, register } from "../support/vault/person.ts";

const TRACED = "trace=fsync,fdatasync,pwrite64,write,writev,sendto";

test("each answer to a change is sent after a sync that follows the last write to the store", async () => {
  const { folder, remove } = makeFolder();
  const trace = join(folder, "trace");
  // -y names the files behind the numbers, -s shows an answer's first line.
  const vault = await startBuilt(folder, {}, ["strace", "-f", "-y", "-s", "40", "-e", TRACED, "-o", trace]);
  const person = await register(vault);
  for (let tried = 0; tried < 3; tried++) await guess(vault, person.name);
  await login(vault, person);
  await vault.end();

  let [unsynced, synced, answers] = [0, 0, 0];
  for (const line of readFileSync(trace, "utf8").split("\n")) {
    if (/pwrite64\(\d+<[^>]*vault\.sqlite/.test(line)) unsynced += 1;
    else if (/(?:fsync|fdatasync)\(\d+<[^>]*vault\.sqlite/.test(line)) {
      if (unsynced > 0) synced += 1;
      unsynced = 0;
    } else if (line.includes("HTTP/1.1 200")) {
      answers += 1;
      expect(unsynced).toBe(0);
    }
  }
  // One for the registration, three for the guesses, two for the login.
  expect(synced).toBeGreaterThanOrEqual(6);
  expect(answers).toBeGreaterThanOrEqual(8);
  remove();
});
