/**
 * The one name that our scripts share in their world of a page. The script that is in every page of the site
 * puts it there, and what comes with a look gives itself to it. The page has another world.
 */

import type { FillOutcome, Token } from "../protocol/content.ts";
import type { LookReport } from "../protocol/content-requests.ts";

/** What a user's look brings, all gates included: before it is there, no order is answered. */
export type Looking = {
  report(): LookReport;
  /** Null when the token holds no form, or no longer. */
  fill(token: Token, hex: string): Promise<FillOutcome | null>;
  /** The user's next click picks a field. @param done - called once: has one been picked? */
  chooseField(done: (chosen: boolean) => void): void;
  readShownKeys(): string[];
};

export type World = typeof globalThis & {
  /** @param make - called the first time only: each look of the user comes here. */
  joinSixtyfour?: (make: () => Looking) => void;
};
