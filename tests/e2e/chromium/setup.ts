/** The built extension in a real Chromium, and its main steps by the accessible names that users meet. */
import { resolve } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { EntrySummary, PageRequestType, Payload, Value } from "../../../src/protocol/page.ts";
import { Chromium, type ChromiumOptions, type Popup } from "../../drivers/chromium/chromium.ts";
import { type AppState, PASSPHRASE, practicePage, ROOT, SITE } from "../practice.ts";

export { expect, test } from "@playwright/test";
export { NO_FORM_MARK, NOT_FILLED, PASSPHRASE, practicePage, ROOT, SITE } from "../practice.ts";

export const EXTENSION = resolve(ROOT, "dist/chrome");
export const APP = "ui/app/app.html";
export const POPUP = "ui/popup/popup.html";

export function launch(options: Partial<ChromiumOptions> = {}): Promise<Chromium> {
  return Chromium.launch({ extensions: [EXTENSION], ...options });
}

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const textBox = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
/** The 16 groups, in order; empty while hidden. */
export const groups = (page: Page) => page.getByRole("region", { name: "64-digit key" }).locator(".group");

/** The 64 digits on the screen. */
export async function shownKey(page: Page): Promise<string> {
  await expect(groups(page)).toHaveCount(16);
  return (await groups(page).allTextContents()).join("");
}

/** The tab that the installation opened. */
export function firstRunTab(browser: Chromium): Promise<Page> {
  return browser.waitForPage(browser.extUrl(APP));
}

/** A keyring, by way of the first run. The tab shows the keys afterwards. */
export async function createKeyring(browser: Chromium, passphrase = PASSPHRASE): Promise<Page> {
  const app = await firstRunTab(browser);
  await textBox(app, "Passphrase").fill(passphrase);
  await textBox(app, "Repeat passphrase").fill(passphrase);
  await button(app, "Create keyring").click();
  await expect(button(app, "Lock")).toBeVisible();
  return app;
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await textBox(page, "Passphrase").fill(passphrase);
  await button(page, "Unlock").click();
  await expect(button(page, "Lock")).toBeVisible();
}

/** Generates in this page of ours; the key's view is open afterwards. */
export async function generate(page: Page): Promise<string> {
  await button(page, "Generate a key").click();
  return shownKey(page);
}

/** A page of the practice set in a tab in front, with our script in it. */
export async function openPractice(browser: Chromium, name: string, query = ""): Promise<Page> {
  await browser.serve(SITE, { "/": practicePage(name) });
  const tab = await browser.newPage(`${SITE}/${query}`);
  await tab.bringToFront();
  return tab;
}

/** The popup over the tab in front. */
export async function popupOver(browser: Chromium, tab: Page): Promise<Popup> {
  await tab.bringToFront();
  return browser.openPopup();
}

/** A practice page in front and the real popup over it, while `act` runs. */
export async function withPopup<T>(
  browser: Chromium,
  [name, query = ""]: readonly [name: string, query?: string],
  act: (popup: Page, tab: Page) => Promise<T>,
): Promise<T> {
  const tab = await openPractice(browser, name, query);
  const popup = await popupOver(browser, tab);
  const result = await act(popup.page, tab);
  await popup.close();
  await tab.close();
  return result;
}

/** *Fill on this page* in the popup, once it answers to a press. */
export async function fillButton(page: Page): Promise<Locator> {
  const fill = button(page, "Fill on this page");
  await expect(fill).toHaveAttribute("aria-disabled", "false");
  return fill;
}

export async function pressFill(page: Page): Promise<void> {
  await (await fillButton(page)).click();
}

/** Sends any message from a page of ours, past its own interface; the raw reply. */
export function sendRaw(
  page: Page,
  type: string,
  payload: unknown,
  protocol = "sixtyfour/page",
): Promise<unknown> {
  return page.evaluate((message) => chrome.runtime.sendMessage(message), {
    protocol,
    version: 1,
    type,
    payload,
  });
}

/** A request that must succeed, past the interface. */
export async function ask<T extends PageRequestType>(
  page: Page,
  type: T,
  payload: Payload<T>,
): Promise<Value<T>> {
  const reply = await sendRaw(page, type, payload);
  expect(reply, type).toMatchObject({ ok: true });
  return (reply as { value: Value<T> }).value;
}

/** For tests whose subject is not *Add*. */
export function addKey(page: Page, hex: string, label = "", phoneEnding = ""): Promise<EntrySummary> {
  return ask(page, "entry.add", { hex, label, phoneEnding, replaces: null });
}

/** What the practice page would send, and what happened to it. */
export function appState(tab: Page): Promise<AppState> {
  return tab.evaluate(() => (window as unknown as { appState: AppState }).appState);
}

/** All text that stands in fields and editable parts of the page, frames included. */
export async function typedText(tab: Page): Promise<string> {
  const read = () =>
    [...document.querySelectorAll<HTMLInputElement>("input, textarea, [contenteditable]")]
      .map((element) => element.value ?? element.textContent)
      .join("");
  return (await Promise.all(tab.frames().map((frame) => frame.evaluate(read)))).join("");
}
