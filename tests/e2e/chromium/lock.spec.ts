/** When the keyring locks: by hand, in time, with the system, with the last window, with the browser. */
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { dispatchIdle } from "../../drivers/chromium/chromium-controls.ts";
import { holds } from "../../support/wait.ts";
import {
  APP,
  addKey,
  button,
  createKeyring,
  expect,
  groups,
  launch,
  POPUP,
  sendRaw,
  shownKey,
  test,
  unlock,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Old phone");
});
test.afterAll(() => browser.close());

/** Read by the page itself, so that the worker stays asleep. */
const holdsKeyringKey = (page: Page) =>
  page.evaluate(async () => "unlocked" in (await chrome.storage.session.get("unlocked")));

/** Nothing of the keyring is left: on the screen, in memory, behind the messages. */
async function expectLocked(page: Page, timeout = 15_000): Promise<void> {
  await expect(button(page, "Unlock")).toBeVisible({ timeout });
  await expect(groups(page)).toHaveCount(0);
  await expect(page.getByText("Old phone")).toHaveCount(0);
  expect(await holdsKeyringKey(page)).toBe(false);
  for (const type of ["entry.list", "entry.generate"]) {
    const payload = type === "entry.list" ? {} : { label: "", phoneEnding: "" };
    expect(await sendRaw(page, type, payload)).toEqual({ ok: false, error: { code: "locked" } });
  }
}

async function showKey(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole("list", { name: "Keys" }).getByText("Old phone").click();
  await button(page, "Reveal").click();
  expect(await shownKey(page)).toBe(KEY);
}

test("by hand, in one page for all; the shown digits go", async () => {
  await showKey(app);
  expect(await holdsKeyringKey(app)).toBe(true);
  const popup = await browser.openPopup();
  await button(popup.page, "Lock").click();
  await expectLocked(popup.page);
  await popup.close();
  await expectLocked(app);
  await unlock(app);
});

test("when the system locks, and not when it is only idle", async () => {
  await dispatchIdle(browser, "idle");
  await holds("unlocked while idle", 1_000, () => holdsKeyringKey(app));
  await dispatchIdle(browser, "locked");
  await expectLocked(app);
  await unlock(app);
});

test("after the minutes that were set, although the worker has died in between; looking is no use", async () => {
  await app.getByRole("link", { name: "Settings" }).click();
  await app.getByLabel("Minutes without use").fill("1");
  await button(app, "Save settings").click();
  await expect(app.getByRole("status")).toContainText("Settings saved");
  const savedAtMs = Date.now();
  await browser.stopWorker();
  await holds("unlocked within the minute", 50_000, () => holdsKeyringKey(app), 1_000);
  await sendRaw(app, "keyring.state", {});
  await browser.stopWorker();
  await expectLocked(app, 40_000);
  expect(Date.now() - savedAtMs).toBeGreaterThan(59_000);
  await unlock(app);
});

test("when the last normal window closes, although the popped-out one stays", async () => {
  const popup = await browser.openPopup();
  await button(popup.page, "Pop out").click();
  const out = await browser.waitForPage(`${browser.extUrl(POPUP)}?window`);
  await expect(button(out, "Lock")).toBeVisible();
  const [first, ...others] = browser.context.pages().filter((page) => page !== out);
  for (const page of others) await page.close();
  expect(await holdsKeyringKey(out)).toBe(true);
  await first?.close();
  await expectLocked(out);
  await unlock(out);
});

test("when the browser closes, even if that is the only time it should", async () => {
  app = await browser.newPage(browser.extUrl(APP));
  await app.getByRole("link", { name: "Settings" }).click();
  await app.getByLabel("Stay unlocked until the browser closes").check();
  await button(app, "Save settings").click();
  await expect(app.getByRole("status")).toContainText("Settings saved");
  await browser.stopWorker();
  await app.reload();
  await expect(button(app, "Lock")).toBeVisible();
  await browser.quit();
  await browser.relaunch();
  app = await browser.newPage(browser.extUrl(APP));
  await expectLocked(app);
  await unlock(app);
  await showKey(app);
});
