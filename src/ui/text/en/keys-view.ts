/** The lists of keys, and what is said beside one key. */
import { dateText } from "./format.ts";

export const keysText = {
  deleted: "Deleted keys",
  none: "No keys yet",
  noneHint: "Add the key that WhatsApp showed you on your phone.",
  gone: "This key is not here.",
  restored: "Key restored.",
  erased: "Key deleted for good.",
};

export const keysPress = { restore: "Restore", erase: "Delete for good" };

/** Asked before a deleted key goes for good. */
export const eraseConfirm = {
  title: "Delete this key for good?",
  consequence: "You cannot restore it afterwards. Nobody can open what only this key opens.",
  sure: "Delete it for good",
};

/** For those who do not see which key it stands beside. */
export function erasePressName(name: string): string {
  return `Delete “${name}” for good`;
}

export function erasedText(erasedAtMs: number): string {
  return `Will be deleted for good on ${dateText(erasedAtMs)}`;
}

export function lastTestText(testedAtMs: number | null): string {
  return testedAtMs === null
    ? "Not tested on a backup yet. Test it under Backups."
    : `This key fits a backup. Tested on ${dateText(testedAtMs)}.`;
}
