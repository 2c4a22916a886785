import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

// Kept apart from vite.config.ts: the extension plugin must not run here.
export default defineConfig({
  root: resolve(import.meta.dirname, ".."),
  plugins: [preact()],
  define: { __BROWSER__: JSON.stringify("chrome") },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    setupFiles: ["src/cli/node-bytes.ts"],
    // Argon2id at its real 64 MiB costs 0.4 s and a core each time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
