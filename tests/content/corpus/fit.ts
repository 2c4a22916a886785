/**
 * Fits the points of the rules to labelled cases, and counts what they offer.
 *
 * Loss: the logistic one of points over the bar, 10 points to the unit, a false offer counted three times a miss,
 * plus the squared way from the weights once set by hand, which decides where the cases say nothing. Points go in
 * fives. Steps of one weight or of two at once are taken while one lowers the loss: no chance, the same each time.
 */
import { OFFERED_FROM, RULES, type Signals, scoreOf } from "../../../src/content/score.ts";

export type Labelled = { group: string; restore: boolean; signals: Signals };
export type Weights = Record<string, number>;

/** As set by hand before there was a corpus. */
const BY_HAND: Weights = {
  "number-64": 35,
  "takes-64": 30,
  "key-word": 20,
  "backup-word": 15,
  dialog: 10,
  "short-code": -60,
  making: -60,
  "other-secret": -60,
  "named-otherwise": -60,
};

const FALSE_OFFER = 3;
const SOFTNESS = 10;
const HOLD = 0.002;
const STEP = 5;
const MOST = 100;

type Row = { held: number[]; sign: 1 | -1; count: number };

const names = RULES.map(({ signal }) => signal);

/** Cases on which the same rules hold are one row. */
function rowsOf(cases: readonly Labelled[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { signals, restore } of cases) {
    const held = RULES.flatMap((rule, i) => (rule.holds(signals) ? [i] : []));
    const key = `${restore} ${held}`;
    const row = rows.get(key) ?? { held, sign: restore ? 1 : -1, count: 0 };
    row.count += 1;
    rows.set(key, row);
  }
  return [...rows.values()];
}

function lossOf(rows: readonly Row[], weights: readonly number[]): number {
  const byHand = names.map((name) => BY_HAND[name] ?? 0);
  const hold = weights.reduce((sum, weight, i) => sum + (weight - (byHand[i] ?? 0)) ** 2, 0);
  return rows.reduce((sum, { held, sign, count }) => {
    const over = held.reduce((points, i) => points + (weights[i] ?? 0), 0) - (OFFERED_FROM - STEP / 2);
    return sum + count * (sign < 0 ? FALSE_OFFER : 1) * Math.log1p(Math.exp((-sign * over) / SOFTNESS));
  }, HOLD * hold);
}

/** Every change of one weight, or of two at once, by one step each. */
function* stepsFrom(weights: readonly number[]): Generator<number[]> {
  const changes = [-STEP, 0, STEP];
  for (let a = 0; a < weights.length; a++)
    for (let b = a; b < weights.length; b++)
      for (const da of changes)
        for (const db of changes)
          yield weights.map((weight, i) => weight + (i === a ? da : 0) + (i === b && b !== a ? db : 0));
}

const isSound = (weights: readonly number[]) =>
  weights.every((weight, i) => Math.abs(weight) <= MOST && weight * (BY_HAND[names[i] ?? ""] ?? 0) >= 0);

/** Points of each rule by its name. */
export function fitPoints(cases: readonly Labelled[]): Weights {
  const rows = rowsOf(cases);
  let best = names.map((name) => BY_HAND[name] ?? 0);
  for (let before = Number.POSITIVE_INFINITY, loss = lossOf(rows, best); loss < before; ) {
    before = loss;
    for (const step of [...stepsFrom(best)].filter(isSound)) {
      const lower = lossOf(rows, step);
      if (lower < loss - 1e-9) [loss, best] = [lower, step];
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, best[i] ?? 0]));
}

export type Tally = { forms: number; others: number; offered: number; falselyOffered: number };

/** By {@link scoreOf} as the product has it, hard rules and all. */
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
