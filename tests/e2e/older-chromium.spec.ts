/**
 * Chromium 140 to 147 has no `browser`, so that the polyfill makes one of `chrome`. Today's can be started
 * without its own.
 */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  link,
  pressFill,
  STATUS,
  text,
  unlock,
  withPopup,
} from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = "5a17".repeat(16);
const WRAPPED = one("chromium", "Firefox has always had one");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch({ args: ["--disable-features=ExtensionBrowserNamespaceAndPolyfillSupport"] });
  app = await createKeyring(browser);
});

story("with the polyfill's own `browser`: locked, unlocked, filled, copied", WRAPPED, async () => {
  // Else this story would show nothing.
  expect(await browser.evaluateInWorker(() => "browser" in globalThis, undefined)).toBe(false);
  await app.click(button("Lock"));
  await unlock(app);
  await addKey(app, KEY, "Old phone");
  await withPopup(browser, ["single"], async (popup, tab) => {
    await pressFill(popup);
    await popup.expectShown(text(/Filled/));
    expect((await appState(tab)).key).toBe(KEY);
  });
  await app.bringToFront();
  await app.click(link("Old phone"));
  await app.click(button("Copy"));
  await app.expectText(STATUS, /Copied\. Cleared in \d+ s/);
  expect(await browser.readClipboard()).toBe(KEY);
  await app.click(link("Settings"));
  await app.expectShown(text(/Your browser's extension settings change them/));
});
