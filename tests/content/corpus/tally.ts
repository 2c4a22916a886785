/** Counts what is offered of labelled cases. */
import { type Signals, scoreOf } from "../../../src/content/find/form-score.ts";

export type Labelled = { group: string; restore: boolean; signals: Signals };
export type Tally = { forms: number; others: number; offered: number; falselyOffered: number };

export function tally(cases: readonly Labelled[]): Tally {
  const offers = cases.filter(({ signals }) => scoreOf(signals) !== null);
  const forms = cases.filter(({ restore }) => restore);
  return {
    forms: forms.length,
    others: cases.length - forms.length,
    offered: offers.filter(({ restore }) => restore).length,
    falselyOffered: offers.filter(({ restore }) => !restore).length,
  };
}
