/**
 * The vault's clock: what it showed at the start, and the time that has passed since by a clock that does not
 * jump.
 *
 * A system clock that is set while the vault runs changes nothing. What it does between two runs is
 * `start.ts`'s concern: the time stands in the database. Processes that share one follow it with every beat:
 * a computer that slept, or whose clock runs slow, would refuse what the others have begun.
 */
export type Clock = {
  nowMs(): number;
  /** The database's time now, as the fastest of its vaults told it. Never back. */
  follow(databaseMs: number): void;
};

/** Where all time comes from. A test gives its own, which stand still until the test moves them. */
export type Clocks = {
  /** The time of day. Anybody may set it. */
  systemMs(): number;
  /** Time that has passed since some moment. It never jumps. */
  passedMs(): number;
};

export const COMPUTER_CLOCKS: Clocks = { systemMs: Date.now, passedMs: () => performance.now() };

/** @param startMs - the time now, in milliseconds. */
export function steadyClock(startMs: number, { passedMs }: Clocks): Clock {
  const since = passedMs();
  let behindMs = 0;
  const nowMs = () => Math.floor(startMs + behindMs + passedMs() - since);
  return {
    nowMs,
    follow: (databaseMs) => {
      behindMs += Math.max(0, databaseMs - nowMs());
    },
  };
}
