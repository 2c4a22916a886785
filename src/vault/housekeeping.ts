/** Regular work: erases what is due, removes expired nonces, and advances the beat that the mark follows. */
import type { Clocks } from "./clock.ts";
import type { Log } from "./event-log.ts";
import type { Mark } from "./high-water-mark.ts";
import { eraseDue, renewDecoys } from "./store/attempts.ts";
import { first } from "./store/database.ts";
import { beat, dropSpent, vaultRow } from "./store/vault-row.ts";
import type { Vault } from "./vault-parts.ts";

export const TICK_MS = 30_000;
/**
 * Decoys unused for so long get all attempts back. Looked for only every so many ticks, since it reads all.
 */
const DECOY_REST_MS = 90 * 24 * 60 * 60_000;
const DECOY_TICKS = 120;
/** Used tokens are kept so long after their end: a process whose clock is behind would still accept them. */
const SPENT_KEPT_MS = 2 * 60_000;

/**
 * Anyone may ask whether the vault is ready, any number of times. The database is asked no more often than
 * this.
 */
const READY_MS = 1000;

/** The database shows a lower beat than before: it was put back to an older state. */
class WentBackError extends Error {}

async function tick(vault: Vault, mark: Mark, log: Log, count: number): Promise<void> {
  const { database, clock } = vault;
  const now = clock.nowMs();
  const row = await first(database, beat, { now, least: mark.highest });
  if (!row) throw new WentBackError();
  mark.raise(row.beat);
  const erased = await database.all(eraseDue, { now });
  vault.count("erasure", erased.length);
  if (erased.length > 0) await database.tidy();
  await database.all(dropSpent, { before: now - SPENT_KEPT_MS });
  if (count % DECOY_TICKS === 0) await database.all(renewDecoys, { before: now - DECOY_REST_MS });
  const known = await first(database, vaultRow, {});
  log.turn(known?.pseudonym_turn ?? 0);
}

export type Ticking = {
  /** False once the database was put back to an older state, in which spent attempts are there again. */
  isTrusted(): boolean;
  /** The last tick went well, and the database answers. */
  isReady(): Promise<boolean>;
  /** Does now what is done every {@link TICK_MS}. */
  tick(): Promise<void>;
  /** After a last tick, so that a quick start again finds the time fresh. */
  stop(): Promise<void>;
};

/** The first tick must go well. */
export async function startTicking(
  vault: Vault,
  mark: Mark,
  log: Log,
  { passedMs }: Clocks,
): Promise<Ticking> {
  let [count, well, trusted] = [0, true, true];
  await tick(vault, mark, log, count);
  const again = async () => {
    count += 1;
    try {
      await tick(vault, mark, log, count);
      well = true;
    } catch (error) {
      well = false;
      if (error instanceof WentBackError) trusted = false;
      log.event(trusted ? "tick-failed" : "database-went-back");
    }
  };
  let running = Promise.resolve();
  const next = () => {
    running = running.then(again);
    return running;
  };
  const answers = () =>
    first(vault.database, vaultRow, {}).then(
      (row) => row !== undefined,
      () => false,
    );
  let asked = { untilMs: Number.NEGATIVE_INFINITY, answers: Promise.resolve(false) };
  const timer = setInterval(next, TICK_MS);
  return {
    isTrusted: () => trusted,
    tick: next,
    isReady: async () => {
      if (!well || !trusted) return false;
      if (passedMs() >= asked.untilMs) asked = { untilMs: passedMs() + READY_MS, answers: answers() };
      return asked.answers;
    },
    stop: async () => {
      clearInterval(timer);
      await next();
    },
  };
}
