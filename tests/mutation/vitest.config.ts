import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take long, the longest last: most mutants fail in the first file that reaches them. */
const LAST = [
  "tests/core/keyring/merge-any-keyrings.test.ts",
  "tests/backup/verdicts.test.ts",
  "tests/backup/repair.test.ts",
  "tests/backup/encrypt.test.ts",
  "tests/backup/open.test.ts",
];

/** What runs in this process and on SQLite: no server of its own, no Postgres and no strace. */
const VAULT = "accounts,attempts,clock,device-proof,erased,http,invitations,log-and-metrics,unknown-names";

class LongestLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => LAST.findIndex((file) => moduleId.endsWith(file));
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/**
 * The tests that Stryker runs against its mutants: those of the rooms it mutates, without what takes long.
 *
 * Every mutant runs all tests that reach it, so each second of a test costs hours. `npm test` runs what is
 * left out here.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, "../.."),
  define: { __BROWSER__: JSON.stringify("chrome") },
  test: {
    environment: "node",
    env: { FOR_MUTANTS: "1" },
    include: ["tests/{core,backup,background}/**/*.test.ts", `tests/vault/{${VAULT}}.test.ts`],
    exclude: [
      // The real Argon2id of 64 MiB, and a search through tens of thousands of keys.
      "tests/core/sealed/{frozen-export,frozen-keyring}.test.ts",
      "tests/backup/beginning.test.ts",
      // These need a thread of their own: one replaces a module, the other loads `platform` with a browser of its
      // own, which `router.test.ts` would then get.
      "tests/background/keyring/{weaker-parameters,storage-bound}.test.ts",
    ],
    setupFiles: ["src/cli/node-bytes.ts", "tests/mutation/set-up.ts"],
    sequence: { sequencer: LongestLast },
    // Long: a test takes ten times as long while Stryker notes which mutants it reaches.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Stryker's runner needs threads, and sets the number of workers itself.
    pool: "threads",
    // A new thread for each file would take longer than its tests.
    isolate: false,
  },
});
