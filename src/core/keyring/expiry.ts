/**
 * When a deleted entry is erased for good: its 30 days are over, and were so a day ago, too.
 *
 * One look at a clock is not enough, because a clock can jump: an empty battery, a time zone, a computer that
 * was set wrong once. So each entry whose days are over is noted with the time of that look, and goes a day
 * after it. The notes are kept beside the keyring (`sealed-sightings.ts`). Lost or unreadable notes only
 * mean another day.
 */
import { type Keyring, RESTORABLE_MS } from "./opened-keyring.ts";

export const SEEN_TWICE_AFTER_MS = 24 * 60 * 60 * 1000;

/** By the ids of entries whose days are over: when that was seen first. */
export type Sightings = Readonly<Record<string, number>>;

/**
 * @param seen - of earlier looks. A time later than now comes from a clock that has been set back since.
 * @returns the same keyring when nothing goes, and the sightings of what is over and stays.
 */
export function eraseExpired(
  keyring: Keyring,
  seen: Sightings,
  nowMs: number,
): { keyring: Keyring; seen: Sightings } {
  const stillSeen: Record<string, number> = {};
  const kept = keyring.entries.filter(({ id, deletedAtMs }) => {
    if (deletedAtMs === null || nowMs < deletedAtMs + RESTORABLE_MS) return true;
    const firstMs = Math.min(seen[id] ?? nowMs, nowMs);
    if (nowMs >= firstMs + SEEN_TWICE_AFTER_MS) return false;
    stillSeen[id] = firstMs;
    return true;
  });
  const isSame = kept.length === keyring.entries.length;
  return { keyring: isSame ? keyring : { ...keyring, entries: kept }, seen: stillSeen };
}
