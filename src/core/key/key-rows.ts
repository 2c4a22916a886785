/** How the 64 digits are laid out: 4 rows of 4 groups of 4, read row by row. */

import { KEY_KINDS } from "./key-kinds.ts";

const { length, grouping } = KEY_KINDS["whatsapp-64"];
export const KEY_DIGITS = length;
export const ROWS = grouping.rows;
export const GROUPS_PER_ROW = grouping.groupsPerRow;
export const DIGITS_PER_GROUP = grouping.digitsPerGroup;
export const DIGITS_PER_ROW = GROUPS_PER_ROW * DIGITS_PER_GROUP;

/** Counted from 0. */
export type GroupPlace = { row: number; group: number };

/** @param index - of 16 groups, row by row. */
export function placeOfGroup(index: number): GroupPlace {
  return { row: Math.floor(index / GROUPS_PER_ROW), group: index % GROUPS_PER_ROW };
}

/** What a row is called, on the sheet and on the screen: A to D. */
export function rowLetter(row: number): string {
  return "ABCD".charAt(row);
}

/** 4 rows of 4 groups of 4 digits. `hex`: 64 characters. */
export function keyRows(hex: string): string[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: GROUPS_PER_ROW }, (_, group) => {
      const start = row * DIGITS_PER_ROW + group * DIGITS_PER_GROUP;
      return hex.slice(start, start + DIGITS_PER_GROUP);
    }),
  );
}

const GROUP = `[0-9a-f]{${DIGITS_PER_GROUP}}`;
const ROW_OF_DIGITS = new RegExp(`(?:${GROUP}[^0-9a-z]*){${GROUPS_PER_ROW - 1}}${GROUP}`, "i");

/** Does the text hold a row of a key, in one piece or in its groups? Words, dates and numbers are none. */
export function holdsKeyRow(text: string): boolean {
  return ROW_OF_DIGITS.test(text);
}
