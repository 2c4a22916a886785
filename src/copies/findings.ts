/**
 * All that an import brings, beside what is here: each part can be left out before anything is saved. What a
 * file says is shown as said; the worker believes of it only what it can verify.
 */
import { keyIdOf } from "../core/key/backup-key.ts";
import type { Entry, VaultNote } from "../core/keyring/opened-keyring.ts";
import type { Settings } from "../core/keyring/settings.ts";
import { differingSettings, isStricter, type SettingName } from "../core/keyring/stricter-settings.ts";
import { originOf, parseVaultAccount } from "../core/keyring/vault-record.ts";
import { isRecord } from "../core/shapes.ts";
import type { Found, FoundKey } from "./found.ts";

/** An entry that is here, without its key. */
export type KnownEntry = Pick<
  Entry,
  "id" | "origin" | "createdAtMs" | "deletedAtMs" | "places" | "supersededBy"
> & { keyId: string };

/** What a file says of a place: that it holds the key, verified at a time or not, or that it does no more. */
export type SaidPlace = { place: string; verifiedAtMs: number | null; isGone: boolean };

export type FoundRow = {
  found: FoundKey;
  keyId: string;
  /** The entry that has this very key already, deleted ones too. */
  there: KnownEntry | null;
  /** Another key, here or in the file, has the same Key ID: one of them was made so. */
  hasTwin: boolean;
  /** The file says that another key has replaced this one, which is a current one here. */
  isReplaced: boolean;
  /** The file says that it was deleted: so it comes, and brings no deleted one back. */
  isDeleted: boolean;
  /** News about where else it is kept. */
  places: SaidPlace[];
};

/** An entry in a key vault that is not here yet; `forgotten`: one that is here and that the file has forgotten. */
export type FoundRecord = {
  note: VaultNote;
  kind: "entry" | "forgotten" | "unreadable" | "wrong-address";
  /** In ASCII, as a browser asks it; null where none can be read. */
  address: string | null;
  name: string;
  /** A vault that this keyring uses already. */
  isKnownVault: boolean;
  /**
   * The row of the key that this vault entry holds. It is imported only with that key. Null if the file lacks
   * the key.
   */
  row: number | null;
};

export type FoundSetting = { name: SettingName; given: Settings; isStricter: boolean };

export type Findings = { rows: FoundRow[]; records: FoundRecord[]; settings: FoundSetting[] };

/** What is here; `ids`: of the entries that have the found keys, in their order. */
export type Here = {
  entries: readonly KnownEntry[];
  ids: readonly (string | null)[];
  notes: readonly { id: string; address: string | null; isForgotten: boolean }[];
  settings: Settings;
};

function placesOf(entry: Entry | undefined, there: KnownEntry | null): SaidPlace[] {
  const held = new Set(there?.places.map(({ place }) => place));
  return (entry?.places ?? [])
    .filter(({ place, goneAtMs }) => held.has(place) === (goneAtMs !== null))
    .map(({ place, verifiedAtMs, goneAtMs }) => ({
      place,
      verifiedAtMs,
      isGone: goneAtMs !== null,
    }));
}

function rowsOf({ keys, state }: Found, { entries, ids }: Here): FoundRow[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const stored = new Map(state?.keyring.entries.map((entry) => [entry.key, entry]));
  const rows = keys.map((found, index) => {
    const there = known.get(ids[index] ?? "") ?? null;
    const entry = stored.get(found.key);
    const isReplaced = (entry?.supersededBy ?? null) !== null && there?.supersededBy === null;
    const isDeleted = (entry?.deletedAtMs ?? null) !== null;
    return { found, keyId: keyIdOf(found.key), there, isReplaced, isDeleted, places: placesOf(entry, there) };
  });
  // Each key is once in the file and once here: another entry or row with the same Key ID is another key.
  const times = new Map<string, number>();
  const alone = entries.filter(({ id }) => !rows.some(({ there }) => there?.id === id));
  for (const { keyId } of [...alone, ...rows]) times.set(keyId, (times.get(keyId) ?? 0) + 1);
  return rows.map((row) => ({ ...row, hasTwin: (times.get(row.keyId) ?? 0) > 1 }));
}

/** What a note that is no usable account says of its address. */
function saidAddress(text: string): string | null {
  try {
    const raw: unknown = JSON.parse(text);
    const address = isRecord(raw) ? raw["address"] : null;
    return typeof address === "string" && originOf(address) !== address ? originOf(address) : null;
  } catch {
    return null;
  }
}

type RowOf = (entryId: string) => number | null;

function recordOf(note: VaultNote, { notes }: Here, rowOf: RowOf): FoundRecord | null {
  const here = notes.find(({ id }) => id === note.id);
  if (note.text === "")
    return here && !here.isForgotten
      ? { note, kind: "forgotten", address: here.address, name: "", isKnownVault: true, row: null }
      : null;
  // What is here stays, and only the vault's own signature raises its state. What was forgotten stays so.
  if (here) return null;
  const account = parseVaultAccount(note.text);
  if (account) {
    const { address, name, entryId } = account;
    const isKnownVault = notes.some((one) => one.address === address);
    return { note, kind: "entry", address, name, isKnownVault, row: rowOf(entryId) };
  }
  const address = saidAddress(note.text);
  const kind = address === null ? "unreadable" : "wrong-address";
  return { note, kind, address, name: "", isKnownVault: false, row: null };
}

export function findingsOf(found: Found, here: Here): Findings {
  const rows = rowsOf(found, here);
  if (found.state === null) return { rows, records: [], settings: [] };
  const { entries, vaults, settings: given } = found.state.keyring;
  const settings = differingSettings(given, here.settings).map((name) => ({
    name,
    given,
    isStricter: isStricter(given, here.settings, name),
  }));
  const rowOf: RowOf = (entryId) => {
    const key = entries.find(({ id }) => id === entryId)?.key;
    const row = rows.findIndex((one) => one.found.key === key);
    return row < 0 ? null : row;
  };
  const records = vaults.map((note) => recordOf(note, here, rowOf)).filter((record) => record !== null);
  return { rows, records, settings };
}

/** Is there nothing in it to be saved? */
export const isNothing = ({ rows, records, settings }: Findings): boolean =>
  rows.length + records.length + settings.length === 0;

/**
 * How many keys there are once these rows are saved, without deleted ones: a row may be new, or bring a
 * deleted key back.
 */
export function keptAfter(entries: readonly KnownEntry[], rows: readonly FoundRow[]): number {
  const isKept = ({ deletedAtMs }: KnownEntry) => deletedAtMs === null;
  const more = rows.filter(({ there, isDeleted }) => !isDeleted && !(there && isKept(there)));
  return entries.filter(isKept).length + more.length;
}

/** Can it be taken in at all? What cannot be read, or asks another address than it says, is left out. */
export const canImport = ({ kind }: FoundRecord): boolean => kind === "entry" || kind === "forgotten";
