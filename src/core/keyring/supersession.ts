/** Which entry replaced which, where states that contradict each other have met. */
import type { Entry } from "./opened-keyring.ts";

/** Do the entries that replaced this one, one after the other, lead back to it? */
function isInCircle({ id, supersededBy }: Entry, byId: ReadonlyMap<string, Entry>): boolean {
  let next = supersededBy;
  // A way of more steps than there are entries goes round in a circle that this one is not in.
  for (let steps = byId.size; steps > 0 && next !== null && next !== id; steps--)
    next = byId.get(next)?.supersededBy ?? null;
  return next === id;
}

/**
 * Entries in a circle would all count as history and none as current: the one saved last is current again.
 *
 * @param entries - by when they were saved, the earliest first.
 */
export function cutCycles(entries: readonly Entry[]): Entry[] {
  const byId = new Map(entries.map((e) => [e.id, e]));
  for (const entry of [...entries].reverse())
    if (isInCircle(entry, byId)) byId.set(entry.id, { ...entry, supersededBy: null });
  return [...byId.values()];
}
