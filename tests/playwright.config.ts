import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
// Each worker reads this file first: what Node 20 lacks is then there for the sources.
import "../src/cli/node-bytes.ts";

/** What waits for its minute, in both browsers: `npm test` runs it beside the others. */
const WAITS = "e2e/*/{clipboard,lock}.spec.ts";

/** Each test brings its own browser: Debian's, never a downloaded one. */
export default defineConfig({
  testDir: ".",
  outputDir: resolve(import.meta.dirname, "../test-results"),
  timeout: 120_000,
  // Argon2 takes half a second alone, and several where browsers share two cores.
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false, // within a file: one browser is shared, a launch of Firefox costs 7 s
  forbidOnly: true,
  retries: 0,
  reporter: [["list"]],
  projects: [
    { name: "pages", testMatch: ["content/**/*.spec.ts", "reader/**/*.spec.ts", "ui/**/*.spec.ts"] },
    { name: "drivers", testMatch: "drivers/**/*.selftest.ts" },
    { name: "waits", testMatch: WAITS },
    { name: "chromium", testMatch: "e2e/chromium/**/*.spec.ts", testIgnore: WAITS },
    { name: "firefox", testMatch: "e2e/firefox/**/*.spec.ts", testIgnore: WAITS },
  ],
});
