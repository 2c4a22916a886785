/**
 * Keys as plain text: for each key its title, its username, its notes, and a line of dashes between two keys.
 * Any other text is read too, as one piece: what looks like a key in it is one.
 */
import { utf8ToBytes } from "../../core/bytes.ts";
import { fail, type Result } from "../../core/errors.ts";
import { startCollecting } from "../collect.ts";
import type { ExportEntry } from "../export-entry.ts";
import { type Found, type ImportError, MOST_ENTRIES_READ } from "../found.ts";
import { FIT, type Format } from "./format-definition.ts";

const RULE = "-".repeat(40);
const RULES = /^-{8,40}$/m;

/** The whole file as text, with `\n` for line ends: a note may hold others. */
export function writeKeyText(entries: readonly ExportEntry[]): string {
  return entries.map(({ title, username, notes }) => `${title}\n${username}\n${notes}\n`).join(`${RULE}\n`);
}

/** Never throws. */
export function readKeyText(text: string): Result<Found, ImportError> {
  const pieces = text.replaceAll("\r\n", "\n").split(RULES);
  if (pieces.length > MOST_ENTRIES_READ) return fail("too-many-entries");
  const collector = startCollecting();
  for (const piece of pieces) {
    const notes = piece.trim();
    const username = notes.split("\n", 2)[1] ?? "";
    collector.add({ title: "", username, notes, createdAtMs: null, texts: [["text", notes]] });
  }
  return collector.result();
}

export const text = {
  id: "text",
  place: "file",
  encrypted: false,
  fileName: () => "sixtyfour-keys.txt",
  recognise: (file) => (file.text === null ? FIT.none : FIT.anyText),
  read: (file) => readKeyText(file.text ?? ""),
  write: (entries) => utf8ToBytes(writeKeyText(entries)),
} as const satisfies Format;
