/** One vault for a suite, on each store in turn. */
import { afterAll, beforeAll, describe } from "vitest";
import { startVault, type TestVault } from "./running.ts";
import { STORES } from "./stores.ts";

/** @param tests - gets a way to the vault, which is there once the tests run. */
export function onEachStore(
  title: string,
  tests: (vault: () => TestVault) => void,
  environment: Record<string, string> = {},
): void {
  describe.each(STORES)(`${title} on %s`, (_, open) => {
    let vault: TestVault | undefined;
    let close = async () => {};
    beforeAll(async () => {
      const store = await open();
      close = store.close;
      vault = await startVault({ ...environment, ...store.environment });
    });
    afterAll(async () => {
      try {
        await vault?.stop();
      } finally {
        await close();
      }
    });
    tests(() => {
      if (!vault) throw new Error("the vault has not started");
      return vault;
    });
  });
}
