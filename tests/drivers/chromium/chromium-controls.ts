/**
 * What a user does outside of pages in Chromium: site access, shortcuts, menus, the screen lock, the
 * clipboard.
 */
import type { Page } from "@playwright/test";
import type { Chromium } from "./chromium.ts";

/** An origin of our own for the clipboard, so that the pages under test keep their permissions. */
const CLIPBOARD_ORIGIN = "https://clipboard.invalid";

type DeveloperPrivate = {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    reload(extensionId: string): Promise<unknown>;
  };
};
type Dispatching = { dispatch(...values: unknown[]): void };

/**
 * "ON_CLICK" withdraws the access to sites, as the user does in the toolbar's menu; "ON_ALL_SITES" gives it
 * back.
 */
export async function setSiteAccess(browser: Chromium, access: "ON_CLICK" | "ON_ALL_SITES"): Promise<void> {
  const page = await browser.newPage("chrome://extensions/");
  await page.evaluate(
    ({ extensionId, hostAccess }) =>
      (chrome as unknown as DeveloperPrivate).developerPrivate.updateExtensionConfiguration({
        extensionId,
        hostAccess,
      }),
    { extensionId: browser.extensionId, hostAccess: access },
  );
  await page.close();
}

/** Ends our extension and starts it again, as an update does; open web pages keep the old script. */
export async function reloadExtension(browser: Chromium): Promise<void> {
  const page = await browser.newPage("chrome://extensions/");
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as DeveloperPrivate;
    // Otherwise what was loaded from a directory stays switched off.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.reload(extensionId);
  }, browser.extensionId);
  await page.close();
}

/** Reports a shortcut to the worker; key presses through DevTools do not reach the browser's shortcuts. */
export async function dispatchCommand(browser: Chromium, command: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as Dispatching).dispatch(name, tab);
  }, command);
}

/** Reports a click on the context menu entry, on the tab in front. */
export async function dispatchMenu(browser: Chromium, menuItemId: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (id) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const info = { menuItemId: id, editable: true, frameId: 0, pageUrl: tab?.url };
    (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, tab);
  }, menuItemId);
}

export async function dispatchIdle(browser: Chromium, state: "active" | "idle" | "locked"): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate((to) => (chrome.idle.onStateChanged as unknown as Dispatching).dispatch(to), state);
}

export async function badgeText(browser: Chromium, urlStart: string): Promise<string> {
  const worker = await browser.worker();
  return worker.evaluate(async (start) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((each) => each.url?.startsWith(start));
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  }, urlStart);
}

/** Reads the clipboard in a tab of its own, which is closed again; the tab that was in front comes back. */
export function readClipboard(browser: Chromium): Promise<string> {
  return onClipboardPage(browser, (page) => page.evaluate(() => navigator.clipboard.readText()));
}

export function writeClipboard(browser: Chromium, text: string): Promise<void> {
  return onClipboardPage(browser, (page) =>
    page.evaluate((value) => navigator.clipboard.writeText(value), text),
  );
}

async function onClipboardPage<T>(browser: Chromium, act: (page: Page) => Promise<T>): Promise<T> {
  await browser.serve(CLIPBOARD_ORIGIN, { "/": "<title>clipboard</title>" });
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: CLIPBOARD_ORIGIN });
  const page = await browser.newPage(`${CLIPBOARD_ORIGIN}/`);
  try {
    await page.bringToFront();
    return await act(page);
  } finally {
    await page.close();
  }
}

/**
 * How often Chromium has offered to save a password since its start: its own count of the bubble, which it
 * shows for the tab in front only.
 */
export async function savePasswordOffers(browser: Chromium): Promise<number> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("no browser session");
  const { histograms } = await session.send("Browser.getHistograms", {
    query: "PasswordBubble.DisplayDisposition",
  });
  await session.detach();
  return histograms.reduce((sum, histogram) => sum + histogram.count, 0);
}

/** Turned off, the page loses and gains the focus as it does for a user. */
export async function setFocusEmulation(page: Page, enabled: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled });
  await session.detach();
}

/** A normal window beside the first one. */
export async function openWindow(browser: Chromium, url: string | undefined): Promise<Page> {
  const opened = browser.context.waitForEvent("page");
  const worker = await browser.worker();
  await worker.evaluate(() => chrome.windows.create({ url: "about:blank" }));
  const page = await opened;
  if (url !== undefined) await page.goto(url);
  return page;
}

/** As a click on it does. Headless windows keep the focus side by side unless it is taken from them. */
export async function focusWindowOf(browser: Chromium, page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.detach();
  const worker = await browser.worker();
  await worker.evaluate(async (id) => {
    const others = (await chrome.windows.getAll()).filter((window) => window.id !== id);
    for (const other of others) await chrome.windows.update(other.id ?? -1, { focused: false });
    await chrome.windows.update(id, { focused: true });
  }, windowId);
}

export async function isPopupOpen(browser: Chromium): Promise<boolean> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const contextTypes = ["POPUP" as chrome.runtime.ContextType];
    return (await chrome.runtime.getContexts({ contextTypes })).length > 0;
  });
}
