/** The popped-out window acts on the tab in front of the normal window that had the focus last. */
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { dispatchCommand, setFocusEmulation } from "../../drivers/chromium/chromium-controls.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  fillButton,
  launch,
  POPUP,
  practicePage,
  pressFill,
  SITE,
  test,
} from "./setup.ts";

const KEY = "9d3e".repeat(16);
let browser: Chromium;
/** In the first window and, alone, in the second. */
let single: Page;
let boxes: Page;
let out: Page;

test.beforeAll(async () => {
  browser = await launch();
  const app = await createKeyring(browser);
  await addKey(app, KEY, "My phone");
  await browser.serve(SITE, { "/single": practicePage("single"), "/boxes16": practicePage("boxes16") });
  single = await browser.newPage(`${SITE}/single`);
  const popup = await browser.openPopup();
  await button(popup.page, "Pop out").click();
  out = await browser.waitForPage(`${browser.extUrl(POPUP)}?window`);
  await setFocusEmulation(out, false); // so that it learns when it comes to the front
  const worker = await browser.worker();
  await worker.evaluate((url) => chrome.windows.create({ url }), `${SITE}/boxes16`);
  boxes = await browser.waitForPage(`${SITE}/boxes16`);
});
test.afterAll(() => browser.close());

type WindowFacts = { id: number; type: string; focused: boolean };

/** What the browser says of the window that this page is in. */
async function windowOf(page: Page): Promise<WindowFacts> {
  const worker = await browser.worker();
  return worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url: `${url}*` });
    return chrome.windows.get(tab?.windowId ?? -1) as Promise<WindowFacts>;
  }, page.url());
}

/** As a click on it does. Headless windows keep the focus side by side unless it is taken from them. */
async function focusWindowOf(page: Page): Promise<void> {
  const { id } = await windowOf(page);
  const worker = await browser.worker();
  await worker.evaluate(async (windowId) => {
    const others = (await chrome.windows.getAll()).filter((window) => window.id !== windowId);
    for (const other of others) await chrome.windows.update(other.id ?? -1, { focused: false });
    await chrome.windows.update(windowId, { focused: true });
  }, id);
}

const popupWindows = () => browser.context.pages().filter((page) => page.url().includes(`${POPUP}?window`));

test("it is a window of its own, and has no Pop out itself", async () => {
  expect(await windowOf(out)).toMatchObject({ type: "popup" });
  await expect(button(out, "Lock")).toBeVisible();
  await expect(button(out, "Pop out")).toHaveCount(0);
});

test("two normal windows: it follows the one that had the focus last, and keeps it while in front", async () => {
  await focusWindowOf(boxes);
  await focusWindowOf(out);
  await fillButton(out);
  await expect(out.getByText("16 boxes of 4 digits")).toBeVisible();
  await focusWindowOf(single);
  await focusWindowOf(out);
  await expect(out.getByText("One text field")).toBeVisible();
  await pressFill(out);
  await expect(out.getByRole("status")).toContainText("Filled.");
  expect((await appState(single)).key).toBe(KEY);
  expect((await appState(boxes)).key).toBe("");
});

test("the worker's death does not change which window it acts on", async () => {
  await focusWindowOf(boxes);
  await focusWindowOf(out);
  await expect(out.getByText("16 boxes of 4 digits")).toBeVisible();
  await browser.stopWorker();
  await pressFill(out);
  await expect(out.getByRole("status")).toContainText("Filled.");
  expect((await appState(boxes)).key).toBe(KEY);
});

test("where the browser refuses to open the popup, the shortcut brings this window to the front", async () => {
  await focusWindowOf(single);
  await single.reload();
  const worker = await browser.worker();
  await worker.evaluate(() => {
    chrome.action.openPopup = () => Promise.reject(new Error("refused"));
  });
  await dispatchCommand(browser, "fill");
  await expect.poll(async () => (await windowOf(out)).focused).toBe(true);
  expect(popupWindows()).toHaveLength(1);
  await expect(button(out, "Fill on this page")).toBeVisible();
  await expect(out.getByText("One text field")).toBeVisible();
  expect((await appState(single)).key).toBe("");
});

test("without the popped-out window, it opens where the popup is refused", async () => {
  await out.close();
  await focusWindowOf(single);
  await dispatchCommand(browser, "fill");
  const again = await browser.waitForPage(`${browser.extUrl(POPUP)}?window`);
  await pressFill(again);
  await expect.poll(async () => (await appState(single)).key).toBe(KEY);
});
