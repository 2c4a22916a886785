/**
 * The opened keyring: the shape and bounds of all that is in it, and every change to it as a pure function of
 * the old state. Whether there is room for it is not asked here (`too-much.ts`).
 *
 * Times are milliseconds since 1970 and passed in. Nothing here is ever lost by a change: a deleted entry
 * stays for {@link RESTORABLE_MS} at least (`expiry.ts`), a superseded one for good.
 */

import * as v from "valibot";
import { equalBytes, hexToBytes } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import type { BackupKey } from "../key/backup-key.ts";
import { type KeyKind, keyKinds } from "../key/key-kinds.ts";
import {
  exact,
  id,
  keyHex,
  list,
  matching,
  type Schema,
  type TypeOf,
  text,
  timeMs,
  timeOrNull,
} from "../schema.ts";
import { type Mark, type MarkName, withMark } from "./entry-marks.ts";
import { initialSettingsOf, SETTINGS, type Settings } from "./settings.ts";
import {
  LONGEST_LABEL,
  LONGEST_NOTE,
  LONGEST_VAULT_NOTE,
  MOST_FORGOTTEN_NOTES,
  MOST_MARKS,
  MOST_PLACES_READ,
} from "./storage-budget.ts";

const PHONE_ENDING = /^[0-9]{0,4}$/;
/** Last digits of a phone number, 0 to 4 of them. */
export const isPhoneEnding = (digits: string): boolean => PHONE_ENDING.test(digits);

/** What people write about a key. */
export const labelSchema = text(LONGEST_LABEL);
export const noteSchema = text(LONGEST_NOTE);
export const phoneEndingSchema = matching(PHONE_ENDING, 4);

/**
 * A place outside this browser that holds the key; `verifiedAtMs` is null until it was read back equal.
 * `goneAtMs`: since when it holds the key no more, else null; it stays noted, so that an older state that is
 * merged in brings no check back. At most one of the two is a time.
 */
const placeSchema = v.pipe(
  exact({ place: labelSchema, verifiedAtMs: timeOrNull, goneAtMs: timeOrNull }),
  v.check(({ verifiedAtMs, goneAtMs }) => verifiedAtMs === null || goneAtMs === null),
);
export type KeyPlace = TypeOf<typeof placeSchema>;

const LONGEST_MARK = 40;
const markSchema = exact({
  name: matching(/^[a-z][a-z0-9-]*$/, LONGEST_MARK),
  isSet: v.boolean(),
  atMs: timeMs,
}) satisfies Schema<Mark>;
/** Each name once. */
const marksSchema = v.pipe(
  list(markSchema, MOST_MARKS),
  v.check((marks) => new Set(marks.map(({ name }) => name)).size === marks.length),
);

/** Text where it is stored, and bytes once it is read. */
export const keySchema = v.pipe(
  keyHex,
  v.transform((hex): BackupKey => hexToBytes(hex)),
);
/** How the key came to be here. */
export const originSchema = v.picklist(["generated", "whatsapp"]);
export type Origin = TypeOf<typeof originSchema>;

const FACTS = {
  /** Random. */
  id,
  kind: v.picklist(keyKinds),
  label: labelSchema,
  phoneEnding: phoneEndingSchema,
  note: noteSchema,
  origin: originSchema,
  createdAtMs: timeMs,
  lastUsedAtMs: timeOrNull,
  /** When a backup file last tested the key. */
  testedAtMs: timeOrNull,
  places: list(placeSchema, MOST_PLACES_READ),
  /** The id of the entry that replaced this one. */
  supersededBy: v.nullable(id),
  deletedAtMs: timeOrNull,
  marks: marksSchema,
} as const;
/** All that is stored of a key but the key. */
export const entryFactsSchema = exact(FACTS);
export const entrySchema = exact({ ...FACTS, key: keySchema });
export type Entry = TypeOf<typeof entrySchema>;

/**
 * What the vault page keeps of a record in a vault (`vault-record.ts`), as text; beside it only merging reads
 * it. `id`: random. `text`: empty once the record is forgotten, which no older state undoes.
 */
export const vaultNoteSchema = exact({ id, text: text(LONGEST_VAULT_NOTE) });
export type VaultNote = TypeOf<typeof vaultNoteSchema>;

export type Keyring = { settings: Settings; entries: Entry[]; vaults: VaultNote[] };

/** How long a deleted entry can be restored. */
export const RESTORABLE_MS = 30 * 24 * 60 * 60 * 1000;

export function emptyKeyring(): Keyring {
  return { settings: initialSettingsOf(SETTINGS), entries: [], vaults: [] };
}

export function findEntry(keyring: Keyring, id: string): Entry | null {
  return keyring.entries.find((e) => e.id === id) ?? null;
}

/** The entry that holds this key, deleted and superseded ones included. */
export function findByKey(keyring: Keyring, key: BackupKey): Entry | null {
  return keyring.entries.find((e) => equalBytes(e.key, key)) ?? null;
}

/** Is every key of the other keyring in this one, and every record in a vault, be it forgotten here? */
export function holdsAllOf(keyring: Keyring, { entries, vaults }: Keyring): boolean {
  const noted = new Set(keyring.vaults.map(({ id }) => id));
  return (
    entries.every(({ key }) => findByKey(keyring, key) !== null) &&
    vaults.every((note) => !isKeptNote(note) || noted.has(note.id))
  );
}

function replaceEntry(keyring: Keyring, id: string, change: Partial<Entry>): Keyring {
  return { ...keyring, entries: keyring.entries.map((e) => (e.id === id ? { ...e, ...change } : e)) };
}

function changeEntry(
  keyring: Keyring,
  id: string,
  change: (entry: Entry) => Partial<Entry>,
): Result<Keyring, "not-found"> {
  const entry = findEntry(keyring, id);
  return entry ? ok(replaceEntry(keyring, id, change(entry))) : fail("not-found");
}

export type NewEntry = Pick<Entry, "id" | "key" | "label" | "phoneEnding" | "origin"> & {
  replaces: string | null;
};

/** Of every key that comes in today. */
export const KIND_OF_NEW_KEYS: KeyKind = "whatsapp-64";

/** Adds a key that is not there yet; the entry it replaces becomes history. */
export function addEntry(
  keyring: Keyring,
  { replaces, ...given }: NewEntry,
  nowMs: number,
): Result<Keyring, "already-there" | "not-found"> {
  if (findByKey(keyring, given.key)) return fail("already-there");
  const entry: Entry = {
    ...given,
    kind: KIND_OF_NEW_KEYS,
    note: "",
    createdAtMs: nowMs,
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    supersededBy: null,
    deletedAtMs: null,
    marks: [],
  };
  const grown = { ...keyring, entries: [...keyring.entries, entry] };
  return replaces === null ? ok(grown) : changeEntry(grown, replaces, () => ({ supersededBy: entry.id }));
}

/** What people write about a key, each by itself. */
export type EntryField = "label" | "phoneEnding" | "note";

/** `from`: what stood there when somebody began to write `to`. */
export type EntryEdit = { field: EntryField; from: string; to: string };

/** @returns `changed-elsewhere` where another window has written something else there in the meantime. */
export function editEntry(
  keyring: Keyring,
  id: string,
  { field, from, to }: EntryEdit,
): Result<Keyring, "not-found" | "changed-elsewhere"> {
  const there = findEntry(keyring, id)?.[field];
  if (there !== undefined && there !== from && there !== to) return fail("changed-elsewhere");
  return changeEntry(keyring, id, () => ({ [field]: to }));
}

export function markUsed(keyring: Keyring, id: string, nowMs: number): Result<Keyring, "not-found"> {
  return changeEntry(keyring, id, () => ({ lastUsedAtMs: nowMs }));
}

/** Notes for each of these entries that a backup file tested its key. */
export function markTested(keyring: Keyring, ids: readonly string[], nowMs: number): Keyring {
  const entries = keyring.entries.map((e) => (ids.includes(e.id) ? { ...e, testedAtMs: nowMs } : e));
  return { ...keyring, entries };
}

/** Sets a mark, or takes it away. */
export function markEntry(
  keyring: Keyring,
  id: string,
  { mark, isSet }: { mark: MarkName; isSet: boolean },
  nowMs: number,
): Result<Keyring, "not-found"> {
  return changeEntry(keyring, id, (e) => ({ marks: withMark(e, mark, isSet, nowMs) }));
}

export function deleteEntry(keyring: Keyring, id: string, nowMs: number): Result<Keyring, "not-found"> {
  return changeEntry(keyring, id, (e) => ({ deletedAtMs: e.deletedAtMs ?? nowMs }));
}

export function restoreEntry(keyring: Keyring, id: string): Result<Keyring, "not-found"> {
  return changeEntry(keyring, id, () => ({ deletedAtMs: null }));
}

/** A deleted entry goes at once, and for good. */
export function eraseEntry(keyring: Keyring, id: string): Result<Keyring, "not-found"> {
  const entry = findEntry(keyring, id);
  if (!entry || entry.deletedAtMs === null) return fail("not-found");
  return ok({ ...keyring, entries: keyring.entries.filter((one) => one !== entry) });
}

/** The keys that are in the one keyring and no longer in the other: to be overwritten. */
export function keysGone(before: Keyring, after: Keyring): BackupKey[] {
  // Most changes keep the very same bytes: a thousand keys are not compared with a thousand.
  const kept = new Set(after.entries.map((e) => e.key));
  return before.entries.map((e) => e.key).filter((key) => !kept.has(key) && findByKey(after, key) === null);
}

/**
 * The likeliest for a restore form first: current keys before old ones, then last tested or used, then newest.
 * A generated key opens no WhatsApp backup, so each stands behind all keys from WhatsApp, old ones too.
 */
export function orderForFill(keyring: Keyring): Entry[] {
  const touched = (e: Entry) => Math.max(e.testedAtMs ?? 0, e.lastUsedAtMs ?? 0);
  return keyring.entries
    .filter((e) => e.deletedAtMs === null)
    .sort(
      (a, b) =>
        Number(a.origin === "generated") - Number(b.origin === "generated") ||
        Number(a.supersededBy !== null) - Number(b.supersededBy !== null) ||
        touched(b) - touched(a) ||
        b.createdAtMs - a.createdAtMs,
    );
}

export const isKeptNote = ({ text }: VaultNote): boolean => text !== "";

/** The notes, without the earliest of too many forgotten ones. */
export function boundVaultNotes(notes: readonly VaultNote[]): VaultNote[] {
  const forgotten = notes.filter((note) => !isKeptNote(note)).slice(-MOST_FORGOTTEN_NOTES);
  return [...notes.filter(isKeptNote), ...forgotten];
}

/**
 * Puts the note in the place of the one with its id; with an empty text, that one is forgotten for good.
 *
 * @returns `not-stored` where this one was forgotten.
 */
export function saveVaultNote(keyring: Keyring, note: VaultNote): Result<Keyring, "not-stored"> {
  const there = keyring.vaults.find(({ id }) => id === note.id);
  if (!isKeptNote(note) && !(there && isKeptNote(there))) return ok(keyring);
  if (there && !isKeptNote(there)) return fail("not-stored");
  return ok({
    ...keyring,
    vaults: boundVaultNotes([...keyring.vaults.filter((one) => one !== there), note]),
  });
}
