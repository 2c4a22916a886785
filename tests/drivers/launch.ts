/** Starts either browser with our extension in it. */
import { resolve } from "node:path";
import { ChromiumDriver } from "./chromium/chromium-driver.ts";
import type { BrowserName, Driver, LaunchOptions } from "./driver.ts";
import { FirefoxDriver } from "./firefox/firefox-driver.ts";

const DIST = resolve(import.meta.dirname, "../../dist");

/** Ours but for a cheap key derivation (`node scripts/build.mjs --test`): what stories run on. */
export const TEST_BUILDS: Record<BrowserName, string> = {
  chromium: resolve(DIST, "test-chrome"),
  firefox: resolve(DIST, "test-firefox"),
};

/** As shipped, for the story of the key derivation itself. */
export const SHIPPED_BUILDS: Record<BrowserName, string> = {
  chromium: resolve(DIST, "chrome"),
  firefox: resolve(DIST, "firefox"),
};

export function launchBrowser(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Driver> {
  const driver = name === "chromium" ? ChromiumDriver : FirefoxDriver;
  return driver.launch({ extension: TEST_BUILDS[name], ...options });
}
