/**
 * The vault's clock: what it showed at the start, and the time that has passed since by a clock that does not jump.
 *
 * A system clock that is set while the vault runs changes nothing. What it does between two runs is
 * `start.ts`'s concern: the time stands in the database.
 */
export type Clock = { nowMs(): number };

/** @param startMs - the time now, in milliseconds. */
export function steadyClock(startMs: number): Clock {
  const since = performance.now();
  return { nowMs: () => Math.floor(startMs + performance.now() - since) };
}
