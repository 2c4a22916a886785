/** The text of a key: the names of its parts, and what is wrong with it. */
import { DIGITS_PER_GROUP, type GroupPlace, KEY_DIGITS, rowLetter } from "../../../core/key/key-rows.ts";
import type { KeyTextProblem } from "../../../core/key/key-text.ts";
import { countText, numberText, paragraph } from "./format.ts";

/** A group of a key. People count from 1. */
export function groupName({ row, group }: GroupPlace): string {
  return `Row ${rowLetter(row)}, group ${group + 1}`;
}

/** Repeats no digit of the key, only the one character that is not a digit. */
export function problemText(problem: KeyTextProblem): string {
  switch (problem.kind) {
    case "wrong-character":
      return paragraph(
        `${groupName(problem.place)}: “${problem.character}” is not allowed.`,
        problem.suggestion === null ? "Use only 0–9 and a–f." : `Did you mean ${problem.suggestion}?`,
      );
    case "group-length": {
      const length = countText(problem.count, "character", "characters");
      return `${groupName(problem.place)} has ${length}, not ${DIGITS_PER_GROUP}.`;
    }
    case "too-short":
      return `${problem.count} of ${KEY_DIGITS} digits so far.`;
    case "too-long": {
      const tooMany = numberText(problem.count - KEY_DIGITS);
      return `${numberText(problem.count)} digits: ${tooMany} too many.`;
    }
  }
}

export function groupCountText({ row, group }: GroupPlace, count: number): string {
  return `${rowLetter(row)}${group + 1}: ${count} of ${DIGITS_PER_GROUP}`;
}
