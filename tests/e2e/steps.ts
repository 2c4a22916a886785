/** The product's main steps in either browser, by the names that users meet. */
import { fail, type Result } from "../../src/core/errors.ts";
import type { EntrySummary } from "../../src/protocol/page.ts";
import type { PageRequestType, Payload, Value } from "../../src/protocol/page-requests.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { button, field, link, type Target, text } from "../drivers/target.ts";
import { waitFor } from "../support/wait.ts";
import { type AppState, PASSPHRASE, practicePage, SITE } from "./practice.ts";
import { expect } from "./story.ts";

export { button, field, link, type Target, text } from "../drivers/target.ts";

export const APP = "ui/pages/app/app.html";
export const POPUP = "ui/pages/popup/popup.html";

export const STATUS: Target = { role: "status" };
export const ALERT: Target = { role: "alert" };
/** The list of keys. */
export const KEYS: Target = { role: "list", name: "Keys" };
/** The 16 groups, in order; none while hidden. */
export const GROUPS = '[aria-label="64-digit key"] .group';
export const FILL = button("Fill in this page");

/** The list of keys in the tab. */
export async function toKeys(app: Page): Promise<void> {
  await app.click(link("Keys"));
  await app.expectShown(button("Add my WhatsApp key"));
}

/** One key in the tab, by way of the list. */
export async function toKey(app: Page, label: string): Promise<void> {
  await app.bringToFront();
  await toKeys(app);
  await app.click(link(label));
  await app.expectShown({ role: "heading", name: label });
}

/** The 64 digits on the screen. */
export async function shownKey(page: Page): Promise<string> {
  await page.expectCount(GROUPS, 16);
  return (await page.texts(GROUPS)).join("");
}

/** The tab that the installation opened. */
export function firstRunTab(browser: Driver): Promise<Page> {
  return browser.waitForPage(browser.extUrl(APP));
}

/** A keyring, by way of the first run. The tab shows the keys afterwards. */
export async function createKeyring(browser: Driver, passphrase = PASSPHRASE): Promise<Page> {
  const app = await firstRunTab(browser);
  await app.fill(field("Passphrase"), passphrase);
  await app.fill(field("Repeat passphrase"), passphrase);
  await app.click(button("Set up Sixtyfour"));
  await app.expectShown(button("Lock"));
  return app;
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.fill(field("Passphrase"), passphrase);
  await page.click(button("Unlock"));
  await page.expectShown(button("Lock"));
}

/** Generates in this page of ours; the key's view is open afterwards. */
export async function generate(page: Page): Promise<string> {
  await page.click(button("Generate a key"));
  return shownKey(page);
}

/** A page of the practice set in a tab in front, or in a window of its own, with our script in it. */
export async function openPractice(
  browser: Driver,
  name: string,
  query = "",
  type: "tab" | "window" = "tab",
): Promise<Page> {
  await browser.serve(SITE, { "/": practicePage(name) });
  const tab = await browser.newPage(`${SITE}/${query}`, type);
  await tab.bringToFront();
  return tab;
}

/** The popup over this tab. */
export async function popupOver(browser: Driver, tab: Page): Promise<Page> {
  await tab.bringToFront();
  return browser.openPopup();
}

/** The popup in a window of its own, by its button. */
export async function popOut(browser: Driver): Promise<Page> {
  const popup = await browser.openPopup();
  await popup.click(button("Pop out"));
  const out = await browser.waitForPage(`${browser.extUrl(POPUP)}?window`);
  // The panel closes when another window takes the focus, but not in a headless Firefox.
  await popup.close();
  await out.useRealFocus();
  return out;
}

/** A practice page in front and the real popup over it, while `act` runs. */
export async function withPopup<T>(
  browser: Driver,
  [name, query = ""]: readonly [name: string, query?: string],
  act: (popup: Page, tab: Page) => Promise<T>,
): Promise<T> {
  const tab = await openPractice(browser, name, query);
  const popup = await popupOver(browser, tab);
  const result = await act(popup, tab);
  await popup.close();
  await tab.close();
  return result;
}

/** Picks one of several keys by its label. */
export function pickKey(page: Page, label: string): Promise<void> {
  return page.check({ css: "input[type=radio]", within: { css: "label", holding: label } });
}

/** Until *Fill in this page* answers to a press. */
export function waitForFill(page: Page): Promise<void> {
  return page.expectAttribute(FILL, "aria-disabled", "false");
}

export async function pressFill(page: Page): Promise<void> {
  await waitForFill(page);
  await page.click(FILL);
}

/** Asked for a fill by the shortcut, the popup over this tab says why it offers none. */
export async function expectNoOffer(browser: Driver, tab: Page, sentence: string): Promise<void> {
  await tab.bringToFront();
  await browser.pressShortcut("fill");
  const popup = await browser.waitForPopup();
  await popup.expectShown(text(sentence));
  expect(await popup.count(FILL)).toBe(0);
  await popup.close();
}

type Reply = { ok: true; value: unknown } | { ok: false; error: { code: string } };

/** Sends any message from a page of ours, past its own interface; the raw reply. */
export function sendRaw(
  page: Page,
  type: string,
  payload: unknown = {},
  protocol = "sixtyfour/page",
): Promise<Reply | null> {
  return page.evaluate((message) => chrome.runtime.sendMessage<unknown, Reply | null>(message), {
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

/** The background, as this page asks it. */
export const askOf =
  (page: Page) =>
  async <T extends PageRequestType>(type: T, payload: Payload<T>): Promise<Result<Value<T>>> =>
    ((await sendRaw(page, type, payload)) ?? fail("internal")) as Result<Value<T>>;

/** For stories whose subject is not *Add*. */
export function addKey(page: Page, hex: string, label = "", phoneEnding = ""): Promise<EntrySummary> {
  return ask(page, "entry.add", { hex, label, phoneEnding, replaces: null });
}

/** What the practice page would send, and what happened to it. */
export function appState(tab: Page): Promise<AppState> {
  return tab.evaluate(() => (window as unknown as { appState: AppState }).appState);
}

/** All text that stands in fields and editable parts of the page, frames included. */
export async function typedText(tab: Page): Promise<string> {
  const texts = await tab.evaluateInFrames(() =>
    [...document.querySelectorAll<HTMLInputElement>("input, textarea, [contenteditable]")]
      .map((element) => element.value ?? element.textContent)
      .join(""),
  );
  return texts.join("");
}

/** What the page's frames hold, without the page itself: of a practice form its button, its fields. */
export const inFrames = async (tab: Page) =>
  (
    await tab.evaluateInFrames(() => ({
      isFrame: parent !== window,
      isReady: [...document.querySelectorAll("button")].some((it) => it.textContent === "Restore"),
      inputs: document.querySelectorAll("input").length,
      marked: document.querySelectorAll("[autocomplete]").length,
    }))
  ).filter(({ isFrame }) => isFrame);

export const waitForFrame = (tab: Page) =>
  waitFor("a form in a frame", async () => (await inFrames(tab)).some(({ isReady }) => isReady));
