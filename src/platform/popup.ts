/** Opening the popup without the toolbar button: by the shortcut and by the context menu. */
import { sitePatterns } from "../core/sites.ts";
import { POPUP_STEPS, type PopupStep } from "../protocol/page.ts";
import { lastNormalWindowId } from "./active-tab.ts";
import { browser } from "./browser.ts";
import { openPopupWindow } from "./tabs.ts";

const FILL = "fill";

/**
 * Opens the action popup, or the popped-out window where the browser refuses (another window in front, no
 * user act). Must be called first thing in the user's act: Firefox forgets the act after the first wait.
 */
export async function openPopup(): Promise<"popup" | "window"> {
  const windowId = lastNormalWindowId();
  try {
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId });
    return "popup";
  } catch {
    await openPopupWindow();
    return "window";
  }
}

export function onFillShortcut(listener: () => void): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === FILL) listener();
  });
}

export function onMenu(listener: (step: PopupStep) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    const step = POPUP_STEPS.find((id) => id === menuItemId);
    if (step) listener(step);
  });
}

/**
 * Chromium keeps menu entries over restarts. Firefox loses them, and creates them again with its event page.
 */
export async function createMenus(titles: Record<PopupStep, string>): Promise<void> {
  const documentUrlPatterns = sitePatterns();
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: "fill",
    title: titles.fill,
    contexts: ["page", "editable"],
    documentUrlPatterns,
  });
  browser.contextMenus.create({
    id: "add",
    title: titles.add,
    contexts: ["selection"],
    documentUrlPatterns,
  });
}
