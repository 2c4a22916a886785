import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/**
 * The tests that Stryker runs against its mutants: those of the rooms it mutates, without what takes long.
 *
 * Every mutant runs all tests that reach it, so each second of a test costs hours. `npm test` runs what is left out here.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  define: { __BROWSER__: JSON.stringify("chrome") },
  test: {
    environment: "node",
    include: ["tests/{core,background}/**/*.test.ts"],
    // The real Argon2id of 64 MiB.
    exclude: ["tests/core/{kdf,frozen-export,frozen-keyring}.test.ts"],
    setupFiles: ["src/cli/node-bytes.ts", "tests/mutation/set-up.ts"],
    // Long: a test takes ten times as long while Stryker notes which mutants it reaches.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Stryker's runner needs threads, and sets the number of workers itself.
    pool: "threads",
    // A new thread for each file would take longer than its tests.
    isolate: false,
  },
});
