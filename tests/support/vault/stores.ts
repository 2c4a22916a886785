/** The stores that a vault runs on. */
import { FOR_MUTANTS } from "../all.ts";
import { startPostgres } from "./postgres.ts";

type Store = {
  /** For `startVault`. */
  environment: Record<string, string>;
  close(): Promise<void>;
};

type NamedStore = readonly [name: string, open: () => Promise<Store>];
const ALL_STORES: readonly NamedStore[] = [
  ["SQLite", async () => ({ environment: {}, close: async () => {} })],
  [
    "Postgres",
    async () => {
      const postgres = await startPostgres();
      return { environment: { DATABASE_URL: postgres.makeDatabase() }, close: () => postgres.stop() };
    },
  ],
];

/** Name, and how a fresh one is made. Starting Postgres takes too long to be done for each mutant. */
export const STORES = FOR_MUTANTS ? ALL_STORES.slice(0, 1) : ALL_STORES;
