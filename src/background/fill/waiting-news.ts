/**
 * Is what a page says of itself news, or what it said before? A script that was looked at also says once that
 * its page has changed in some other way.
 *
 * Kept in the worker's memory alone: after its death all is news again.
 */
import type { Waiting } from "../../protocol/content-requests.ts";
import type { ContentSender } from "./page-questions.ts";

/** Of tabs; the one that has said nothing for longest goes. */
const MOST_TABS = 100;

export function createWaitingNews(): (waiting: Waiting, sender: ContentSender) => boolean {
  const known = new Map<number, string>();
  return ({ form, key }, { tabId, documentId, origin }) => {
    // Another document is news whatever it says.
    const said = JSON.stringify([documentId, origin, form, key]);
    const isNews = known.get(tabId) !== said;
    known.delete(tabId);
    known.set(tabId, said);
    const [oldest] = known.keys();
    if (known.size > MOST_TABS && oldest !== undefined) known.delete(oldest);
    return isNews;
  };
}
