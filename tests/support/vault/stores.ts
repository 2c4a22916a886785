/** The stores that a vault runs on. */
import { startPostgres } from "./postgres.ts";

export type Store = {
  /** For `startVault`. */
  environment: Record<string, string>;
  close(): Promise<void>;
};

/** Name, and how a fresh one is made. */
export const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ["SQLite", async () => ({ environment: {}, close: async () => {} })],
  [
    "Postgres",
    async () => {
      const postgres = await startPostgres();
      return { environment: { DATABASE_URL: postgres.makeDatabase() }, close: () => postgres.stop() };
    },
  ],
];
