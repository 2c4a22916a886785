/** What was typed beside what was found, digit by digit. */
import { type Typed, UNREADABLE } from "../../../backup/candidates.ts";
import { keyRows } from "../../../core/key/key-rows.ts";

/** One place of the key. Null: a digit too few or too many there. `?`: was unreadable. */
export type Pair = { typed: string | null; found: string | null };

const digitOf = (value: number | undefined): string =>
  value === undefined || value === UNREADABLE ? "?" : value.toString(16);

/**
 * Both side by side. Where one digit is missing or too many, all behind it stand one place further.
 *
 * @param typed - 63 to 65 digits. @param found - 64 digits.
 */
export function pairsOf(typed: Typed, found: string): Pair[] {
  const shift = typed.length - found.length;
  let slip = 0;
  while (slip < Math.min(typed.length, found.length) && digitOf(typed[slip]) === found[slip]) slip += 1;
  const pairs = [...found].map((digit, at): Pair => {
    if (shift < 0 && at === slip) return { typed: null, found: digit };
    return { typed: digitOf(typed[shift !== 0 && at >= slip ? at + shift : at]), found: digit };
  });
  if (shift > 0) pairs.splice(slip, 0, { typed: digitOf(typed[slip]), found: null });
  return pairs;
}

/** Takes away the pairs of the next group, up to its last digit that was found. */
function takeGroup(rest: Pair[], digits: number): Pair[] {
  let found = 0;
  const last = rest.findIndex((pair) => pair.found !== null && ++found === digits);
  return rest.splice(0, last + 1);
}

/** Rows of groups; a digit too many stands in the group that it was typed into. */
export function rowsOf(pairs: readonly Pair[]): Pair[][][] {
  const rest = [...pairs];
  const hex = pairs.map(({ found }) => found ?? "").join("");
  const rows = keyRows(hex).map((groups) => groups.map((digits) => takeGroup(rest, digits.length)));
  // What was typed behind the last digit.
  rows
    .at(-1)
    ?.at(-1)
    ?.push(...rest);
  return rows;
}

export type Difference = Pair & { row: number; group: number; digit: number };

/** Where they differ; counted from 0. */
export function differencesOf(pairs: readonly Pair[]): Difference[] {
  return rowsOf(pairs).flatMap((groups, row) =>
    groups.flatMap((group, i) =>
      group.flatMap((pair, digit) => (pair.typed === pair.found ? [] : [{ ...pair, row, group: i, digit }])),
    ),
  );
}
