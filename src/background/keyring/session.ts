/**
 * Where the keyring key lives while unlocked: in session storage, which is memory, ends with the browser and
 * is closed to content scripts; so the worker's death does not lock. Decision record 0001.
 */

import * as v from "valibot";
import { fromBase64, toBase64 } from "../../core/bytes.ts";
import { mustLock, TICK_MINUTES, type Watch, watchFrom } from "../../core/keyring/lock-state.ts";
import { exact, integer, read, type TypeOf, timeMs, timeOrNull } from "../../core/schema.ts";
import { AEAD_KEY_BYTES } from "../../core/sealed/aead.ts";
import type { Ports } from "../ports.ts";
import { UNDO } from "./undo-store.ts";

const UNLOCKED = "unlocked";
const SEEN = "seen";

/** The newest state this browser session has seen: an older one later was put back. */
const seenSchema = exact({ keyringId: v.string(), counter: integer(0, Number.MAX_SAFE_INTEGER) });
export type Seen = TypeOf<typeof seenSchema>;

/** A {@link Watch} and the key it is kept over, base64. */
const storedSchema = exact({
  keyringKey: v.string(),
  deadlineAtMs: timeOrNull,
  lastUsedAtMs: timeMs,
  lastSeenAtMs: timeMs,
});
type Stored = TypeOf<typeof storedSchema>;

export type Session = {
  /** The keyring key while unlocked and in time; null otherwise. What is over time is removed. */
  load(): Promise<Uint8Array | null>;
  start(keyringKey: Uint8Array, autoLockMinutes: number | null): Promise<void>;
  /** Another key for the same keyring, unless it was locked meanwhile. */
  replaceKey(keyringKey: Uint8Array): Promise<void>;
  /** A use: the deadline moves. */
  touch(autoLockMinutes: number | null): Promise<void>;
  /** A sign of life without use. False: it is time to lock. */
  tick(): Promise<boolean>;
  /** @param isIdle - nobody is at the computer, as {@link mustLock} means it. */
  isOver(isIdle?: boolean): boolean;
  locksAtMs(): number | null;
  end(): Promise<void>;
  seen(): Promise<Seen | null>;
  note(seen: Seen): Promise<void>;
};

export function createSession({
  session,
  alarms,
  idle,
  nowMs,
}: Pick<Ports, "session" | "alarms" | "idle" | "nowMs">): Session {
  let current: Stored | null = null;

  async function store(next: Stored): Promise<void> {
    current = next;
    await session.set(UNLOCKED, next);
    // Locked while it was being written. A newer watch is no reason: its own write comes after this one.
    if (current === null) await session.remove(UNLOCKED);
  }

  async function setAlarms(watch: Watch): Promise<void> {
    if (watch.deadlineAtMs === null) await alarms.clear("lock");
    else await alarms.at("lock", watch.deadlineAtMs);
  }

  const isOver = (isIdle = false) => current !== null && mustLock(current, nowMs(), isIdle);

  async function end(): Promise<void> {
    current = null;
    await session.remove(UNLOCKED);
    await session.remove(UNDO);
    await alarms.clear("lock");
    await alarms.clear("tick");
  }

  return {
    async load() {
      const stored = read(storedSchema, await session.get(UNLOCKED));
      const keyringKey = stored && fromBase64(stored.keyringKey);
      if (!stored || keyringKey?.length !== AEAD_KEY_BYTES || mustLock(stored, nowMs())) {
        await end();
        return null;
      }
      current = stored;
      return keyringKey;
    },

    async start(keyringKey, autoLockMinutes) {
      const watch = watchFrom(nowMs(), autoLockMinutes);
      await store({ ...watch, keyringKey: toBase64(keyringKey) });
      await setAlarms(watch);
      await alarms.every("tick", TICK_MINUTES);
    },

    async replaceKey(keyringKey) {
      if (current) await store({ ...current, keyringKey: toBase64(keyringKey) });
    },

    async touch(autoLockMinutes) {
      if (!current) return;
      const watch = watchFrom(nowMs(), autoLockMinutes);
      await store({ ...watch, keyringKey: current.keyringKey });
      if (current) await setAlarms(watch);
    },

    async tick() {
      if (!current || mustLock(current, nowMs())) return false;
      await store({ ...current, lastSeenAtMs: nowMs() });
      // The browser says only once that nobody is there. Work that was in progress then may have ended since.
      return !isOver(await idle.isIdle());
    },

    isOver,
    locksAtMs: () => current?.deadlineAtMs ?? null,
    end,

    seen: async () => read(seenSchema, await session.get(SEEN)),
    note: (seen) => session.set(SEEN, seen),
  };
}
