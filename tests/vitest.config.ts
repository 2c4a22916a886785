import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { configDefaults, defineConfig, type UserWorkspaceConfig } from "vitest/config";
import { readerPlugin } from "../scripts/build-reader.mjs";
import { sqlitePlugin } from "../scripts/build-sqlite.mjs";

/** Reads what `npm run build` wrote, and builds it again: one file after the other. */
const BUILT = ["tests/bundle.test.ts", "tests/reader/built.test.ts", "tests/zip.test.ts"];
/** Runs the built command line. */
const CLI = [
  "tests/cli.test.ts",
  "tests/cli-inside.test.ts",
  "tests/cli-process.test.ts",
  "tests/cli-output.test.ts",
  "tests/cli-manifest.test.ts",
  "tests/cli-archive.test.ts",
];
/** Runs the built server, on SQLite and on Postgres. */
const VAULT = "tests/vault/**/*.test.ts";

function project(name: string, include: string[], more: UserWorkspaceConfig["test"] = {}) {
  return { extends: true as const, test: { name, include, ...more } };
}

// Kept apart from the extension's configuration: the extension plugin must not run here.
export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  plugins: [preact(), readerPlugin(), sqlitePlugin()],
  define: { __BROWSER__: JSON.stringify("chrome") },
  test: {
    environment: "node",
    setupFiles: ["src/cli/node-bytes.ts", "src/cli/node-inflate.ts"],
    // Long, as it costs only where something is wrong: a busy machine is slow, not broken.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("unit", ["tests/**/*.test.{ts,tsx}"], {
        exclude: [...configDefaults.exclude, ...BUILT, ...CLI, VAULT],
      }),
      project("built", BUILT, { fileParallelism: false }),
      project("cli", CLI),
      project("vault", [VAULT]),
    ],
  },
});
