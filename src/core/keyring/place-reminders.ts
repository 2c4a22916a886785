/** When the user is asked to look after places again: a check grows old, the exported keyring lacks a key. */
import type { Entry } from "./opened-keyring.ts";
import { isExported, isOutside, isSafe } from "./verified-places.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A place that nobody has looked at for longer may be gone by now. */
export const HALF_YEAR_MS = 182 * DAY_MS;
/** How long a reminder is put off. */
export const REMINDER_PAUSE_MS = 14 * DAY_MS;

type Kept = Pick<Entry, "id" | "places" | "deletedAtMs">;

/** One place to be verified again. */
export type Reminder = { id: string; place: string; verifiedAtMs: number };

/**
 * The oldest check of a key whose latest check is old too; null while one is recent, or the key is not safe
 * yet.
 */
function reminderOf({ id, places }: Kept, nowMs: number): Reminder | null {
  const checks = places
    .flatMap(({ place, verifiedAtMs }) =>
      verifiedAtMs !== null && isOutside(place) ? [{ place, verifiedAtMs }] : [],
    )
    .sort((a, b) => a.verifiedAtMs - b.verifiedAtMs);
  const [oldest] = checks;
  const latest = checks.at(-1);
  const isDue = isSafe({ places }) && latest !== undefined && latest.verifiedAtMs + HALF_YEAR_MS <= nowMs;
  return isDue && oldest ? { id, ...oldest } : null;
}

/**
 * The half-yearly reminder: of the keys that are safe in two places, the one whose checks are the oldest, once
 * even the latest of them is {@link HALF_YEAR_MS} old. Null while there is none, or while it is put off. A
 * key that is not safe is marked all the time and needs no reminder.
 *
 * @param reminderAfterMs - as in the settings.
 */
export function dueReminder(
  entries: readonly Kept[],
  reminderAfterMs: number | null,
  nowMs: number,
): Reminder | null {
  if (reminderAfterMs !== null && nowMs < reminderAfterMs) return null;
  const reminders = entries.flatMap((entry) =>
    entry.deletedAtMs === null ? [reminderOf(entry, nowMs)] : [],
  );
  const [first] = reminders
    .filter((reminder) => reminder !== null)
    .sort((a, b) => a.verifiedAtMs - b.verifiedAtMs);
  return first ?? null;
}

/** Is there a key that no exported keyring holds? False where there is no key at all. */
export function isExportOutdated(entries: readonly Kept[]): boolean {
  return entries.some((entry) => entry.deletedAtMs === null && !isExported(entry));
}
