/**
 * The tab that the user is looking at: the active one of the normal window that had the focus last.
 *
 * Followed through `windows.onFocusChanged`, because in Firefox a popped-out popup is itself the last focused
 * window. Kept in session storage, because the worker may stop and lose its memory.
 */
import { isSiteOrigin } from "../core/sites.ts";
import { browser } from "./browser.ts";
import { log } from "./log.ts";
import { originOf } from "./origin-of.ts";
import { sessionStorage } from "./storage.ts";

const KEY = "last-normal-window";

/** Also in memory: some calls must come at once within a user's act and cannot wait for storage. */
let lastWindowId: number | undefined;

async function remember(windowId: number, onChange: () => void): Promise<void> {
  if (windowId === browser.windows.WINDOW_ID_NONE) return;
  const window = await browser.windows.get(windowId).catch(() => null);
  if (window?.type !== "normal") return;
  const isOther = windowId !== lastWindowId;
  lastWindowId = windowId;
  if (isOther) onChange();
  await sessionStorage.set(KEY, windowId);
}

/** @param onChange - another normal window has come to the front. */
export function followFocus(onChange: () => void): void {
  browser.windows.onFocusChanged.addListener(
    (windowId) => void remember(windowId, onChange).catch((reason) => log("event-failed", reason)),
  );
}

export function lastNormalWindowId(): number | undefined {
  return lastWindowId;
}

/** After a restart of the worker, or before the first change of focus. */
export async function recallFocus(): Promise<void> {
  const stored = await sessionStorage.get(KEY);
  if (typeof stored === "number") lastWindowId = stored;
  else {
    const windows = await browser.windows.getAll({ windowTypes: ["normal"] });
    const window = windows.find((w) => w.focused) ?? windows[0];
    if (window?.id !== undefined) await remember(window.id, () => undefined);
  }
}

/** `site` is unknown where the extension has no access to the tab's address, or there is none yet. */
export type ActiveTab = { id: number; site: "restore" | "other" | "unknown"; isLoading: boolean };

export async function findActiveTab(): Promise<ActiveTab | null> {
  if (lastWindowId === undefined) await recallFocus();
  if (lastWindowId === undefined) return null;
  const [tab] = await browser.tabs.query({ active: true, windowId: lastWindowId }).catch(() => []);
  if (tab?.id === undefined) return null;
  const isLoading = tab.status === "loading";
  const origin = tab.url === undefined ? null : originOf(tab.url);
  if (origin === null) return { id: tab.id, site: "unknown", isLoading };
  return { id: tab.id, site: isSiteOrigin(origin) ? "restore" : "other", isLoading };
}
