/** Reads what an exported entry's notes say besides the key. Everything is optional: people edit notes. */
import { isPhoneEnding } from "../core/keyring/opened-keyring.ts";
import { NOTE_FIELDS, OLD_KEY_ID_FIELD } from "./export-entry.ts";

/** Label and note as they stand there, of any length. */
export type NotesReading = {
  label: string | null;
  phoneEnding: string | null;
  createdAtMs: number | null;
  note: string | null;
  /** 8 characters as written, not compared with any key here. */
  keyId: string | null;
};

/** The length at which text from elsewhere is no longer looked at. */
const MOST_CHARACTERS = 100_000;

function fieldIn(text: string, field: string): string | null {
  const mark = `\n${field}: `;
  const at = `\n${text}`.indexOf(mark);
  return at < 0 ? null : (text.slice(at + mark.length - 1).split("\n", 1)[0] ?? null);
}

function dayIn(text: string | null): number | null {
  const atMs =
    text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

/** Never throws. */
export function readNotes(given: string): NotesReading {
  const text = given.slice(0, MOST_CHARACTERS).replaceAll("\r\n", "\n");
  const noteMark = `\n${NOTE_FIELDS.note}: `;
  const noteAt = text.indexOf(noteMark);
  const head = noteAt < 0 ? text : text.slice(0, noteAt);
  const phone = fieldIn(head, NOTE_FIELDS.phone);
  const keyId = fieldIn(head, NOTE_FIELDS.keyId) ?? fieldIn(head, OLD_KEY_ID_FIELD);
  return {
    label: fieldIn(head, NOTE_FIELDS.name),
    phoneEnding: phone !== null && isPhoneEnding(phone) ? phone : null,
    createdAtMs: dayIn(fieldIn(head, NOTE_FIELDS.saved)),
    note: noteAt < 0 ? null : text.slice(noteAt + noteMark.length),
    keyId: keyId !== null && /^[0-9a-z]{8}$/.test(keyId) ? keyId : null,
  };
}
