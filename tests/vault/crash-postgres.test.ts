/** kill -9 under load on Postgres, of the vault and of Postgres itself: as on SQLite. */
import { expect, test } from "vitest";
import { makeFolder, startBuilt } from "../support/vault/built.ts";
import { crashAgainAndAgain, ROUNDS, ROUNDS_MS } from "../support/vault/crash.ts";
import { startPostgres } from "../support/vault/postgres.ts";

test(
  `${ROUNDS} kills of the vault, every fourth time of Postgres as well, lose nothing`,
  async () => {
    const { folder, remove } = makeFolder();
    const postgres = await startPostgres();
    const DATABASE_URL = postgres.makeDatabase();
    const { lost, acknowledged } = await crashAgainAndAgain(
      () => startBuilt(folder, { DATABASE_URL }),
      async (round) => (round % 4 === 0 ? postgres.crash() : undefined),
    );
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS);
    await postgres.stop();
    remove();
  },
  ROUNDS_MS,
);
