/** The step at which the popup should open next, asked for once. */
import * as v from "valibot";
import { exact, read, timeMs } from "../../core/schema.ts";
import { POPUP_STEPS, type PopupStep } from "../../protocol/page.ts";
import type { Ports } from "../ports.ts";

const KEY = "popup.step";
/** A step that nobody came for is forgotten. */
const GOOD_FOR_MS = 10_000;

const askedSchema = exact({ step: v.picklist(POPUP_STEPS), atMs: timeMs });

export function createPopupStep({ session, nowMs }: Pick<Ports, "session" | "nowMs">) {
  return {
    ask: (step: PopupStep): Promise<void> => session.set(KEY, { step, atMs: nowMs() }),

    async take(): Promise<PopupStep | null> {
      const asked = read(askedSchema, await session.get(KEY));
      await session.remove(KEY);
      return asked && nowMs() - asked.atMs < GOOD_FOR_MS ? asked.step : null;
    },
  };
}
