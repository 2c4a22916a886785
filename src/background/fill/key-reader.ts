/**
 * Reads, when the user asks for it, a key that WhatsApp Web shows or that is selected there. Nothing is kept
 * here.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import { LONGEST_READING } from "../../protocol/content.ts";
import type { KeyReading } from "../../protocol/content-requests.ts";
import type { Ports } from "../ports.ts";
import { createQuestions, silenceOf } from "./page-questions.ts";

export function createKeyReader(ports: Pick<Ports, "page">) {
  const readings = createQuestions<KeyReading>(ports, "key.read");

  async function readSelection(tabId: number): Promise<Result<KeyReading>> {
    const text = await ports.page.readSelection(tabId).catch(() => null);
    if (typeof text !== "string") return fail("no-page");
    return ok(text.trim() === "" ? { kind: "none" } : { kind: "text", text: text.slice(0, LONGEST_READING) });
  }

  return {
    /** The answer to a reading. */
    reported: readings.answered,

    async read(from: "page" | "selection"): Promise<Result<KeyReading>> {
      const tab = await ports.page.findActiveTab();
      if (tab?.site !== "restore") return fail("no-page");
      if (from === "selection") return readSelection(tab.id);
      const answer = await readings.ask(tab.id, {});
      return answer ? ok(answer.answer) : silenceOf(tab);
    },
  };
}
