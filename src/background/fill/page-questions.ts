/** Asks our script in a tab something; its answer comes as a message of its own, which carries the sender. */

import { randomId } from "../../core/bytes.ts";
import { type Failure, fail } from "../../core/errors.ts";
import type { ActiveTab } from "../../platform/active-tab.ts";
import type { ContentOrderType, Token } from "../../protocol/content.ts";
import type { Ports } from "../ports.ts";

/** Our script comes with the page's end: until then there is nothing to say against the tab. */
export function silenceOf({ isLoading }: ActiveTab): Failure {
  return fail(isLoading ? "page-loading" : "no-page");
}

export type ContentSender = { tabId: number; documentId: string | null; origin: string };
export type Answer<T> = ContentSender & { answer: T };

export function createQuestions<T>({ page }: Pick<Ports, "page">, order: ContentOrderType) {
  const open = new Map<string, { tabId: number; hear: (answer: Answer<T>) => void }>();
  return {
    /** Null when no script of ours answers in that tab. */
    async ask(tabId: number, payload: object): Promise<Answer<T> | null> {
      const lookId = randomId();
      const heard: Answer<T>[] = [];
      open.set(lookId, { tabId, hear: (answer) => heard.push(answer) });
      try {
        // The script sends its answer before it replies to the order.
        await page.send(tabId, null, order, { ...payload, lookId });
      } catch {
        return null;
      } finally {
        open.delete(lookId);
      }
      // Somebody else may have replied: a page of ours in a tab, or a script older than this background.
      return heard[0] ?? null;
    },

    /** Counts only from the tab that was asked. */
    answered(lookId: Token, answer: T, sender: ContentSender): void {
      const asked = open.get(lookId);
      if (asked?.tabId === sender.tabId) asked.hear({ ...sender, answer });
    },
  };
}
