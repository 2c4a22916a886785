/**
 * What a file says of times and places, fitted to what is known here before it is merged: a file may be old, or
 * prepared by somebody.
 */
import { importedMarks } from "./entry-marks.ts";
import { type Entry, type Keyring, RESTORABLE_MS } from "./opened-keyring.ts";

/**
 * The same keyring, with no time later than now: such a key would be offered first for ever, and no reminder
 * would ever name its places. A place that the file calls verified is noted, and counts once it was checked
 * here. A place that the file says no longer holds the key is believed to be lost. A key that was deleted so
 * long ago that it would be erased at once counts as deleted now, because the user is told that it was saved. A
 * mark that a file takes away stays.
 */
export function takenIn(keyring: Keyring, nowMs: number): Keyring {
  const past = <T extends number | null>(atMs: T) => (atMs === null ? atMs : (Math.min(atMs, nowMs) as T));
  const fit = (entry: Entry): Entry => {
    const { deletedAtMs } = entry;
    const isExpired = deletedAtMs !== null && deletedAtMs + RESTORABLE_MS <= nowMs;
    return {
      ...entry,
      createdAtMs: past(entry.createdAtMs),
      lastUsedAtMs: past(entry.lastUsedAtMs),
      testedAtMs: past(entry.testedAtMs),
      places: entry.places.map((one) => ({
        ...one,
        verifiedAtMs: null,
        goneAtMs: past(one.goneAtMs),
      })),
      deletedAtMs: isExpired ? nowMs : past(deletedAtMs),
      marks: importedMarks(entry, nowMs),
    };
  };
  return { ...keyring, entries: keyring.entries.map(fit) };
}
