/** Orders to our script in the top frame of one tab, and the answer that stands in when it is silent. */

import { sitePatterns } from "../core/sites.ts";
import { envelope, parseReply } from "../protocol/envelope.ts";
import { browser } from "./browser.ts";

export function hasSiteAccess(): Promise<boolean> {
  return browser.permissions.contains({ origins: sitePatterns() });
}

/**
 * What a look needs beside the script that is in every page of the site: put there once in the life of a
 * page, when it is looked at first. Only for a tab whose address can be read: elsewhere Chromium does not
 * refuse, it waits until the user grants access.
 */
async function prepareLook(tabId: number): Promise<void> {
  // At once, so that it also works in a page that is still loading.
  await browser.scripting.executeScript({
    target: { tabId },
    files: ["content/looking.js"],
    injectImmediately: true,
  });
}

/**
 * @param documentId - pins the order to that document where given. Rejects when no script of ours is there.
 */
export async function sendToContent(
  tabId: number,
  documentId: string | null,
  type: string,
  payload: unknown,
): Promise<unknown> {
  const target = documentId === null ? { frameId: 0 } : { documentId };
  const send = (): Promise<unknown> =>
    browser.tabs.sendMessage(tabId, envelope("sixtyfour/content", type, payload), target);
  const reply = await send();
  // A key goes to a page once, whatever it answers; and only to one that was looked at.
  if (type === "form.fill" || !isUnprepared(reply)) return reply;
  await prepareLook(tabId);
  return send();
}

/** The script obeys no order before what a look needs is there: it holds nothing that it could act on. */
function isUnprepared(reply: unknown): boolean {
  const read = parseReply(reply);
  return !read.ok && read.error.code === "offer-expired";
}

/**
 * What is under the pointer and can be typed into. Of the user's own origin: no rule of the page comes before
 * it, and none of its scripts can list it. A page may see the outline as the computed style of its own
 * element, which tells it no more than that the user is choosing a field.
 */
const HIGHLIGHT =
  ":is(input,textarea,[contenteditable]):hover{outline:3px solid #b45309!important;outline-offset:1px!important;" +
  "box-shadow:0 0 0 6px #fff!important;cursor:crosshair!important}";

export async function highlight(tabId: number, on: boolean): Promise<void> {
  const sheet = { target: { tabId }, css: HIGHLIGHT, origin: "USER" } as const;
  await (on ? browser.scripting.insertCSS(sheet) : browser.scripting.removeCSS(sheet));
}

/** Runs in the page's tab: it can use nothing but what stands in it. */
function selectedText(): string {
  const active = document.activeElement;
  const isBox = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  const inBox =
    isBox && active.selectionStart !== null
      ? active.value.slice(active.selectionStart, active.selectionEnd ?? undefined)
      : "";
  return inBox || String(getSelection());
}

export async function readSelection(tabId: number): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: selectedText });
  return answer?.result;
}

/**
 * All marks are amber; white text on it has a contrast of 5.9. The colour is set together with a mark,
 * because setting it at each start would take 2 ms.
 */
async function setMark(mark: { tabId?: number; text: string | null }): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: "#8a5a00" });
  await browser.action.setBadgeText(mark);
}

/**
 * A mark on the toolbar button of one tab; the browser drops it when the tab goes elsewhere. Where nothing
 * waits, the mark of {@link showUnsafe} shows.
 */
export async function showBadge(tabId: number, waiting: boolean, title: string): Promise<void> {
  await setMark({ tabId, text: waiting ? "64" : null });
  await browser.action.setTitle({ tabId, title });
}

/** The mark of every tab that has none of its own. */
export async function showUnsafe(title: string, isUnsafe: boolean): Promise<void> {
  await setMark({ text: isUnsafe ? "!" : "" });
  await browser.action.setTitle({ title });
}
