/**
 * Until a fill, a page cannot tell by anything it can record whether our script is in it, and has looked at
 * it.
 */
import { rmSync } from "node:fs";
import { test } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { writeScratchExtension } from "../drivers/scratch-extension.ts";
import type { Runs } from "./runs.ts";
import {
  addKey,
  button,
  createKeyring,
  FILL,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  waitForFill,
} from "./steps.ts";
import { browserName, expect, launch, long, one, setUp, story } from "./story.ts";
import { comparable, recordTraces, TRACED_PAGES, type Traces } from "./traces.ts";

const KEY = "5e0c7d19".repeat(8);
const HERE = one(
  "chromium",
  "two browsers to compare; of both, hostile.spec.ts shows the page itself unchanged",
);
let withUs: Driver;
/**
 * Another extension that has a popup and no script in pages. Ours without access is none: its button lends
 * access.
 */
let without: Driver;
let other: string;

setUp(async () => {
  withUs = await launch();
  await addKey(await createKeyring(withUs), KEY);
  other = writeScratchExtension(browserName() === "chromium" ? "chrome" : "firefox", { listensToAll: true });
  without = await launch({ extension: other });
  for (const browser of [withUs, without]) await browser.addPreloadScript(recordTraces);
});
test.afterAll(() => rmSync(other, { recursive: true, force: true }));

const tracesOf = (tab: Page) =>
  tab.evaluate(() => (window as unknown as { readTraces(): Traces }).readTraces());

/**
 * Our script has come to a conclusion, with a popup above it that is closed again; elsewhere as much goes on.
 */
async function lookedAt(browser: Driver, name: string): Promise<Traces> {
  const tab = await openPractice(browser, name);
  const isOurs = browser === withUs;
  const hasForm = isOurs && name !== "chat";
  if (hasForm) await expect.poll(() => browser.badgeText(tab)).toBe("64");
  const popup = await popupOver(browser, tab);
  await popup.expectShown(button(isOurs ? "Lock" : "Save key"));
  if (hasForm) await waitForFill(popup);
  else expect(await popup.count(FILL)).toBe(0);
  await popup.close();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
  const traces = await tracesOf(tab);
  await tab.close();
  return traces;
}

const PAGES: Record<string, Runs> = { boxes16: HERE };

for (const name of TRACED_PAGES) {
  const where = PAGES[name] ?? long("a variant: another page for the one with boxes");
  story(`looked at with the popup over it, ${name} records what it does without us`, where, async () => {
    const plain = await lookedAt(without, name);
    expect(plain.events).toContain("DOMContentLoaded #document");
    expect(comparable(await lookedAt(withUs, name))).toEqual(comparable(plain));
  });
}

story(
  "control: the recording does tell of a fill, by events, the value's attribute and nothing more",
  HERE,
  async () => {
    const tab = await openPractice(withUs, "plain");
    const popup = await popupOver(withUs, tab);
    await waitForFill(popup);
    const before = await tracesOf(tab);
    await pressFill(popup);
    await popup.expectText(STATUS, "Filled in.");
    const after = await tracesOf(tab);
    const isNew = (change: string) => !before.changes.includes(change);
    expect(after.changes.filter(isNew).sort()).toEqual([
      "attributes BUTTON disabled   ",
      "attributes INPUT autocomplete off  ",
    ]);
    expect(after.events.slice(before.events.length)).toContain("input INPUT");
    expect(JSON.stringify(after)).not.toContain(KEY.slice(0, 16));
    await popup.close();
    await tab.close();
  },
);
