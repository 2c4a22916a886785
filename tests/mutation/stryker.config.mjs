/**
 * Stryker makes every small change that it knows, one at a time, and runs the tests that reach it. The share
 * of changes that some test notices must not fall below `thresholds.break`.
 *
 * `core`, `backup` and `background` take about an hour and a half on two cores, half of it `backup`, whose
 * tests work on files of megabytes; `vault`, whose tests start a server each, some twenty minutes more.
 *
 * Run by `scripts/mutation.mjs`. Alone, and only where something has changed since: `npx stryker run
 * tests/mutation/stryker.config.mjs --incremental`, with `-m src/core/keyring/lock-state.ts` for one file.
 */

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
const config = {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  // All tests of vitest.config.ts: looking for those related to a file takes longer than running them.
  vitest: { configFile: "tests/mutation/vitest.config.ts", related: false },
  mutate: [
    "src/background/**/*.ts",
    // Registers the browser's listeners: no unit test loads it, the stories of tests/e2e do.
    "!src/background/main.ts",
    "src/core/**/*.ts",
    // Lists of words, and types of them: nothing in them decides.
    "!src/core/{bug-messages,errors}.ts",
    "src/backup/**/*.ts",
    // The search for a mistyped key: many changes to it make a loop without an end, which takes up to a
    // minute each.
    "!src/backup/{candidates,repair}.ts",
    // Of the vault, what answers a request. Not its program, its operator's commands and its start: most of
    // their tests run the built server or need Postgres.
    "src/vault/accounts/**/*.ts",
    "src/vault/http/{asker,origin,problems}.ts",
    "src/vault/store/database.ts",
    "src/vault/{endpoint-answer,tickets}.ts",
    // Nor what runs while a suite's vault starts (the server and its routes, SQLite, keys and log): Stryker
    // counts only what a test itself reaches, and takes a suite that cannot begin for one in which nothing
    // fails.
  ],
  coverageAnalysis: "perTest",
  // What is computed once, when a module loads, would need a new process for each mutant. The vault's SQL is:
  // the gates of vault-gates.ts hold what it must not lose.
  ignoreStatic: true,
  // `""` and `{}` where the compiler wants one of a list of words, or an object with its fields: nobody could
  // commit them.
  mutator: { excludedMutations: ["StringLiteral", "ObjectLiteral"] },
  concurrency: 1,
  // Beside twice its tests' own time, which is taken while Stryker notes what they reach: some three times
  // the usual one. A mutant that only a busy machine made late would count as noticed.
  timeoutMS: 5000,
  timeoutFactor: 2,
  // What is copied for a run is what its tests read. The root's tsconfig.json is not: Stryker reads it by
  // functions that TypeScript 7 no longer has.
  ignorePatterns: [
    "**",
    "!src/**",
    "!tests/tsconfig.json",
    // Which the tests' one refers to: without it no test file loads, and Stryker finds no test.
    "!scripts/tsconfig.json",
    "!tests/{core,backup,background,vault,mutation,support,vectors}/**",
    "!package.json",
    "**/node_modules/**",
  ],
  tempDirName: "dist/stryker",
  incrementalFile: "dist/stryker-incremental.json",
  reporters: ["clear-text", "json"],
  jsonReporter: { fileName: "dist/mutation.json" },
  allowConsoleColors: false,
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 88 },
};
export default config;
