/** Shows the typed key above the found key, and marks the differences below. */
import type { Typed } from "../backup/candidates.ts";
import { pairsOf } from "../backup/compare-digits.ts";
import { markedNames } from "../ui/text/en/command.ts";

const GAP = "·";

/** @param found - 64 digits. @returns three lines: typed, found, marks. */
export function markedDifferences(typed: Typed, found: string): string[] {
  const pairs = pairsOf(typed, found);
  const line = (side: "typed" | "found") => pairs.map((pair) => pair[side] ?? GAP).join("");
  const marks = pairs.map((pair) => (pair.typed === pair.found ? " " : "^")).join("");
  const { typed: typedName, found: foundName } = markedNames;
  const width = Math.max(typedName.length, foundName.length) + 2;
  return [
    typedName.padEnd(width) + line("typed"),
    foundName.padEnd(width) + line("found"),
    " ".repeat(width) + marks.trimEnd(),
  ];
}
