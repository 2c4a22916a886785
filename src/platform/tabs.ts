/** Tabs and windows, for our pages. */
import type { Tabs } from "webextension-polyfill";
import { sitePatterns, WHATSAPP_WEB } from "../core/sites.ts";
import { POPUP_STEPS, type PopupStep } from "../protocol/page.ts";
import { browser } from "./browser.ts";

const APP_PATH = "ui/pages/app/app.html";
const VAULT_PATH = "ui/pages/vault/vault.html";
const POPUP_PATH = "ui/pages/popup/popup.html";
/** The popup's own size, plus room for the frame of a window. */
const POPUP_WINDOW = { width: 396, height: 640 };

async function openTab(path: string, hash: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url: url + hash });
    return;
  }
  await browser.tabs.update(open.id, hash === "" ? { active: true } : { active: true, url: url + hash });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Opens the full tab at a place, or brings the one that is open forward. `hash`: `#add`, or empty. */
export function openAppTab(hash: string): Promise<void> {
  return openTab(APP_PATH, hash);
}

/** Opens the page of the vault, or brings the one that is open forward. */
export function openVaultPage(): Promise<void> {
  return openTab(VAULT_PATH, "");
}

/** Opens the popup in a window of its own, or brings that window to the front. */
export async function openPopupWindow(): Promise<void> {
  const url = `${browser.runtime.getURL(POPUP_PATH)}?window=1`;
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.windowId === undefined) await browser.windows.create({ url, type: "popup", ...POPUP_WINDOW });
  else await browser.windows.update(open.windowId, { focused: true });
}

const PASSKEY = "passkey";
const STEP = "step";
const PASSKEY_WINDOW = { width: 396, height: 420 };

/**
 * Opens a small window that asks for a passkey, or brings it to the front. The popup cannot ask: it closes
 * when the authenticator's window comes up. The address keeps where the popup was, and that it was here.
 */
export async function openPasskeyWindow(step: PopupStep | null): Promise<void> {
  const anyOf = `${browser.runtime.getURL(POPUP_PATH)}?${PASSKEY}=`;
  const [open] = await browser.tabs.query({ url: `${anyOf}*` });
  const { id } = await browser.windows.getCurrent();
  const url = `${anyOf}${id ?? ""}${step === null ? "" : `&${STEP}=${step}`}`;
  if (open?.windowId === undefined) {
    await browser.windows.create({ url, type: "popup", ...PASSKEY_WINDOW });
    return;
  }
  // It asks again, and comes back to where the popup is now.
  await browser.tabs.update(open.id, { url });
  await browser.windows.update(open.windowId, { focused: true });
}

/** Where the popup that opened this window was. */
export function stepOfOpener(): PopupStep | null {
  const step = new URLSearchParams(location.search).get(STEP);
  return POPUP_STEPS.find((known) => known === step) ?? null;
}

/**
 * Closes the small window, and opens the popup over the one that it was opened from. Nothing waits for the
 * popup: where the browser refuses it, the toolbar button is one press away.
 */
export async function returnToPopup(): Promise<void> {
  const windowId = Number.parseInt(new URLSearchParams(location.search).get(PASSKEY) ?? "", 10);
  const own = await browser.windows.getCurrent();
  await browser.windows.update(windowId, { focused: true }).catch(() => undefined);
  browser.action.openPopup({ windowId }).catch(() => undefined);
  if (own.id !== undefined) await browser.windows.remove(own.id);
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

export async function openRestoreSite(): Promise<void> {
  await browser.tabs.create({ url: `${WHATSAPP_WEB.origin}/` });
}

/** Asks for access to the restore site; only within a user's act. */
export function requestSiteAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: sitePatterns() });
}

/**
 * Calls back when another tab comes to the front of any window, and when the one in front begins or ends
 * loading a page; returns the way to stop.
 */
export function onPageInFront(listener: () => void): () => void {
  const activated = () => listener();
  const updated = (_id: number, { status }: Tabs.OnUpdatedChangeInfoType, { active }: Tabs.Tab) => {
    if (active && status !== undefined) listener();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
