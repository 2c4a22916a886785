/** A clock that tests move; the configuration refuses it outside them. */
import type { Clock } from "./clock.ts";

export type TestClock = Clock & { advance(ms: number): void };

export function testClock(clock: Clock): TestClock {
  let advancedMs = 0;
  return {
    nowMs: () => clock.nowMs() + advancedMs,
    follow: (databaseMs) => clock.follow(databaseMs - advancedMs),
    advance: (ms) => {
      advancedMs += ms;
    },
  };
}
