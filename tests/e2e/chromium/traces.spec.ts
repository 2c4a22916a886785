/** Until a fill, a page cannot tell by anything it can record whether our script is in it, and has looked at it. */
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { badgeText, setSiteAccess } from "../../drivers/chromium/chromium-controls.ts";
import { comparable, recordTraces, TRACED_PAGES, type Traces } from "../traces.ts";
import {
  addKey,
  button,
  createKeyring,
  expect,
  fillButton,
  launch,
  popupOver,
  practicePage,
  pressFill,
  SITE,
  test,
} from "./setup.ts";

const KEY = "5e0c7d19".repeat(8);
/** The same extension in both; in the second it has no access to the site, so that none of our script is there. */
let withUs: Chromium;
let without: Chromium;

async function start(): Promise<Chromium> {
  const browser = await launch();
  await addKey(await createKeyring(browser), KEY);
  return browser;
}

test.beforeAll(async () => {
  [withUs, without] = [await start(), await start()];
  await setSiteAccess(without, "ON_CLICK");
});
test.afterAll(async () => {
  await withUs?.close();
  await without?.close();
});

const tracesOf = (tab: Page) =>
  tab.evaluate(() => (window as unknown as { readTraces(): Traces }).readTraces());

async function openRecorded(browser: Chromium, name: string): Promise<Page> {
  await browser.serve(SITE, { "/": practicePage(name) });
  const tab = await browser.newPage();
  await tab.addInitScript(recordTraces);
  await tab.goto(`${SITE}/`);
  await tab.bringToFront();
  return tab;
}

/** Our script has come to a conclusion, with a popup above it that is closed again; elsewhere as much goes on. */
async function lookedAt(browser: Chromium, name: string): Promise<Traces> {
  const tab = await openRecorded(browser, name);
  const hasForm = browser === withUs && name !== "chat";
  if (hasForm) await expect.poll(() => badgeText(browser, SITE)).toBe("64");
  const popup = await popupOver(browser, tab);
  await expect(button(popup.page, "Lock")).toBeVisible();
  if (hasForm) await fillButton(popup.page);
  else await expect(button(popup.page, "Fill on this page")).toHaveCount(0);
  await popup.close();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
  const traces = await tracesOf(tab);
  await tab.close();
  return traces;
}

for (const name of TRACED_PAGES) {
  test(`looked at with the popup over it, ${name} records what it does without us`, async () => {
    const plain = await lookedAt(without, name);
    expect(plain.events).toContain("DOMContentLoaded #document");
    expect(comparable(await lookedAt(withUs, name))).toEqual(comparable(plain));
  });
}

test("control: the recording does tell of a fill, by events, the value's attribute and nothing more", async () => {
  const tab = await openRecorded(withUs, "plain");
  const popup = await popupOver(withUs, tab);
  await fillButton(popup.page);
  const before = await tracesOf(tab);
  await pressFill(popup.page);
  await expect(popup.page.getByRole("status")).toContainText("Filled.");
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
});
