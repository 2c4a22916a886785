/** Looks, offers and fills of one document: what the messages of `main.ts` and the calls of `other-page.ts` share. */
import type { LookReport, Token } from "../protocol/content.ts";
import type { FillOutcome } from "../protocol/page.ts";
import type { TextField } from "./fields.ts";
import { type Form, isSameForm } from "./find/find-form.ts";
import { createLook } from "./find/look.ts";
import { createOffer } from "./offer.ts";
import type { World } from "./world.ts";

export type Desk = {
  report(): LookReport;
  /** Null when the token holds no form, or no longer. */
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
  choose(field: TextField | null): void;
};

/** @param isPlace - may this page be filled at all? */
export function createDesk(isPlace: () => boolean): Desk {
  const nowMs = (): number => performance.now();
  const offer = createOffer<Form>(nowMs, isSameForm);
  const look = createLook(isPlace, nowMs);
  return {
    report() {
      const found = look.now();
      if (found.kind === "no-form" && isPlace()) {
        const refused = (globalThis as World).explainRefusal?.(look.chosen());
        if (refused) return { kind: "refused", ...refused };
      }
      if (found.kind !== "form") return found;
      const { form } = found;
      const { shape, chosen, masked } = form;
      const title = (globalThis as World).titleOf?.(form) ?? "";
      return { kind: "form", token: offer.hold(form), shape, title, chosen, masked };
    },
    async fill(token, hex) {
      const form = offer.take(token);
      const { fillForm } = globalThis as World;
      if (!form || !fillForm) return null;
      const outcome = await fillForm(form, hex, look.now);
      look.choose(null);
      return outcome;
    },
    choose: look.choose,
  };
}
