/**
 * Who sent a message. It is decided once, by what the browser says, and in doubt the message is refused.
 *
 * A missing id, origin or address is refused (`sender.origin`: Chrome 80, Firefox 126).
 */
import { isSiteOrigin } from "../core/sites.ts";
import type { Sender } from "./beside-polyfill.ts";
import { browser } from "./browser.ts";
import { originOf } from "./origin-of.ts";

const OUR_PAGES = ["ui/pages/popup/popup.html", "ui/pages/app/app.html"];
const VAULT_PAGE = "ui/pages/vault/vault.html";
const OFFSCREEN_PAGE = "offscreen/offscreen.html";

export type KnownSender =
  /** The popup or the full tab. */
  | { kind: "page" }
  /** The one page with a network. */
  | { kind: "vault-page" }
  | { kind: "offscreen" }
  /** The top frame of a page of the restore site. */
  | { kind: "content"; tabId: number; documentId: string | null; origin: string };

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, "");
}

/** Null for a sender that gets no answer. */
export function identifySender(sender: Sender): KnownSender | null {
  const { id, url, origin, frameId, tab } = sender;
  if (id !== browser.runtime.id || url === undefined || origin === undefined) return null;
  if ((frameId ?? 0) !== 0) return null;
  const home = browser.runtime.getURL("");
  if (`${origin}/` === home) {
    const path = withoutQuery(url);
    if (OUR_PAGES.some((page) => path === home + page)) return { kind: "page" };
    if (path === home + VAULT_PAGE) return { kind: "vault-page" };
    return path === home + OFFSCREEN_PAGE && tab === undefined ? { kind: "offscreen" } : null;
  }
  if (!isSiteOrigin(origin) || originOf(url) !== origin) return null;
  if (frameId !== 0 || tab?.id === undefined) return null;
  return { kind: "content", tabId: tab.id, documentId: sender.documentId ?? null, origin };
}
