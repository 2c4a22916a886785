/** Orders to our script in the top frame of one tab, and what can be said where it does not answer. */

import { RESTORE_ORIGIN } from "../protocol/content.ts";
import { envelope } from "../protocol/envelope.ts";
import { browser } from "./browser.ts";

/** @param documentId - pins the order to that document where given. Rejects when no script of ours is there. */
export function sendToContent(
  tabId: number,
  documentId: string | null,
  type: string,
  payload: unknown,
): Promise<unknown> {
  const target = documentId === null ? { frameId: 0 } : { documentId };
  return browser.tabs.sendMessage(tabId, envelope("sixtyfour/content", type, payload), target);
}

export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: [`${RESTORE_ORIGIN}/*`] });
}

/** A mark on the toolbar button of one tab; the browser drops it when the tab goes elsewhere. */
export async function showBadge(tabId: number, waiting: boolean, title: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: waiting ? "64" : "" });
  await browser.action.setBadgeBackgroundColor({ tabId, color: "#8a5a00" });
  await browser.action.setTitle({ tabId, title });
}
