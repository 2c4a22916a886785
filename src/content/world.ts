/** What our scripts in one page leave each other in the world that they share. The page has another. */
import type { findChosen } from "./chosen-form.ts";
import type { titleOf } from "./describe.ts";
import type { Desk } from "./desk.ts";
import type { fillForm } from "./fill-form.ts";
import type { explainRefusal } from "./refusal.ts";
import type { readShownKeys } from "./shown-key.ts";
import type { comesWithFocus } from "./with-focus.ts";

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
