import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { configDefaults, defineConfig } from "vitest/config";

/** Reads what `npm run build` wrote, and builds anew. */
const BUILT = ["tests/bundle.test.ts", "tests/zip.test.ts"];
/** Runs the built command line. */
const CLI = ["tests/cli.test.ts", "tests/cli-process.test.ts", "tests/cli-manifest.test.ts"];
/** Runs the built server, on SQLite and on Postgres. */
const VAULT = "tests/vault/**/*.test.ts";

function project(name: string, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, include, exclude: [...configDefaults.exclude, ...exclude] },
  };
}

// Kept apart from vite.config.ts: the extension plugin must not run here.
export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  plugins: [preact()],
  define: { __BROWSER__: JSON.stringify("chrome") },
  test: {
    environment: "node",
    setupFiles: ["src/cli/node-bytes.ts"],
    // Argon2id at its real 64 MiB costs 0.4 s and a core each time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      project("unit", ["tests/**/*.test.{ts,tsx}"], [...BUILT, ...CLI, VAULT]),
      project("built", BUILT),
      project("cli", CLI),
      project("vault", [VAULT]),
    ],
  },
});
