/**
 * *Choose the field*: has the page in front highlight what is pointed at, and opens the popup again when the
 * user has clicked a field. The record outlives the worker; a minute later it counts no more.
 */
import * as v from "valibot";
import { fail, ok, type Result } from "../../core/errors.ts";
import { exact, read, timeMs } from "../../core/schema.ts";
import { parseReply } from "../../protocol/envelope.ts";
import type { Ports } from "../ports.ts";
import { silenceOf } from "./page-questions.ts";

const KEY = "fill.choosing";
/** As long as the page's side waits, and a moment. */
const GOOD_FOR_MS = 65_000;

const choiceSchema = exact({ tabId: v.number(), atMs: timeMs });

export function createChooseService({ page, session, nowMs }: Pick<Ports, "page" | "session" | "nowMs">) {
  return {
    async start(): Promise<Result<Record<string, never>>> {
      const tab = await page.findActiveTab();
      if (tab?.site !== "restore") return fail("no-page");
      await session.set(KEY, { tabId: tab.id, atMs: nowMs() });
      try {
        await page.highlight(tab.id, true);
        const reply = await page.send(tab.id, null, "field.choose", {});
        if (parseReply(reply).ok) return ok({});
      } catch {
        // No script of ours is there.
      }
      await page.highlight(tab.id, false).catch(() => undefined);
      await session.remove(KEY);
      return silenceOf(tab);
    },

    /** The user has clicked or given up; true when they had been asked to, in that tab, a moment ago. */
    async ended(tabId: number): Promise<boolean> {
      const asked = read(choiceSchema, await session.get(KEY));
      if (asked?.tabId !== tabId) return false;
      await session.remove(KEY);
      await page.highlight(tabId, false).catch(() => undefined);
      return nowMs() - asked.atMs < GOOD_FOR_MS;
    },
  };
}
