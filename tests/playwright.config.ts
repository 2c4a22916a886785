import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
// Each worker reads this file first: what Node 20 lacks is then there for the sources.
import "../src/cli/node-bytes.ts";
import { storiesIn } from "./e2e/runs.ts";
import { PATIENCE_MS } from "./support/wait.ts";

/** `npm run test:all`: every story in each browser that can. */
const ALL = process.env["ALL"] === "1";

/** Each test brings its own browser: Debian's, never a downloaded one. */
export default defineConfig({
  testDir: ".",
  outputDir: resolve(import.meta.dirname, "../test-results"),
  timeout: 240_000,
  expect: { timeout: PATIENCE_MS },
  workers: 2,
  fullyParallel: false, // within a file: one browser is shared, a launch of Firefox costs 7 s
  forbidOnly: true,
  retries: 0,
  reporter: [["list"]],
  projects: [
    {
      name: "pages",
      testMatch: ["content/**/*.spec.ts", "reader/**/*.spec.ts", "ui/**/*.spec.ts"],
      // One file without an extension, of the platform alone: `npm test` opens it in Chromium.
      testIgnore: ALL ? [] : ["reader/firefox.spec.ts"],
    },
    // What the others stand on: they fail too where it fails.
    ...(ALL ? [{ name: "drivers", testMatch: "drivers/**/*.selftest.ts" }] : []),
    { name: "chromium", testMatch: "e2e/*.spec.ts", ...storiesIn("chromium", ALL) },
    { name: "firefox", testMatch: "e2e/*.spec.ts", ...storiesIn("firefox", ALL) },
  ],
});
