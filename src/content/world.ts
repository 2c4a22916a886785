/** What our scripts in one page leave each other in the world that they share. The page has another. */

import type { Desk } from "./document-session.ts";
import type { fillForm } from "./fill/fill-form.ts";
import type { findChosen } from "./find/chosen-form.ts";
import type { titleOf } from "./find/describe.ts";
import type { explainRefusal } from "./find/refusal.ts";
import type { comesWithFocus } from "./gates/with-focus.ts";
import type { readShownKeys } from "./watch/shown-key.ts";

export type World = typeof globalThis & {
  sixtyfour?: Pick<Desk, "choose">;
  /** Comes with `looking.ts`; nothing is offered before. */
  fillForm?: typeof fillForm;
  findChosen?: typeof findChosen;
  explainRefusal?: typeof explainRefusal;
  comesWithFocus?: typeof comesWithFocus;
  titleOf?: typeof titleOf;
  readShownKeys?: typeof readShownKeys;
  isUnderLayer?: (field: Element, line: readonly Element[], still: object | null) => boolean;
};
