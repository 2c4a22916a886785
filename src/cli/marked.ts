/** What was typed above the key that was found, with marks below where they differ. */
import type { Typed } from "../backup/candidates.ts";
import { pairsOf } from "../backup/compare-digits.ts";

const GAP = "·";

/** Three lines, without a slip's name. `found`: 64 digits. */
export function markedDifferences(typed: Typed, found: string): string[] {
  const pairs = pairsOf(typed, found);
  const line = (side: "typed" | "found") => pairs.map((pair) => pair[side] ?? GAP).join("");
  const marks = pairs.map((pair) => (pair.typed === pair.found ? " " : "^")).join("");
  return [`typed  ${line("typed")}`, `found  ${line("found")}`, `       ${marks.trimEnd()}`];
}
