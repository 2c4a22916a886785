/**
 * Several rows of a recovery sheet that come in one piece, as a scanner's text or another page gives them.
 *
 * They are split only if there is just one way to read them: lines that each begin with their row's letter,
 * the whole key in any layout, or four lines. Whether a row is right is not decided here: see `typed-row.ts`.
 */

import { wipe } from "../../core/bytes.ts";
import { formatBackupKey } from "../../core/key/backup-key.ts";
import { keyRows, ROWS } from "../../core/key/key-rows.ts";
import { readKeyText } from "../../core/key/key-text.ts";
import { ROW_LETTERS } from "./sheet.ts";

/** Much longer than four rows with letters, checks and generous spacing. */
const MOST_CHARACTERS = 1000;
/** The row's letter set apart, as `typed-row.ts` takes it. */
const LETTER = /^([A-D])[\s:.)|]+(?=\S)/i;
/** 16 digits and two check characters. */
const CHECKED_CHARACTERS = 18;
/** The sheet says this before the two characters. */
const CHECK_WORD = /\bcheck\b:?/i;

function wholeKey(text: string): string[] | null {
  const { key } = readKeyText(text);
  if (key === null) return null;
  const rows = keyRows(formatBackupKey(key)).map((groups) => groups.join(" "));
  wipe(key);
  return rows;
}

/**
 * @returns one text for each of the four rows, null for a missing row; null instead of a list: the text stays
 *   in one box.
 */
export function spreadRows(text: string): (string | null)[] | null {
  if (text.length > MOST_CHARACTERS) return null;
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.replace(CHECK_WORD, " ").replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const letters = lines.map((line) => LETTER.exec(line)?.[1]?.toUpperCase() ?? "");
  const isLettered = !letters.includes("") && new Set(letters).size === letters.length;
  // First: four rows that each lack a digit make 64 with their letters.
  if (lines.length > 1 && isLettered)
    return ROW_LETTERS.map((letter) => lines[letters.indexOf(letter)]?.replace(LETTER, "") ?? null);
  // Rows with their checks stay as they are: each check is seen beside its row.
  const isChecked = lines.every((line) => line.replace(/[^0-9a-z]/gi, "").length === CHECKED_CHARACTERS);
  const whole = isChecked ? null : wholeKey(text);
  if (whole) return whole;
  return lines.length === ROWS && letters.every((letter) => letter === "") ? lines : null;
}
