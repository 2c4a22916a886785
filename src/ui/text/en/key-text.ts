/** The text of a key: the names of its parts, and what is wrong with it. */
import {
  DIGITS_PER_GROUP,
  DIGITS_PER_ROW,
  type GroupPlace,
  KEY_DIGITS,
  rowLetter,
} from "../../../core/key/key-rows.ts";
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
    case "row-length":
      return problem.count === 0
        ? `Row ${rowLetter(problem.row)} is missing.`
        : `Row ${rowLetter(problem.row)} has ${countText(problem.count, "digit", "digits")}, not ${DIGITS_PER_ROW}.`;
    case "row-twice":
      return `Row ${rowLetter(problem.row)} is there twice.`;
    case "row-check":
      return `The check of row ${rowLetter(problem.row)} does not match. Compare this row digit by digit.`;
    case "several-keys":
      return `This text has ${numberText(problem.count)} different keys. Enter one of them.`;
    case "password":
      return "This looks like a password. A password does not open a backup file: Sixtyfour needs the 64-digit key.";
    case "hash-list":
      return "This looks like the checksum of a file. If it is a key, enter its 64 digits alone.";
    case "crypt14-key":
      return "This is WhatsApp's own key file for crypt12 and crypt14. It has no 64-digit key.";
    case "sixtyfour-file":
      return "This is a Sixtyfour file. Import it in Sixtyfour.";
    case "not-text":
      return `This is neither text nor a key file: ${countText(problem.bytes, "byte", "bytes")}. A key file has 59 bytes, a bare key 32.`;
    case "no-key":
      return "This text has no 64-digit key.";
    case "unclear":
      return "Something beside the key looks like its digits. Enter the 64 digits alone.";
  }
}

export function groupCountText({ row, group }: GroupPlace, count: number): string {
  return `${rowLetter(row)}${group + 1}: ${count} of ${DIGITS_PER_GROUP}`;
}
