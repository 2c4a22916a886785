/** Counts what is offered of labelled cases. */

import { type Signals, scoreOf } from "../../../src/content/find/form-score.ts";
import { areOtherBoxes } from "../../../src/content/find/other-boxes.ts";

export type Labelled = { group: string; restore: boolean; signals: Signals };
export type Tally = { forms: number; others: number; offered: number; falselyOffered: number };

/** By its words and structure, as a look sees it. */
export const isOffered = (signals: Signals): boolean => scoreOf(signals) !== null && !areOtherBoxes(signals);

export function tally(cases: readonly Labelled[]): Tally {
  const offers = cases.filter(({ signals }) => isOffered(signals));
  const forms = cases.filter(({ restore }) => restore);
  return {
    forms: forms.length,
    others: cases.length - forms.length,
    offered: offers.filter(({ restore }) => restore).length,
    falselyOffered: offers.filter(({ restore }) => !restore).length,
  };
}
