/** What is said of the text of a key: its places, and what is wrong with it. */
import { DIGITS_PER_GROUP, type GroupPlace, KEY_DIGITS, rowLetter } from "../../../core/key/key-rows.ts";
import type { KeyTextProblem } from "../../../core/key/key-text.ts";
import { countText, numberText, paragraph } from "./format.ts";

/** Which group of a key, as people count. */
export function groupName({ row, group }: GroupPlace): string {
  return `Row ${rowLetter(row)}, group ${group + 1}`;
}

/** Names no digit of the key, but the one character that is none. */
export function problemText(problem: KeyTextProblem): string {
  switch (problem.kind) {
    case "wrong-character":
      return paragraph(
        `${groupName(problem.place)}: “${problem.character}” is not a digit of the key.`,
        problem.suggestion === null ? null : `Did you mean ${problem.suggestion}?`,
      );
    case "group-length": {
      const length = countText(problem.count, "character", "characters");
      return `${groupName(problem.place)} has ${length}, not ${DIGITS_PER_GROUP}.`;
    }
    case "too-short":
      return `${problem.count} of ${KEY_DIGITS} digits so far.`;
    case "too-long": {
      const tooMany = numberText(problem.count - KEY_DIGITS);
      return `${numberText(problem.count)} digits: that is ${tooMany} too many.`;
    }
  }
}

export function groupCountText({ row, group }: GroupPlace, count: number): string {
  return `${rowLetter(row)}${group + 1}: ${count} of ${DIGITS_PER_GROUP}`;
}
