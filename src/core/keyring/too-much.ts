/**
 * Is a keyring too large? Every change is asked here before it is sealed, and what is read is asked why it is
 * refused.
 *
 * Only growth is refused. A keyring that is above a bound (an earlier version's, a prepared one) stays as it is,
 * and whatever leaves it as large or makes it smaller goes through: deleting, deleting for good, a shorter note.
 */
import { utf8ToBytes } from "../bytes.ts";
import { isRecord } from "../shapes.ts";
import { MARK_NAMES, withMark } from "./entry-marks.ts";
import { unknownSettings } from "./known-settings.ts";
import type { Entry, Keyring, VaultNote } from "./opened-keyring.ts";
import {
  LEAST_NOTE_BYTES,
  LONGEST_LABEL,
  LONGEST_NOTE,
  LONGEST_VAULT_NOTE,
  MOST_DELETED,
  MOST_ENTRIES,
  MOST_FORGOTTEN_NOTES,
  MOST_PLACES,
  MOST_PLACES_READ,
  MOST_SETTINGS_BYTES,
  MOST_STORED,
  MOST_VAULT_NOTES,
  MOST_WEIGHT,
} from "./storage-budget.ts";

/** What was too much; each has its sentence in `ui/text/en/too-much.ts`. */
export const TOO_MUCH = [
  "too-many-keys",
  "too-many-deleted",
  "too-many-places",
  "too-many-vault-entries",
  "too-many-settings",
  "too-long-text", // only in what is read: nobody can write a longer one here
  "keyring-full", // all of it together
] as const;
export type TooMuch = (typeof TOO_MUCH)[number];

export function isTooMuch(code: string): code is TooMuch {
  return (TOO_MUCH as readonly string[]).includes(code);
}

const LONGEST_TIME = 8_640_000_000_000_000;
const LONGEST_KEY = "0".repeat(64);
/** `verified-places.ts` writes it for every key that is exported. */
const EXPORT = "keyring-file";

const jsonBytes = (value: unknown): number => utf8ToBytes(JSON.stringify(value)).length;

/** As it stands once it is exported, tested, used, marked and deleted. */
function atItsHeaviest({ key: _, places, marks, ...facts }: Entry) {
  const names = places.map(({ place }) => place);
  const exported = names.includes(EXPORT) ? names : [...names, EXPORT];
  return {
    ...facts,
    key: LONGEST_KEY,
    createdAtMs: LONGEST_TIME,
    lastUsedAtMs: LONGEST_TIME,
    testedAtMs: LONGEST_TIME,
    deletedAtMs: LONGEST_TIME,
    marks: MARK_NAMES.reduce((all, name) => withMark({ marks: all }, name, false, LONGEST_TIME), marks),
    // Of the two times one is null.
    places: exported.map((place) => ({ place, verifiedAtMs: LONGEST_TIME, goneAtMs: null })),
  };
}

function weighNote(note: VaultNote): number {
  return note.text === "" ? jsonBytes(note) + 1 : Math.max(jsonBytes(note) + 1, LEAST_NOTE_BYTES);
}

/**
 * Bytes of the entries and the notes of vaults as JSON, each at its heaviest: so no act that only notes when
 * something was done is ever too much.
 */
export function weigh({ entries, vaults }: Pick<Keyring, "entries" | "vaults">): number {
  return jsonBytes(entries.map(atItsHeaviest)) + vaults.reduce((sum, note) => sum + weighNote(note), 0);
}

const countKept = ({ entries }: Keyring) => entries.filter(({ deletedAtMs }) => deletedAtMs === null).length;
const countNotes = ({ vaults }: Keyring) => vaults.filter(({ text }) => text !== "").length;
const settingsBytes = ({ settings }: { settings: object }) => jsonBytes(unknownSettings(settings));

function isCrowded(before: Keyring, after: Keyring): boolean {
  const crowded = after.entries.filter(({ places }) => places.length > MOST_PLACES);
  if (crowded.length === 0) return false;
  const had = new Map(before.entries.map(({ id, places }) => [id, places.length]));
  return crowded.some(({ id, places }) => places.length > (had.get(id) ?? 0));
}

/** @returns null where the change may be stored. */
export function whatIsTooMuch(before: Keyring, after: Keyring): TooMuch | null {
  const exceeds = (count: (keyring: Keyring) => number, most: number): boolean => {
    const now = count(after);
    return now > most && now > count(before);
  };
  if (exceeds(countKept, MOST_ENTRIES)) return "too-many-keys";
  const isLonger = after.entries.length > before.entries.length;
  if (isLonger && exceeds((keyring) => keyring.entries.length - countKept(keyring), MOST_DELETED))
    return "too-many-deleted";
  if (isCrowded(before, after)) return "too-many-places";
  if (exceeds(countNotes, MOST_VAULT_NOTES)) return "too-many-vault-entries";
  if (exceeds(settingsBytes, MOST_SETTINGS_BYTES)) return "too-many-settings";
  return exceeds(weigh, MOST_WEIGHT) ? "keyring-full" : null;
}

const isOver = (value: unknown, most: number): boolean => typeof value === "string" && value.length > most;
const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const recordsIn = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);

/**
 * What in a body of the current version is beyond what is read. Nothing else of it is looked at.
 *
 * @returns null where that is not why it is refused.
 */
export function whatIsTooMuchIn(body: Record<string, unknown>): TooMuch | null {
  if (lengthOf(body["entries"]) > MOST_STORED) return "too-many-keys";
  if (lengthOf(body["vaults"]) > MOST_VAULT_NOTES + MOST_FORGOTTEN_NOTES) return "too-many-vault-entries";
  const { settings } = body;
  if (isRecord(settings) && settingsBytes({ settings }) > MOST_SETTINGS_BYTES) return "too-many-settings";
  const entries = recordsIn(body["entries"]);
  if (entries.some(({ places }) => lengthOf(places) > MOST_PLACES_READ)) return "too-many-places";
  const isLong =
    entries.some(
      ({ label, note, places }) =>
        isOver(label, LONGEST_LABEL) ||
        isOver(note, LONGEST_NOTE) ||
        recordsIn(places).some(({ place }) => isOver(place, LONGEST_LABEL)),
    ) || recordsIn(body["vaults"]).some(({ text }) => isOver(text, LONGEST_VAULT_NOTE));
  return isLong ? "too-long-text" : null;
}
