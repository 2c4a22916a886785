/** kill -9 under load on SQLite: every acknowledged change is there afterwards, and no guess comes back. */
import { expect, test } from "vitest";
import { makeFolder, startBuilt } from "../support/vault/built.ts";
import { crashAgainAndAgain, ROUNDS, ROUNDS_MS } from "../support/vault/crash.ts";

test(
  `${ROUNDS} kills of the vault lose nothing`,
  async () => {
    const { folder, remove } = makeFolder();
    const { lost, acknowledged } = await crashAgainAndAgain(() => startBuilt(folder));
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS);
    remove();
  },
  ROUNDS_MS,
);
