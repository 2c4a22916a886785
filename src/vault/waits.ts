/** After a pause, every wait that ran during it begins again. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { waitAnew, waitsUpTo } from "./store/attempts.ts";
import { type Database, first } from "./store/database.ts";

/**
 * In steps: of ten million accounts, any number may wait.
 *
 * @param sinceMs - when the pause began: waits that were over by then stay over.
 */
export async function beginWaitsAgain(database: Database, sinceMs: number, now: number): Promise<void> {
  for (let after = sinceMs; ; ) {
    const last = await first(database, waitsUpTo, { after });
    const to = last?.next_attempt_at_ms ?? Number.MAX_SAFE_INTEGER;
    await database.all(waitAnew, { after, to, now });
    if (!last) return;
    await nextTurn();
    after = to;
  }
}
