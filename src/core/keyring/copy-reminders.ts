/** When the user is asked to look after copies again: a proof grows old, the exported keyring lacks a key. */
import type { Entry } from "./opened-keyring.ts";
import { isExported, isOutside, isSafe } from "./proven-copies.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A copy that nobody has looked at for longer may be gone by now. */
export const HALF_YEAR_MS = 182 * DAY_MS;
/** How long a drill is put off. */
export const DRILL_PAUSE_MS = 14 * DAY_MS;

type Kept = Pick<Entry, "id" | "copies" | "deletedAtMs">;

/** One copy to be proven again. */
export type Drill = { id: string; place: string; provenAtMs: number };

/**
 * The oldest proof of a key whose latest proof is old too; null while one is recent, or the key is not safe
 * yet.
 */
function drillOf({ id, copies }: Kept, nowMs: number): Drill | null {
  const proofs = copies
    .flatMap(({ place, provenAtMs }) =>
      provenAtMs !== null && isOutside(place) ? [{ place, provenAtMs }] : [],
    )
    .sort((a, b) => a.provenAtMs - b.provenAtMs);
  const [oldest] = proofs;
  const latest = proofs.at(-1);
  const isDue = isSafe({ copies }) && latest !== undefined && latest.provenAtMs + HALF_YEAR_MS <= nowMs;
  return isDue && oldest ? { id, ...oldest } : null;
}

/**
 * The half-yearly drill: of the keys that are safe in two places, the one whose proofs are the oldest, once
 * even the latest of them is {@link HALF_YEAR_MS} old. Null while there is none, or while it is put off. A
 * key that is not safe is marked all the time and needs no drill.
 *
 * @param drillAfterMs - as in the settings.
 */
export function dueDrill(entries: readonly Kept[], drillAfterMs: number | null, nowMs: number): Drill | null {
  if (drillAfterMs !== null && nowMs < drillAfterMs) return null;
  const drills = entries.flatMap((entry) => (entry.deletedAtMs === null ? [drillOf(entry, nowMs)] : []));
  const [first] = drills.filter((drill) => drill !== null).sort((a, b) => a.provenAtMs - b.provenAtMs);
  return first ?? null;
}

/** Is there a key that no exported keyring holds? False where there is no key at all. */
export function isExportOutdated(entries: readonly Kept[]): boolean {
  return entries.some((entry) => entry.deletedAtMs === null && !isExported(entry));
}
