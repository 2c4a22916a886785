/**
 * One key as every manager gets it: title, username, password, address, notes.
 *
 * The password is the 64 lower-case hex characters. The notes hold the key once more in groups of four, as
 * some managers drop one of the two, and what a person needs who finds the entry without Sixtyfour. The
 * username holds the Key ID, as browsers keep one password for each address and username: without it the
 * second key of a phone would overwrite the first. The wording is part of the format: `notes.ts` reads it
 * back.
 */

import { type BackupKey, formatBackupKey, keyIdOf } from "../core/key/backup-key.ts";
import { keyRows } from "../core/key/key-rows.ts";
import type { Entry } from "../core/keyring/opened-keyring.ts";
import { WHATSAPP_WEB } from "../core/sites.ts";
import { toOneLine } from "./foreign-text.ts";

/** What of an entry goes out. */
export type ExportSource = Pick<Entry, "key" | "label" | "phoneEnding" | "note" | "origin" | "createdAtMs">;

/** What can be said of an entry without its key. */
export type ExportLogin = {
  title: string;
  /** `…34 1a2b3c4d`: phone ending, if there is one, and Key ID. */
  username: string;
  url: string;
  /** 8 characters. */
  keyId: string;
};

export type ExportEntry = ExportLogin & {
  /** 32 bytes. */
  key: BackupKey;
  /** 64 lower-case hex characters. */
  hex: string;
  /** Lines parted by `\n`, without one at the end. */
  notes: string;
  createdAtMs: number;
};

/** The names of the lines in an entry's notes. `notes.ts` finds the lines by them. */
export const NOTE_FIELDS = {
  keyId: "Key ID",
  phone: "Phone number ends in",
  saved: "Saved in Sixtyfour on",
  name: "Name",
  note: "Note",
} as const;

/** What older exports call the Key ID. People keep such files for years. */
export const OLD_KEY_ID_FIELD = "Fingerprint";

/** Tells, on reading back, that a key does not open WhatsApp's backups. */
export const MADE_HERE = "This key was made by Sixtyfour.";
export const MADE_HERE_TITLE = "Sixtyfour file key";

const RESTORE_STEPS: Record<Entry["origin"], string> = {
  whatsapp:
    "To restore: install WhatsApp, confirm the phone number, choose Restore, and enter these 64 digits where it asks for the 64-digit encryption key. Digits are 0 to 9 and a to f.",
  generated: `${MADE_HERE} It opens the files that were encrypted with it, and no backup that WhatsApp made.`,
};

/** The calendar day in UTC, `2026-11-23`. */
export function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

type Named = Pick<Entry, "origin" | "phoneEnding"> & { keyId: string };

export function exportLoginOf({ origin, phoneEnding, keyId }: Named): ExportLogin {
  const what = origin === "whatsapp" ? "WhatsApp backup key" : MADE_HERE_TITLE;
  return {
    title: phoneEnding === "" ? what : `${what} (…${phoneEnding})`,
    username: phoneEnding === "" ? keyId : `…${phoneEnding} ${keyId}`,
    url: `${WHATSAPP_WEB.origin}/`,
    keyId,
  };
}

function notesOf(source: ExportSource, hex: string): string {
  const { keyId, phone, saved, name, note } = NOTE_FIELDS;
  const line = (field: string, text: string) => (text === "" ? [] : [`${field}: ${text}`]);
  return [
    "64-digit key:",
    ...keyRows(hex).map((groups) => groups.join(" ")),
    ...line(keyId, keyIdOf(source.key)),
    ...line(phone, source.phoneEnding),
    ...line(saved, dayOf(source.createdAtMs)),
    // A line end in it would start a field of its own.
    ...line(name, toOneLine(source.label)),
    RESTORE_STEPS[source.origin],
    "Keep this key secret: it opens the backup. Sixtyfour is not affiliated with WhatsApp or Meta.",
    // Last, as it may have any number of lines.
    ...line(note, source.note),
  ].join("\n");
}

/** Makes the shape that every writer of this room takes. */
export function exportEntryOf(source: ExportSource): ExportEntry {
  const hex = formatBackupKey(source.key);
  return {
    ...exportLoginOf({ ...source, keyId: keyIdOf(source.key) }),
    key: source.key,
    hex,
    notes: notesOf(source, hex),
    createdAtMs: source.createdAtMs,
  };
}
