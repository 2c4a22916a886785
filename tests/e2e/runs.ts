/** Where a story runs, as a tag with its reason; `storiesIn` reads the tags for the browsers' projects. */
import type { TestDetails } from "@playwright/test";
import { type BrowserName, type Capability, lacks } from "../drivers/driver.ts";

export type Runs = TestDetails & { annotation: { type: string; description: string } };

/** In both: what it shows depends on the browser itself. */
export const both = (reason: string): Runs => runs("both", ["chromium", "firefox"], reason, []);

/** In one, by `npm test`: our own code that is alike in both, or what only this one can do. */
export function one(browser: BrowserName, reason: string, ...needs: Capability[]): Runs {
  const missing = needs.filter((need) => lacks(browser).includes(need));
  if (missing.length > 0) throw new Error(`${browser} cannot: ${missing}`);
  return runs("one", [browser], reason, needs);
}

/** By `npm run test:all` only: a variant of what `npm test` shows on another, or kills by the dozen. */
export const long = (reason: string, ...needs: Capability[]): Runs => runs("long", [], reason, needs);

function runs(type: string, browsers: BrowserName[], reason: string, needs: Capability[]): Runs {
  const tags = [...browsers, ...needs.map((need) => `needs-${need}`)];
  return { tag: tags.map((tag) => `@${tag}`), annotation: { type, description: reason } };
}

/** Which stories a browser's project takes, by these tags. */
export function storiesIn(browser: BrowserName, all: boolean): { grep: RegExp; grepInvert: RegExp } {
  return {
    grep: all ? /./ : new RegExp(`@${browser}(?= |$)`),
    grepInvert: new RegExp(`@needs-(${lacks(browser).join("|")})(?= |$)`),
  };
}
