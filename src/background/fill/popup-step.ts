/** The step at which the popup should open next, asked for once. */

import { isRecord } from "../../core/shapes.ts";
import { POPUP_STEPS, type PopupStep } from "../../protocol/page.ts";
import type { Ports } from "../ports.ts";

const KEY = "popup.step";
/** A step that nobody came for is forgotten. */
const GOOD_FOR_MS = 10_000;

export function createPopupStep({ session, nowMs }: Pick<Ports, "session" | "nowMs">) {
  return {
    ask: (step: PopupStep): Promise<void> => session.set(KEY, { step, atMs: nowMs() }),

    async take(): Promise<PopupStep | null> {
      const asked = await session.get(KEY);
      await session.remove(KEY);
      if (!isRecord(asked) || typeof asked["atMs"] !== "number") return null;
      if (nowMs() - asked["atMs"] >= GOOD_FOR_MS) return null;
      return POPUP_STEPS.find((step) => step === asked["step"]) ?? null;
    },
  };
}
