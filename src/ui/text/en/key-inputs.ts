/** The ways to enter a key without a file: camera, picture, typed rows. */

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

export const noKeyInCode = "This code has no 64-digit key.";

export const cameraText = {
  title: "Scan a QR code",
  opening: "If the browser asks, allow Sixtyfour to use the camera.",
  looking: "Hold the code in front of the camera, steady and in good light. Sixtyfour reads it by itself.",
  view: "Camera picture",
  stays: "The pictures stay in this tab. None is saved or sent.",
};

/** Why the camera did not start, or why it stopped. */
export const cameraFailureText = {
  none: "No camera was found. Connect one, or read the code from a picture.",
  refused:
    "The browser does not allow the camera. Allow it in the address bar, or read the code from a picture.",
  "in-use": "The camera does not answer; another program may be using it. Close that program and try again.",
  failed: "The camera could not be started. Read the code from a picture instead.",
  lost: "The camera was disconnected or switched off. Connect it and try again.",
};

export const pictureText = {
  title: "Read a picture",
  hint: "Use a photo or a screenshot in PNG, JPEG or WebP. You can also paste it here. It stays in this tab.",
  reading: "Looking for a QR code …",
  noCode:
    "No QR code was found in this picture. Take another one: the whole code, sharp, from straight above, with white around it.",
};

export const pictureProblemText: Record<PictureProblem, string> = {
  "too-large": "This picture is too large. Crop it to the code: at most 50 MB and 64 million pixels.",
  "not-a-picture": "Choose a PNG, JPEG or WebP image. This one has another format or is damaged.",
};

export const rowsText = {
  title: "Type the rows",
  hint: "Type the 16 digits of each row, 0–9 and a–f, and then the two check characters. Sixtyfour uses them to find typos. You can paste several rows at once.",
  allChecked: "All four rows are complete, and their checks match.",
};

export const rowName = (letter: string) => `Row ${letter}`;

/** @param unchecked - letters of the rows without a typed check, at least one. */
export function uncheckedText(unchecked: readonly string[]): string {
  if (unchecked.length === ROWS)
    return "All four rows are complete. Without the checks, Sixtyfour cannot notice typos.";
  return isOne(unchecked.length)
    ? `All four rows are complete. Without its check, Sixtyfour cannot notice a typo in row ${listText(unchecked)}.`
    : `All four rows are complete. Without their checks, Sixtyfour cannot notice typos in rows ${listText(unchecked)}.`;
}

/** @param letters - of the rows that are not complete yet, at least one. */
export function missingRowsText(letters: readonly string[]): string {
  return isOne(letters.length)
    ? `Row ${listText(letters)} is not complete yet.`
    : `Rows ${listText(letters)} are not complete yet.`;
}

const placeName = ({ group, position }: { group: number; position: number }) =>
  `Group ${group + 1}, character ${position + 1}`;

function lengthText(count: number): string {
  if (count > DIGITS_PER_ROW)
    return `${count} characters: a row has ${DIGITS_PER_ROW} digits and 2 check characters.`;
  const missing = DIGITS_PER_ROW - count;
  return isOne(missing)
    ? `${count} of ${DIGITS_PER_ROW} digits: 1 is missing.`
    : `${count} of ${DIGITS_PER_ROW} digits: ${missing} are missing.`;
}

function typoText({ isInCheck, suggestion }: Extract<TypedRow, { kind: "typo" }>): string {
  if (suggestion)
    return `The check does not match. ${placeName(suggestion)}: did you mean “${suggestion.digit}”? Look at the sheet.`;
  return isInCheck
    ? "The check does not match. The typo seems to be in the check: the last two characters."
    : "The check does not match: more than one character of this row is wrong. Compare it group by group.";
}

/** Where the typo is, or that there is none. Empty while nothing is typed. */
export function rowVerdict(reading: TypedRow): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "whole":
      return reading.isChecked
        ? "The row is complete, and its check matches."
        : `All ${DIGITS_PER_ROW} digits, without the check.`;
    case "length":
      return lengthText(reading.count);
    case "wrong-character":
      return `${placeName(reading)}: “${reading.character}” is not allowed. Use only 0–9 and a–f.`;
    case "other-row":
      return `This is row ${rowLetter(reading.row)} of the sheet.`;
    case "typo":
      return typoText(reading);
  }
}
