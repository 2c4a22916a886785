/** How the 64 digits are laid out: 4 rows of 4 groups of 4, read row by row (formats.md §1). */

export const KEY_DIGITS = 64;
export const ROWS = 4;
export const GROUPS_PER_ROW = 4;
export const DIGITS_PER_GROUP = 4;
export const DIGITS_PER_ROW = 16;

/** 4 rows of 4 groups of 4 digits. `hex`: 64 characters. */
export function keyRows(hex: string): string[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: GROUPS_PER_ROW }, (_, group) => {
      const start = row * DIGITS_PER_ROW + group * DIGITS_PER_GROUP;
      return hex.slice(start, start + DIGITS_PER_GROUP);
    }),
  );
}
