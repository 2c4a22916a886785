/** The built extension in a real Firefox, and its main steps by the accessible names that users meet. */
import { resolve } from "node:path";
import { expect } from "@playwright/test";
import type { PageRequestType, Payload, Value } from "../../../src/protocol/page.ts";
import { Firefox, type FirefoxOptions } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import type { Target } from "../../drivers/target.ts";
import { waitFor } from "../../support/wait.ts";
import { type AppState, PASSPHRASE, practicePage, ROOT, SITE } from "../practice.ts";

export { expect, test } from "@playwright/test";
export { NO_FORM_MARK, NOT_FILLED, PASSPHRASE, practicePage, ROOT, SITE } from "../practice.ts";

export const EXTENSION = resolve(ROOT, "dist/firefox");
export const APP = "ui/app/app.html";
export const POPUP = "ui/popup/popup.html";

export function launch(options: Partial<FirefoxOptions> = {}): Promise<Firefox> {
  return Firefox.launch({ addOn: EXTENSION, ...options });
}

export const button = (name: string): Target => ({ role: "button", name });
export const field = (label: string): Target => ({ label });
export const link = (name: string): Target => ({ role: "link", name });
export const STATUS: Target = { role: "status" };
export const ALERT: Target = { role: "alert" };
/** The list of keys. */
export const KEYS: Target = { role: "list", name: "Keys" };
/** The 16 groups, in order; none while hidden. */
export const GROUPS = '[aria-label="64-digit key"] .group';

/** Waits until the element's text is, or holds, what is expected. */
export async function expectText(
  page: FirefoxPage,
  target: Target,
  expected: string | RegExp,
  timeout = 15_000,
): Promise<void> {
  const text = expect.poll(() => page.text(target), { timeout, intervals: [50] });
  await (typeof expected === "string" ? text.toContain(expected) : text.toMatch(expected));
}

/** Anywhere on the page. */
export const expectShown = (page: FirefoxPage, expected: string | RegExp) =>
  expectText(page, "body", expected);

/** The 64 digits on the screen. */
export async function shownKey(page: FirefoxPage): Promise<string> {
  await waitFor("16 groups", async () => (await page.all(GROUPS)).length === 16);
  return page.evaluate<string>(
    `[...document.querySelectorAll(${JSON.stringify(GROUPS)})].map((group) => group.textContent).join("")`,
  );
}

/** The tab that the installation opened. */
export function firstRunTab(firefox: Firefox): Promise<FirefoxPage> {
  return firefox.waitForPage(firefox.extUrl(APP));
}

/** A keyring, by way of the first run. The tab shows the keys afterwards. */
export async function createKeyring(firefox: Firefox, passphrase = PASSPHRASE): Promise<FirefoxPage> {
  const app = await firstRunTab(firefox);
  await app.fill(field("Passphrase"), passphrase);
  await app.fill(field("Repeat passphrase"), passphrase);
  await app.click(button("Create keyring"));
  await app.find(button("Lock"), 30_000);
  return app;
}

export async function unlock(page: FirefoxPage, passphrase = PASSPHRASE): Promise<void> {
  await page.fill(field("Passphrase"), passphrase);
  await page.click(button("Unlock"));
  await page.find(button("Lock"), 30_000);
}

/** Generates in this page of ours; the key's view is open afterwards. */
export async function generate(page: FirefoxPage): Promise<string> {
  await page.click(button("Generate a key"));
  return shownKey(page);
}

/** A page of the practice set in a tab in front, or in a window of its own, with our script in it. */
export async function openPractice(
  firefox: Firefox,
  name: string,
  query = "",
  type: "tab" | "window" = "tab",
): Promise<FirefoxPage> {
  await firefox.serve(SITE, { "/": practicePage(name) });
  const tab = await firefox.newPage(`${SITE}/${query}`, type);
  await tab.bringToFront();
  return tab;
}

/** The real popup over the tab in front. */
export async function popupOver(firefox: Firefox, tab: FirefoxPage): Promise<FirefoxPage> {
  await tab.bringToFront();
  return firefox.openPopup();
}

/** The popup in a window of its own, by its button. */
export async function popOut(firefox: Firefox): Promise<FirefoxPage> {
  const popup = await firefox.openPopup();
  await popup.click(button("Pop out"));
  const out = await firefox.waitForPage(`${firefox.extUrl(POPUP)}?window`);
  await out.waitFor('document.readyState === "complete"');
  // A panel closes when another window takes the focus, but not in a headless Firefox.
  await firefox.window.closePopup();
  return out;
}

/** A practice page in front and the real popup over it, while `act` runs. */
export async function withPopup<T>(
  firefox: Firefox,
  [name, query = ""]: readonly [name: string, query?: string],
  act: (popup: FirefoxPage, tab: FirefoxPage) => Promise<T>,
): Promise<T> {
  const tab = await openPractice(firefox, name, query);
  const popup = await popupOver(firefox, tab);
  const result = await act(popup, tab);
  await firefox.window.closePopup();
  await tab.close();
  return result;
}

export const FILL = button("Fill on this page");

/** Picks one of several keys by its label. */
export async function pickKey(page: FirefoxPage, label: string): Promise<void> {
  const radios = `[...document.querySelectorAll("input[type=radio]")]`;
  const at = await page.evaluate<number>(
    `${radios}.findIndex((radio) => radio.labels[0].innerText.startsWith(${JSON.stringify(label)}))`,
  );
  await page.click(`:nth-child(${at + 1} of label:has(input[type=radio])) input`);
}

/** Waits until *Fill on this page* answers to a press. */
export async function waitForFill(page: FirefoxPage): Promise<void> {
  await waitFor("the button's wait over", () =>
    page.on(FILL, '(it) => it.getAttribute("aria-disabled") === "false"'),
  );
}

export async function pressFill(page: FirefoxPage): Promise<void> {
  await waitForFill(page);
  await page.click(FILL);
}

type Reply = { ok: true; value: unknown } | { ok: false; error: { code: string } };

/** Sends any message from a page of ours, past its own interface; the raw reply. */
export function sendRaw(
  page: FirefoxPage,
  type: string,
  payload: unknown = {},
  protocol = "sixtyfour/page",
): Promise<Reply | null> {
  const message = { protocol, version: 1, type, payload };
  return page.evaluate<Reply | null>(`browser.runtime.sendMessage(${JSON.stringify(message)})`);
}

/** Like {@link sendRaw}, for what must succeed. */
export async function ask<T extends PageRequestType>(
  page: FirefoxPage,
  type: T,
  payload: Payload<T>,
): Promise<Value<T>> {
  const reply = await sendRaw(page, type, payload);
  if (!reply?.ok) throw new Error(`${type}: ${JSON.stringify(reply)}`);
  return reply.value as Value<T>;
}

/** Adds a key past the interface, for tests whose subject is not *Add*. @returns the entry's id. */
export async function addKey(page: FirefoxPage, hex: string, label = "", phoneEnding = ""): Promise<string> {
  return (await ask(page, "entry.add", { hex, label, phoneEnding, replaces: null })).id;
}

/** What the practice page would send, and what happened to it. */
export function appState(tab: FirefoxPage): Promise<AppState> {
  return tab.evaluate<AppState>("window.appState");
}

/** All text that stands in fields and editable parts of the page, frames of its origin included. */
export function typedText(tab: FirefoxPage): Promise<string> {
  return tab.evaluate<string>(`[document, ...[...document.querySelectorAll("iframe")].map((it) => it.contentDocument)]
    .flatMap((each) => [...(each?.querySelectorAll("input, textarea, [contenteditable]") ?? [])])
    .map((it) => it.value ?? it.textContent).join("")`);
}
