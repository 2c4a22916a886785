/** What was typed beside the key that was found, digit by digit. Not done here: drawing it. */
import { keyRows } from "../core/key/key-rows.ts";
import { type Typed, UNREADABLE } from "./candidates.ts";

/** One place of the key. Null: a digit too few or too many there. `?`: was unreadable. */
export type Pair = { typed: string | null; found: string | null };

/**
 * Both side by side. Where digits are missing or too many, all behind them stand further along.
 *
 * @param typed - 60 to 80 digits. @param found - 64 digits.
 */
export function pairsOf(typed: Typed, found: string): Pair[] {
  const above: (string | null)[] = typed.map((digit) => (digit === UNREADABLE ? "?" : digit.toString(16)));
  const below: (string | null)[] = [...found];
  // Of two that differ in length, the shorter is the longer one with digits left out.
  const shorter = above.length < below.length ? above : below;
  const longer = shorter === above ? below : above;
  for (let at = 0; shorter.length < longer.length; at++)
    if (at >= shorter.length || shorter[at] !== longer[at]) shorter.splice(at, 0, null);
  return above.map((digit, place) => ({ typed: digit, found: below[place] ?? null }));
}

/** Takes away the pairs of the next group, up to its last digit that was found. */
function takeGroup(rest: Pair[], digits: number): Pair[] {
  let found = 0;
  const last = rest.findIndex((pair) => pair.found !== null && ++found === digits);
  return rest.splice(0, last + 1);
}

/** Rows of groups; digits too many stand in the group that it was typed into. */
export function rowsOf(pairs: readonly Pair[]): Pair[][][] {
  const rest = [...pairs];
  const hex = pairs.map(({ found }) => found ?? "").join("");
  const rows = keyRows(hex).map((groups) => groups.map((digits) => takeGroup(rest, digits.length)));
  const lastGroup = rows.at(-1)?.at(-1);
  // Digits may have been typed behind the last.
  lastGroup?.push(...rest);
  return rows;
}

export type Difference = Pair & { row: number; group: number; digit: number };

/** Where they differ; counted from 0. */
export function differencesOf(pairs: readonly Pair[]): Difference[] {
  return rowsOf(pairs).flatMap((groups, row) =>
    groups.flatMap((digits, group) =>
      digits.flatMap((pair, digit) => (pair.typed === pair.found ? [] : [{ ...pair, row, group, digit }])),
    ),
  );
}
