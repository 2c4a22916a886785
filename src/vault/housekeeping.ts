/** Regular work: the beat that the mark follows, erasures that are due, what is good no more. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { sweep } from "./accounts/erasing.ts";
import type { Log } from "./event-log.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { renewDecoys } from "./store/attempts.ts";
import { first } from "./store/database.ts";
import { DECOYS, decoyRow } from "./store/tables.ts";
import { dropSpent, MOST_DROPPED, vaultRow } from "./store/vault-row.ts";
import type { Vault } from "./vault-parts.ts";

export const TICK_MS = 30_000;
/**
 * Decoys unused for so long get all attempts back. Looked for only every so many ticks, since it reads all decoys.
 */
const DECOY_REST_MS = 90 * 24 * 60 * 60_000;
const DECOY_TICKS = 120;
const DECOYS_AT_ONCE = 1024;
/** Used tokens are kept so long after their end: a process whose clock is behind would still accept them. */
const SPENT_KEPT_MS = 2 * 60_000;

/** In steps, each a turn of its own: SQLite answers at once, and would hold up whoever asks meanwhile. */
export async function renewRested({ database }: Vault, before: number): Promise<void> {
  for (let number = 0; number < DECOYS; number += DECOYS_AT_ONCE) {
    const range = { from: decoyRow(number), to: decoyRow(number + DECOYS_AT_ONCE - 1) };
    await database.all(renewDecoys, { ...range, before });
    await nextTurn();
  }
}

async function tick(vault: Vault, heartbeat: Heartbeat, log: Log, count: number): Promise<void> {
  const { database, clock } = vault;
  await heartbeat.beat();
  const now = clock.nowMs();
  await sweep(vault, now);
  let dropped = MOST_DROPPED;
  while (dropped === MOST_DROPPED) {
    dropped = (await database.all(dropSpent, { before: now - SPENT_KEPT_MS })).length;
    await nextTurn();
  }
  if (count % DECOY_TICKS === 0) await renewRested(vault, now - DECOY_REST_MS);
  const known = await first(database, vaultRow, {});
  log.turn(known?.pseudonym_turn ?? 0);
}

export type Ticking = {
  /** Does now what is done every {@link TICK_MS}. */
  tick(): Promise<void>;
  /** After a last tick, so that a quick start again finds the time fresh. */
  stop(): Promise<void>;
};

/** The first tick must go well. */
export async function startTicking(vault: Vault, heartbeat: Heartbeat, log: Log): Promise<Ticking> {
  let count = 0;
  await tick(vault, heartbeat, log, count);
  const again = async () => {
    count += 1;
    await tick(vault, heartbeat, log, count).catch((error) => heartbeat.failed(error));
  };
  let running = Promise.resolve();
  const next = () => {
    running = running.then(again);
    return running;
  };
  const timer = setInterval(next, TICK_MS);
  return {
    tick: next,
    stop: async () => {
      clearInterval(timer);
      await next();
    },
  };
}
