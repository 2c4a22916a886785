/**
 * The one global name that our scripts share in their isolated world; the page cannot see it. The script in
 * every page of the site defines it, and the script that comes with a look registers itself there.
 */

import type { FillOutcome, Token } from "../protocol/content.ts";
import type { LookReport } from "../protocol/content-requests.ts";

/** What the script for a look adds, all gates included. Until it is there, no order is answered. */
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
