/** What was typed above the key that was found, with marks below where they differ. */
import { type Slip, type Typed, UNREADABLE } from "../backup/candidates.ts";

const GAP = "·";

const digitsOf = (typed: Typed): string[] =>
  typed.map((digit) => (digit === UNREADABLE ? "?" : digit.toString(16)));

/** Where the shorter of two rows of digits lacks one that the longer has. */
function gapAt(shorter: readonly string[], longer: readonly string[]): number {
  const at = longer.findIndex((digit, i) => digit !== shorter[i]);
  return at === -1 ? shorter.length : at;
}

/** Three lines, without a slip's name. `found`: 64 digits. */
export function markedDifferences(typed: Typed, found: string, slip: Slip): string[] {
  const above = digitsOf(typed);
  const below = [...found];
  if (slip === "one-missing") above.splice(gapAt(above, below), 0, GAP);
  if (slip === "one-extra") below.splice(gapAt(below, above), 0, GAP);
  const marks = above.map((digit, i) => (digit === below[i] ? " " : "^")).join("");
  return [`typed  ${above.join("")}`, `found  ${below.join("")}`, `       ${marks.trimEnd()}`];
}
