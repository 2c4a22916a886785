/** Which entry replaced which, where states that contradict each other have met. */
import type { Entry } from "./keyring.ts";

/** The entries that replace each other in a circle that `start` belongs to; none when it is in no circle. */
function circleOf(start: Entry, byId: ReadonlyMap<string, Entry>): Entry[] {
  const path = [start];
  const seen = new Set([start.id]);
  for (let at = start; at.supersededBy !== null; ) {
    if (at.supersededBy === start.id) return path;
    const next = byId.get(at.supersededBy);
    if (!next || seen.has(next.id)) return [];
    seen.add(next.id);
    path.push(next);
    at = next;
  }
  return [];
}

/**
 * Entries in a circle would all count as history and none as current: the one saved last is current again.
 *
 * @param entries - by when they were saved, the earliest first.
 */
export function cutCycles(entries: readonly Entry[]): Entry[] {
  const byId = new Map(entries.map((e) => [e.id, e]));
  for (const entry of [...entries].reverse()) {
    const now = byId.get(entry.id) ?? entry;
    if (circleOf(now, byId).length > 0) byId.set(now.id, { ...now, supersededBy: null });
  }
  return entries.map((e) => byId.get(e.id) ?? e);
}
