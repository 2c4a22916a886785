/** What the ways say by which a key comes back in: camera, picture, typed rows. */

import type { TypedRow } from "../../../copies/paper/typed-row.ts";
import type { PictureProblem } from "../../../copies/qr/picture-size.ts";
import { DIGITS_PER_ROW, ROWS, rowLetter } from "../../../core/key/key-rows.ts";
import { isOne, listText } from "./format.ts";

export const inputPress = {
  rows: "Type all rows",
  picture: "Read a QR code from a picture",
  camera: "Read a QR code with the camera",
  choosePicture: "Choose the picture",
  useRows: "Use these rows",
  close: "Close",
};

export const noKeyInCode = "That code holds no 64-digit key.";

export const cameraText = {
  title: "QR code in front of the camera",
  opening: "The browser may ask whether Sixtyfour may use the camera.",
  looking: "Hold the code in front of the camera, steady and in good light. It is read by itself.",
  view: "What the camera sees",
  stays: "The pictures stay in this tab: none is kept or sent.",
};

/** Why the camera does not run, or runs no longer. */
export const cameraFailureText = {
  none: "No camera was found. Connect one, or read the code from a picture.",
  refused:
    "The browser does not let Sixtyfour use the camera. Allow it in the address bar, or read the code from a picture.",
  "in-use": "The camera is in use by another program or does not answer. Close that program and try again.",
  failed: "The camera could not be opened. Read the code from a picture instead.",
  lost: "The camera was disconnected or switched off.",
};

export const pictureText = {
  title: "QR code in a picture",
  hint: "A photo of the sheet or of the phone, or a screenshot: PNG, JPEG or WebP. It can also be pasted here. It stays in this tab.",
  reading: "Looking for a QR code …",
  noCode:
    "No QR code was found in this picture. Take it again: the whole code, sharp, straight from above, with white around it.",
};

export const pictureProblemText: Record<PictureProblem, string> = {
  "too-large": "This picture is too large. Up to 50 MB and 64 million pixels are read: crop it to the code.",
  "not-a-picture": "This is no picture in PNG, JPEG or WebP, or it is damaged.",
};

export const rowsText = {
  title: "Rows of the sheet",
  hint: "16 digits in each row, 0 to 9 and a to f. Type the two characters of the check after them, and a typo is found in its row. Several rows can be pasted at once.",
  allChecked: "All four rows are whole, and their checks agree.",
};

export const rowName = (letter: string) => `Row ${letter}`;

/** @param unchecked - letters of the rows whose check was not typed, one at least. */
export function uncheckedText(unchecked: readonly string[]): string {
  if (unchecked.length === ROWS)
    return "All four rows are whole. Without its check a typo in any of them is not noticed.";
  return isOne(unchecked.length)
    ? `All four rows are whole. Without its check a typo in row ${listText(unchecked)} is not noticed.`
    : `All four rows are whole. Without its check a typo in rows ${listText(unchecked)} is not noticed.`;
}

/** @param letters - of the rows that are not whole yet, one at least. */
export function missingRowsText(letters: readonly string[]): string {
  return isOne(letters.length)
    ? `Row ${listText(letters)} is not whole yet.`
    : `Rows ${listText(letters)} are not whole yet.`;
}

const placeName = ({ group, position }: { group: number; position: number }) =>
  `Group ${group + 1}, character ${position + 1}`;

function lengthText(count: number): string {
  if (count > DIGITS_PER_ROW)
    return `${count} characters: a row has ${DIGITS_PER_ROW} digits, and its check 2 characters.`;
  const missing = DIGITS_PER_ROW - count;
  return isOne(missing)
    ? `${count} of ${DIGITS_PER_ROW} digits: 1 is missing.`
    : `${count} of ${DIGITS_PER_ROW} digits: ${missing} are missing.`;
}

function typoText({ isInCheck, suggestion }: Extract<TypedRow, { kind: "typo" }>): string {
  if (suggestion)
    return `The check does not agree. ${placeName(suggestion)}: did you mean “${suggestion.digit}”? Look at the sheet.`;
  return isInCheck
    ? "The check does not agree, and the typo seems to be in the check itself: its two characters at the end."
    : "The check does not agree: more than one character of this row is wrong. Go through it group by group.";
}

/** Where the typo is, or that there is none; empty while nothing is typed. */
export function rowVerdict(reading: TypedRow): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "whole":
      return reading.isChecked
        ? "Whole, and the check agrees."
        : `${DIGITS_PER_ROW} digits, without the check.`;
    case "length":
      return lengthText(reading.count);
    case "wrong-character":
      return `${placeName(reading)}: “${reading.character}” is none of 0 to 9 and a to f.`;
    case "other-row":
      return `This is row ${rowLetter(reading.row)} of the sheet.`;
    case "typo":
      return typoText(reading);
  }
}
