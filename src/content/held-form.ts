/** The one form that was last looked at, held under a token that is good for one fill. */
import type { Token } from "../protocol/content.ts";

/** The user reads the offer in our popup and presses a button: a minute is long. */
const OFFER_LIFE_MS = 60_000;

export type HeldForm<Form> = {
  /** Holds a form and forgets the one before. The same form again keeps its token: no press on it is lost. */
  hold(form: Form): Token;
  /** The form held under this token, once; null when it was used, replaced or has expired. */
  take(token: Token): Form | null;
};

function newToken(): Token {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param nowMs - a clock that only runs forward. */
export function createHeldForm<Form>(
  nowMs: () => number,
  isSame: (a: Form, b: Form) => boolean,
): HeldForm<Form> {
  let held: { token: Token; form: Form; untilMs: number } | null = null;
  return {
    hold(form) {
      const token = held && nowMs() < held.untilMs && isSame(held.form, form) ? held.token : newToken();
      held = { token, form, untilMs: nowMs() + OFFER_LIFE_MS };
      return held.token;
    },
    take(token) {
      if (held?.token !== token) return null;
      const { form, untilMs } = held;
      held = null;
      return nowMs() < untilMs ? form : null;
    },
  };
}
