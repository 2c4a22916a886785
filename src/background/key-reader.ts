/** Reads, when the user asks for it, a key that WhatsApp Web shows or that is selected there. Nothing is kept here. */
import { fail, ok, type Result } from "../core/errors.ts";
import type { KeyReading } from "../protocol/page.ts";
import { createQuestions } from "./page-questions.ts";
import type { Ports } from "./ports.ts";

export type KeyReader = ReturnType<typeof createKeyReader>;

export function createKeyReader(ports: Pick<Ports, "page">) {
  const readings = createQuestions<KeyReading>(ports, "key.read");
  return {
    /** The answer to a reading. */
    reported: readings.answered,

    async read(from: "page" | "selection"): Promise<Result<KeyReading>> {
      const tab = await ports.page.findActiveTab();
      const answer = tab && (await readings.ask(tab.id, { from }));
      return answer ? ok(answer.answer) : fail("no-page");
    },
  };
}
