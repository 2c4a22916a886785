/** The panels that open backups, encrypt files and repair a key. The command line shares the results. */

import type { Typo } from "../../../backup/candidates.ts";
import type { Facts } from "../../../backup/facts.ts";
import type { OpenOutcome } from "../../../backup/open.ts";
import type { Salvaged, SalvageOutcome } from "../../../backup/salvage.ts";
import { rowLetter } from "../../../core/key/key-rows.ts";
import { backupsSay, durationText, sizeText, verdictText } from "./backups.ts";
import { countText, isOne, numberText, paragraph } from "./format.ts";

export const openText = {
  title: "Open backups",
  warning: "Opened files are not encrypted. Anyone who has them can read them.",
  limit: "Size limit for each opened file, in GiB",
  limitHint:
    "A small file can be made to unpack without end. Sixtyfour stops at this size. Raise it if you trust the file.",
  limitWrong: "Enter a limit in GiB that is greater than 0.",
  start: "Choose where to save",
  startZip: "Save as one ZIP",
  zipName: "opened-backups.zip",
  intoFolder: "Folders are kept, and nothing is overwritten. SHA256SUMS.txt lists the opened files.",
  intoZip:
    "This browser does not let pages write into a folder, so you get one ZIP. Folders are kept, and SHA256SUMS.txt lists the opened files.",
  running: "Opening …",
  noPlace: "Nothing was opened: you did not choose where to save.",
  failed: "The file could not be saved there, and no part of it was kept. Try another folder.",
  full: "The disk is full. Unfinished files were not kept. Free some space and try again.",
  unreadable: backupsSay.unreadable,
  cancelled: "Stopped. No part of the unfinished file was kept.",
};

export const salvageText = {
  ...openText,
  title: "Save what can be read",
  warning:
    "Use this only if a file cannot be opened and no better copy is left. What comes out is not verified: it may be incomplete or changed.",
  names: "The name of each saved file ends in .unverified.",
  running: "Reading what is left …",
  noPlace: "Nothing was saved: you did not choose where to save.",
  zipName: "unverified-backups.zip",
};

export const encryptText = {
  title: "Encrypt files",
  notForWhatsApp: "WhatsApp does not restore this file. Open it with Sixtyfour or wa-crypt-tools.",
  drop: "Drop files to encrypt",
  dropHint: "A chat export, photos, any files or folders.",
  pick: "Choose files to encrypt",
  pickFolder: "Choose a folder to encrypt",
  key: "Key",
  noKey: "You have no key for this yet. Generate one.",
  noFiles: "Choose or drop the files first.",
  noPlace: "Nothing was encrypted: you did not choose where to save.",
  cancelled: "Stopped. No part of the encrypted file was kept.",
  full: "The disk is full. Nothing was kept. Free some space and try again.",
  start: "Encrypt and save",
  running: "Encrypting …",
  tooLarge: "One encrypted file holds at most 64 GiB. Nothing was saved. Choose fewer files.",
  failed:
    "The files could not be read, or the encrypted file could not be saved. Nothing was kept. Try again.",
};

/** What was chosen, and the name of the file to be made. */
export function chosenText(count: number, bytes: number, name: string): string {
  return `${countText(count, "file", "files")}, ${sizeText(bytes)}. The encrypted file: ${name}.`;
}

export function encryptDoneText(name: string, bytes: number): string {
  return `Encrypted: ${name}, ${sizeText(bytes)}. Only this key opens it. Keep the key in a safe place outside this browser. Before you delete the originals, drop the encrypted file here and run a full check.`;
}

export const repairText = {
  title: "Repair a key",
  what: "You need the key with its typo and a backup that it belongs to. On this computer, Sixtyfour tries common typos: up to two wrong digits, missing or extra digits or groups, swapped digits, groups or rows.",
  typed: "Your key with the typo",
  hint: "Letters that look like digits are fine. Use ? for one or two unreadable digits, or ???? for one whole group.",
  noClue: "This file is too short to show whether a key fits. Try another backup.",
  start: "Search",
  running: "Trying keys …",
  found: "Key found: it fits this backup.",
  save: "Save this key",
  saved: "Key saved and verified.",
  youTyped: "The key you typed, wrong digits struck out",
  theKey: "The right key, differences marked",
  failed: "The search failed. Try again.",
  unreadable: backupsSay.unreadable,
  cancelled: "Stopped. No key was found so far.",
};

/** @param count - characters that were counted as digits. */
export function unusableText(count: number): string {
  const counted = `Sixtyfour counted ${countText(count, "digit", "digits")} here; a key has 64.`;
  return `${counted} Up to two digits or one group may be missing or extra. With 64, use ? for one or two unreadable digits, or ???? for one whole group.`;
}

/** What the typo was. */
export const typoText: Record<Typo, string> = {
  unreadable: "This key fits: the unreadable digits were found.",
  "one-extra": "This key fits: one digit was too many.",
  "one-missing": "This key fits: one digit was missing.",
  "part-extra": "This key fits: a group or a row was there twice.",
  "two-extra": "This key fits: two digits were too many.",
  "look-alikes": "This key fits: some characters only looked like the right digits.",
  "byte-order": "This key fits: its digits were in another byte order.",
  "rows-exchanged": "This key fits: its rows were in another order.",
  "two-missing": "This key fits: two digits were missing.",
  "group-missing": "This key fits: one group was missing.",
  "neighbours-swapped": "This key fits: two neighbouring digits were swapped.",
  columns: "This key fits: the groups were read column by column.",
  "groups-swapped": "This key fits: two groups were swapped.",
  "one-wrong": "This key fits: one digit was wrong.",
  "any-two-swapped": "This key fits: two digits were swapped.",
  "two-wrong": "This key fits: two digits were wrong.",
};

export function nothingText(tried: number): string {
  return `No match: Sixtyfour tried ${numberText(tried)} keys with a common typo. Yours may have more typos, or belong to another backup.`;
}

/** Counts from 0. The sentence counts from 1. */
type Place = { row: number; group: number; digit: number };

export function differenceText(at: Place & { typed: string | null; found: string | null }): string {
  const place = `Row ${rowLetter(at.row)}, group ${at.group + 1}, digit ${at.digit + 1}`;
  if (at.typed === null) return `${place}: ${at.found} was missing`;
  if (at.found === null) return `${place}: ${at.typed} was extra`;
  return at.typed === "?" ? `${place}: ${at.found} was unreadable` : `${place}: ${at.found}, not ${at.typed}`;
}

/** The progress of a search: keys tried, speed, time left. */
export function triedText(tried: number, total: number, elapsedMs: number): string {
  const counts = `${numberText(tried)} of ${numberText(total)} keys tried`;
  const perSecond = (tried * 1000) / Math.max(1, elapsedMs);
  if (perSecond === 0) return counts;
  return `${counts}, ${numberText(Math.round(perSecond))} a second, ${durationText((total - tried) / perSecond)}`;
}

/** @param to - the path that was written. A page does not know it: the browser does not tell. */
export function openedText(facts: Facts, to?: string): string {
  return paragraph(
    factsText(facts, to === undefined ? "Opened" : `Opened to ${to}`),
    facts.missesOf === undefined ? null : shortText(facts.size, facts.missesOf),
  );
}

/** The lengths in bytes, as the database has them and as its header says. */
function shortText(size: number, expected: number): string {
  return `The database is shorter than its header says: ${countText(size, "byte", "bytes")} instead of ${numberText(expected)}.`;
}

function factsText({ kind, size, pages, pageBytes, entries, keys }: Facts, opened: string): string {
  if (pages !== undefined && pageBytes !== undefined)
    return `${opened}: SQLite database, ${countText(pages, "page", "pages")} of ${pageBytes} bytes, ${sizeText(size)}.`;
  if (entries !== undefined)
    return `${opened}: ZIP with ${countText(entries, "entry", "entries")}, ${sizeText(size)}.`;
  if (keys !== undefined && keys.length > 0) return `${opened}: JSON: ${keys.join(", ")}, ${sizeText(size)}.`;
  return kind === "json" ? `${opened}: JSON, ${sizeText(size)}.` : `${opened}: ${sizeText(size)}.`;
}

/** What did not come out. Null: nothing. */
export function leftOverText(bytes: number): string | null {
  if (bytes === 0) return null;
  return `${countText(bytes, "byte", "bytes")} behind the end of its compressed content did not come out.`;
}

function howItEnded({ end, readTo, fileBytes, tagBytes, isAuthentic }: Salvaged): string {
  const place = `byte ${numberText(readTo)} of ${numberText(fileBytes)}`;
  switch (end) {
    case "cut":
      return "The file ends before its content does.";
    case "broken":
      return `Nothing behind ${place} could be unpacked. The damage begins there or before.`;
    case "wrong-sum":
      return "All of its content could be unpacked, but its inner checksum is wrong. Nobody can tell which part is damaged.";
    case "ended":
      if (isAuthentic) return "All of its content could be unpacked.";
      return paragraph(
        "All of its content could be unpacked, and its inner checksum matches.",
        tagBytes === 0 ? null : `The ${numberText(tagBytes)} bytes of its tag that are left match too.`,
      );
    default:
      return "Nothing shows where it is damaged.";
  }
}

/** @param to - as for {@link openedText}. */
export function salvagedText(salvaged: Salvaged, to?: string): string {
  const { facts, foundAt, isAuthentic } = salvaged;
  const saved = to === undefined ? "Saved what could be read" : `Saved what could be read to ${to}`;
  return paragraph(
    factsText(facts, saved),
    facts.missesOf === undefined ? null : shortText(facts.size, facts.missesOf),
    foundAt === null ? null : `The header is damaged. The data was found at byte ${numberText(foundAt)}.`,
    howItEnded(salvaged),
    isAuthentic ? "The tag matches: what came out is unchanged." : "None of it is verified.",
  );
}

export function salvageOutcomeText(done: SalvageOutcome, to?: string): string {
  switch (done.outcome) {
    case "salvaged":
      return salvagedText(done.salvaged, to);
    case "nothing":
      return "Nothing could be read with your keys. Nothing was kept.";
    case "too-large":
      return "What can be read would exceed the limit. Nothing was kept. Raise the limit and try again.";
  }
}

/** One sentence on how opening a file ended. */
export function outcomeLine(done: OpenOutcome): string {
  switch (done.outcome) {
    case "opened":
      return paragraph(openedText(done.facts), leftOverText(done.leftOver));
    case "will-not-inflate":
      return "The key fits and the file is unchanged, but its content cannot be unpacked. Nothing was kept.";
    case "too-large":
      return "The opened file would exceed the limit. Nothing was kept. Raise the limit and try again.";
    case "refused":
      return "Not opened. Nothing was kept.";
  }
}

export function openedNameText(name: string): string {
  return `The opened file will be called ${name}, unless you choose another name.`;
}

/** The same, with the verdict: for a single file, whose row may be out of sight. */
export function outcomeSaid(done: OpenOutcome): string {
  const line = outcomeLine(done);
  return done.outcome === "refused" ? `${verdictText[done.checked.verdict]} ${line}` : line;
}

/**
 * How opening many files ended.
 *
 * @param skipped - paths of the files that an earlier run has opened. @param others - of those that did not come
 * out. Their rows say why.
 */
export function batchText({
  opened,
  skipped,
  others,
}: {
  opened: number;
  skipped: readonly string[];
  others: readonly string[];
}): string {
  const there = opened + skipped.length;
  const all = countText(there + others.length, "file", "files");
  const isAll = opened > 0 && others.length === 0 && skipped.length === 0;
  const counts = isOne(opened) ? "1 file opened." : `All ${numberText(opened)} files opened.`;
  return paragraph(
    isAll ? counts : `${numberText(opened)} of ${all} opened.`,
    skipped.length === 0
      ? null
      : `Skipped, already there with the same content: ${numberText(skipped.length)}.`,
    there === 0 ? null : "SHA256SUMS.txt lists the opened files.",
    isAll || others.length === 0 ? null : `Not opened: ${others.join(", ")}.`,
  );
}
