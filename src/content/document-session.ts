/**
 * Looks, offers and fills of one document: the part that `main.ts` (orders) and `other-page.ts` (calls)
 * share.
 */

import type { FillOutcome, Token } from "../protocol/content.ts";
import type { LookReport } from "../protocol/content-requests.ts";
import type { TextField } from "./fields.ts";
import { fillForm } from "./fill/fill-form.ts";
import { titleOf } from "./find/describe.ts";
import { type Form, isSameForm } from "./find/find-form.ts";
import { createLook } from "./find/look.ts";
import { explainRefusal } from "./find/refusal.ts";
import { createHeldForm } from "./held-form.ts";

export type DocumentSession = {
  report(): LookReport;
  /** Null when the token holds no form, or no longer. */
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
  choose(field: TextField | null): void;
};

/** @param isPlace - may this page be filled at all? */
export function createSession(isPlace: () => boolean): DocumentSession {
  const nowMs = (): number => performance.now();
  const held = createHeldForm<Form>(nowMs, isSameForm);
  const look = createLook(isPlace, nowMs);
  return {
    report() {
      const found = look.now();
      const refused = found.kind === "no-form" && isPlace() ? explainRefusal(look.chosen()) : null;
      if (refused) return { kind: "refused", ...refused };
      if (found.kind !== "form") return found;
      const { shape, chosen, masked } = found.form;
      const title = titleOf(found.form);
      return { kind: "form", token: held.hold(found.form), shape, title, chosen, masked };
    },
    async fill(token, hex) {
      const form = held.take(token);
      if (!form) return null;
      const outcome = await fillForm(form, hex, look.now);
      look.choose(null);
      return outcome;
    },
    choose: look.choose,
  };
}
