/** What *Open*, *Lock a file*, *Repair* and key files say; of the same acts, the command line too. */

import type { Typo } from "../../../backup/candidates.ts";
import type { Facts } from "../../../backup/facts.ts";
import type { OpenOutcome } from "../../../backup/open.ts";
import { rowLetter } from "../../../core/key/key-rows.ts";
import { backupsSay, durationText, sizeText, verdictText } from "./backups.ts";
import { countText, isOne, numberText } from "./format.ts";
import { entryName } from "./shared-words.ts";

export const openText = {
  title: "Open",
  warning: "What comes out is no longer encrypted: whoever has the file can read it.",
  limit: "The most that may come out of one file, in GiB",
  limitHint:
    "A small file can be made to unpack without end. Writing stops at this size; raise it if you trust the file.",
  limitWrong: "The limit is a number of GiB greater than 0.",
  start: "Choose where to save",
  startZip: "Open into one ZIP",
  zipName: "opened-backups.zip",
  intoFolder: "Folders are kept, nothing is overwritten, and SHA256SUMS.txt lists what came out.",
  intoZip:
    "This browser lets no page write into a folder, so all files come as one ZIP: folders are kept, and SHA256SUMS.txt lists what came out.",
  running: "Opening …",
  noPlace: "Nothing was opened: no place was chosen.",
  failed: "The file could not be written there. Nothing was kept of it.",
  full: "There is not enough room on the disk. What was not finished was not kept.",
  unreadable: backupsSay.unreadable,
  cancelled: "Stopped. Nothing was kept of the file at work.",
};

export const lockText = {
  title: "Lock files",
  drop: "Drop what is to be locked",
  dropHint: "A chat export, photos, any files or folders.",
  pick: "Pick files to lock",
  pickFolder: "Pick a folder to lock",
  key: "Key",
  noKey: "There is no key to lock with. Generate one first.",
  noFiles: "Choose or drop something to lock first.",
  noPlace: "Nothing was locked: no place was chosen.",
  cancelled: "Stopped. Nothing was kept of the locked file.",
  full: "There is not enough room on the disk. Nothing was kept.",
  start: "Lock and save",
  running: "Locking …",
  tooLarge: "That is more than one locked file can hold: 64 GiB. Nothing was written.",
  failed: "The files could not be read, or the locked file not be written. Nothing was kept.",
};

/** What was chosen, and what it will be. */
export function chosenText(count: number, bytes: number, name: string): string {
  return `${countText(count, "file", "files")}, ${sizeText(bytes)}. It becomes ${name}.`;
}

/** One of the keys to choose from. */
export function lockingKeyText(entry: { label: string; keyId: string }): string {
  return `${entryName(entry)} · ${entry.keyId}`;
}

export function lockDoneText(name: string, bytes: number): string {
  return `Locked: ${name}, ${sizeText(bytes)}. Only this key opens it; keep a copy of the key outside this browser.`;
}

export const repairText = {
  title: "Repair a key",
  what: "You have the key with a typo, and the backup it belongs to: Sixtyfour tries every key that is one typo away, on this computer.",
  typed: "What you have of the key",
  hint: "63 to 65 digits. Write ? for one or two digits that you cannot read, or ???? for one whole group.",
  unusable: "Give 63 to 65 digits (0–9, a–f), with ? for at most two unreadable ones or for one whole group.",
  noClue: "This file is too short to tell the right key from another.",
  start: "Search",
  running: "Trying keys …",
  found: "This key opens the file.",
  save: "Save this key",
  saved: "The key was added, sealed and read back.",
  youTyped: "What you typed, with the wrong digits struck out",
  theKey: "The key, with the digits marked that differ",
  failed: "The search broke off. Try again.",
  unreadable: backupsSay.unreadable,
  cancelled: "Stopped. No key was found until then.",
};

/** What the typo was. */
export const typoText: Record<Typo, string> = {
  unreadable: "This key opens the file: the unreadable digits were found.",
  "one-extra": "This key opens the file: one digit was too many.",
  "one-missing": "This key opens the file: one digit was missing.",
  "neighbours-swapped": "This key opens the file: two neighbours were swapped.",
  columns: "This key opens the file: the groups were read by columns.",
  "groups-swapped": "This key opens the file: two groups were swapped.",
  "one-wrong": "This key opens the file: one digit was wrong.",
  "any-two-swapped": "This key opens the file: two digits were swapped.",
  "two-wrong": "This key opens the file: two digits were wrong.",
};

export function nothingText(tried: number): string {
  return `None of ${numberText(tried)} keys within one typo of this one opens the file. It may be another key, or more than one typo; or the file is not the one that this key belongs to.`;
}

/** Counted from 0, said from 1. */
type Place = { row: number; group: number; digit: number };

export function differenceText(at: Place & { typed: string | null; found: string | null }): string {
  const place = `Row ${rowLetter(at.row)}, group ${at.group + 1}, digit ${at.digit + 1}`;
  if (at.typed === null) return `${place}: ${at.found} was missing`;
  if (at.found === null) return `${place}: ${at.typed} was too many`;
  return at.typed === "?" ? `${place}: ${at.found} was unreadable` : `${place}: ${at.found}, not ${at.typed}`;
}

/** How far a search is and how fast. */
export function triedText(tried: number, total: number, elapsedMs: number): string {
  const counts = `${numberText(tried)} of ${numberText(total)} keys tried`;
  const perSecond = (tried * 1000) / Math.max(1, elapsedMs);
  if (perSecond === 0) return counts;
  return `${counts}, ${numberText(Math.round(perSecond))} a second, ${durationText((total - tried) / perSecond)}`;
}

/** @param to - where it was written, which the page does not hear from the browser. */
export function openedText({ kind, size, pages, pageBytes, entries, keys }: Facts, to?: string): string {
  const opened = to === undefined ? "Opened" : `Opened to ${to}`;
  if (pages !== undefined && pageBytes !== undefined)
    return `${opened}: SQLite database, ${countText(pages, "page", "pages")} of ${pageBytes} bytes, ${sizeText(size)}.`;
  if (entries !== undefined)
    return `${opened}: ZIP with ${countText(entries, "entry", "entries")}, ${sizeText(size)}.`;
  if (keys !== undefined && keys.length > 0) return `${opened}: JSON: ${keys.join(", ")}, ${sizeText(size)}.`;
  return kind === "json" ? `${opened}: JSON, ${sizeText(size)}.` : `${opened}: ${sizeText(size)}.`;
}

/** One sentence on how opening a file ended. */
export function outcomeLine(done: OpenOutcome): string {
  switch (done.outcome) {
    case "opened":
      return openedText(done.facts);
    case "will-not-inflate":
      return "The key is right and the file untouched, but what is inside does not unpack. Nothing was kept.";
    case "too-large":
      return "More would have come out than the limit allows. Nothing was kept; raise the limit and open it again.";
    case "refused":
      return "Not opened: nothing was kept of it.";
  }
}

export function openedNameText(name: string): string {
  return `What is inside is called ${name}, unless you choose another name.`;
}

/** The same for one file alone: beside no row that tells its verdict. */
export function outcomeSaid(done: OpenOutcome): string {
  const line = outcomeLine(done);
  return done.outcome === "refused" ? `${verdictText[done.checked.verdict]} ${line}` : line;
}

/** @param others - paths of what was not opened; their rows say why. */
export function batchText(opened: number, others: readonly string[]): string {
  const sums = "SHA256SUMS.txt lists what came out.";
  if (others.length === 0)
    return isOne(opened) ? `1 file opened. ${sums}` : `All ${numberText(opened)} files opened. ${sums}`;
  const all = countText(opened + others.length, "file", "files");
  const counts = `${numberText(opened)} of ${all} opened.`;
  const left = `Nothing was kept of: ${others.join(", ")}.`;
  return opened > 0 ? `${counts} ${sums} ${left}` : `${counts} ${left}`;
}
