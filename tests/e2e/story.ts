/**
 * A story: one thing that a user meets, told once for both browsers.
 *
 * ```ts
 * const BOTH = both("the popup is the browser's own");
 * let browser: Driver;
 * setUp(async () => {
 *   browser = await launch();
 * });
 *
 * story("one click in the popup makes a key", BOTH, async () => { … });
 * story("read by a screen reader", one("chromium", "…", "aria-snapshot"), async () => { … });
 * ```
 *
 * `npm test` runs a story where it says; `npm run test:all` (ALL=1) runs every story in every browser that
 * has the capabilities the story asks for. The stories of a file share a browser and run in order.
 */
import { type TestInfo, test } from "@playwright/test";
import type { BrowserName, Driver, LaunchOptions } from "../drivers/driver.ts";
import { launchBrowser } from "../drivers/launch.ts";
import type { Runs } from "./runs.ts";

export { expect } from "@playwright/test";
export { both, long, one } from "./runs.ts";

/** Playwright's own `test`, so that a story is found by its line; where it runs must be said. */
export const story: (
  title: string,
  where: Runs,
  body: (fixtures: object, info: TestInfo) => Promise<void>,
) => void = test;

const launched: Driver[] = [];

export const browserName = (): BrowserName => test.info().project.name as BrowserName;

/** The browser of this run, closed after the file's last story at the latest. */
export async function launch(options: Partial<LaunchOptions> = {}): Promise<Driver> {
  const driver = await launchBrowser(browserName(), options);
  launched.push(driver);
  return driver;
}

/** Before the file's first story, and once more after a story that failed. */
export function setUp(prepare: () => Promise<void> = async () => undefined): void {
  test.beforeAll(prepare);
  test.afterAll(async () => {
    await Promise.all(launched.splice(0).map((driver) => driver.close()));
  });
}
