/**
 * What a recovery sheet holds, as data: the page is laid out and worded elsewhere.
 *
 * The rows are those of the phone, each with two check characters of ours (core `row-check.ts`), so that a
 * typo is found in its row when the sheet is typed in.
 */
import { formatBackupKey, keyIdOf } from "../../core/key/backup-key.ts";
import { keyRows } from "../../core/key/key-rows.ts";
import { rowCheck } from "../../core/key/row-check.ts";
import type { Entry } from "../../core/keyring/opened-keyring.ts";
import { dayOf, type ExportSource } from "../export-entry.ts";

export const ROW_LETTERS = ["A", "B", "C", "D"] as const;
export type RowLetter = (typeof ROW_LETTERS)[number];

type SheetRow = {
  letter: RowLetter;
  /** 4 groups of 4 digits. */
  groups: string[];
  /** 2 characters. */
  check: string;
};

export type Sheet = {
  rows: SheetRow[];
  /** 8 characters. */
  keyId: string;
  label: string;
  /** 0 to 4 digits. */
  phoneEnding: string;
  note: string;
  /** `2026-11-23`. */
  savedOn: string;
  /** What it opens: WhatsApp's backups, or files that Sixtyfour encrypted. */
  origin: Entry["origin"];
  /** The QR code's text: see `qr-code.ts`. */
  hex: string;
};

export function sheetOf(source: ExportSource): Sheet {
  const hex = formatBackupKey(source.key);
  const rows = keyRows(hex).map((groups, row): SheetRow => {
    const letter = ROW_LETTERS[row];
    if (letter === undefined) throw new RangeError("a key has four rows");
    return { letter, groups, check: rowCheck(row, groups.join("")) };
  });
  const { label, phoneEnding, note, origin } = source;
  const keyId = keyIdOf(source.key);
  return {
    rows,
    keyId,
    label,
    phoneEnding,
    note,
    savedOn: dayOf(source.createdAtMs),
    origin,
    hex,
  };
}
