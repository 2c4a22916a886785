/** What the keyring may be in, and which event leads from where to where. A step not listed is a bug. */

export type KeyringStatus = "empty" | "damaged" | "unsupported-version" | "locked" | "unlocked";
export type LockEvent = "create" | "set-aside" | "unlock" | "lock" | "find-damage" | "find-newer";

const STEPS: Record<KeyringStatus, Partial<Record<LockEvent, KeyringStatus>>> = {
  empty: { create: "unlocked" },
  damaged: { "set-aside": "empty" },
  "unsupported-version": { "set-aside": "empty" },
  locked: {
    unlock: "unlocked",
    "set-aside": "empty",
    "find-damage": "damaged",
    "find-newer": "unsupported-version",
  },
  unlocked: { lock: "locked" },
};

/** Null: this cannot happen from here. */
export function nextStatus(from: KeyringStatus, event: LockEvent): KeyringStatus | null {
  return STEPS[from][event] ?? null;
}

/**
 * While unlocked. `deadlineAtMs` null = until the browser closes; `lastUsedAtMs` = the last use, of which work
 * in progress is one; `lastSeenAtMs` = the last sign of life.
 */
export type Watch = { deadlineAtMs: number | null; lastUsedAtMs: number; lastSeenAtMs: number };

/** A sign of life comes every minute while unlocked. */
export const TICK_MINUTES = 1;
/** Silence for longer means that the computer slept. */
export const LONGEST_SILENCE_MS = 3 * 60_000;
/** Clocks are corrected by a little; further back means that someone set it. */
const CLOCK_SLACK_MS = 5_000;

/** After so long without input, nobody is at the computer. */
export const IDLE_MINUTES = 15;

/** Nobody is at the computer, and for as long nothing was used: work in progress needs nobody. */
function isLeft(watch: Watch, nowMs: number): boolean {
  // The slack: a use is noted a little after its input.
  return nowMs - watch.lastUsedAtMs >= IDLE_MINUTES * 60_000 - CLOCK_SLACK_MS;
}

/**
 * Deadline over, clock set back, or asleep in between.
 *
 * @param isIdle - no input for {@link IDLE_MINUTES}, where that stands in for the event of the screen's lock. A
 *   deadline needs no such stand-in.
 */
export function mustLock(watch: Watch, nowMs: number, isIdle = false): boolean {
  return (
    (watch.deadlineAtMs === null ? isIdle && isLeft(watch, nowMs) : nowMs >= watch.deadlineAtMs) ||
    nowMs < watch.lastSeenAtMs - CLOCK_SLACK_MS ||
    nowMs - watch.lastSeenAtMs > LONGEST_SILENCE_MS
  );
}

/** How long before the deadline pages warn of it: a minute, or half of a time that is shorter than two. */
export function warningMs(autoLockMinutes: number): number {
  return Math.min(1, autoLockMinutes / 2) * 60_000;
}

/** The watch after a use at `nowMs`. */
export function watchFrom(nowMs: number, autoLockMinutes: number | null): Watch {
  return {
    deadlineAtMs: autoLockMinutes === null ? null : nowMs + autoLockMinutes * 60_000,
    lastUsedAtMs: nowMs,
    lastSeenAtMs: nowMs,
  };
}
