/** The stores that a vault runs on, each as a fresh one for a test. */
export type Store = { environment: Record<string, string>; close(): Promise<void> };

export const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ["SQLite", async () => ({ environment: {}, close: async () => {} })],
];
