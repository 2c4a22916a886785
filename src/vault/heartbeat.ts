/**
 * The beat: every tick counts one in the database and notes it in the mark. On the way it looks again at what
 * the start looked at, since an operator, a failover or an attacker may have changed the database meanwhile.
 */
import type { Clocks } from "./clock.ts";
import type { Log } from "./event-log.ts";
import type { Mark } from "./high-water-mark.ts";
import { codeOf, first, isMistake, StoreError } from "./store/database.ts";
import { beat } from "./store/vault-row.ts";
import type { Vault } from "./vault-parts.ts";

/**
 * Anyone may ask whether the vault is ready, any number of times. The database is asked no more often than
 * this, and has no longer to answer.
 */
const READY_MS = 1000;

/** The database shows a lower beat than before: it was put back to an older state. */
class WentBackError extends Error {}

/** What the vault thinks of its database. `gone-back` is for good. */
type Trust = "trusted" | "unsafe" | "gone-back";

export type Heartbeat = {
  /** False while the database could lose what it acknowledges, or has gone back. */
  isTrusted(): boolean;
  /** One beat now. @throws if it was not stored. */
  beat(): Promise<void>;
  /** One beat now, unless there was one within {@link READY_MS}. @returns whether it was stored. */
  isReady(): Promise<boolean>;
  /** A beat or what follows it has failed: not ready for {@link READY_MS}. */
  failed(error: unknown): void;
};

/** A word for the log: what the database or the system calls it. */
export function causeOf(error: unknown): string {
  if (error instanceof StoreError) return error.code;
  return codeOf(error) ?? (isMistake(error) ? "BUG" : "OTHER");
}

async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), READY_MS);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}

export function makeHeartbeat(vault: Vault, mark: Mark, log: Log, { passedMs }: Clocks): Heartbeat {
  let trust: Trust = "trusted";
  let [missesStandby, wasReady] = [false, true];
  let asked = { untilMs: Number.NEGATIVE_INFINITY, answer: Promise.resolve(false) };

  const judge = (next: Trust) => {
    if (trust === next || trust === "gone-back") return;
    const said = {
      trusted: "database-safe",
      unsafe: "database-unsafe",
      "gone-back": "database-went-back",
    } as const;
    trust = next;
    log.event(said[next]);
  };
  const look = async () => {
    const { problems, hasStandby } = await vault.database.inspect();
    judge(problems.length > 0 ? "unsafe" : "trusted");
    return hasStandby;
  };
  const count = async () => {
    const hasStandby = await look();
    const now = vault.clock.nowMs();
    const row = await first(vault.database, beat, { now, least: mark.highest, standby: hasStandby ? 1 : 0 });
    if (!row) throw new WentBackError();
    mark.raise(row.beat);
    vault.clock.follow(row.clock_ms);
    const misses = row.had_standby === 1 && !hasStandby;
    if (misses !== missesStandby) log.event(misses ? "standby-missing" : "standby-back");
    missesStandby = misses;
    // What failed before is over: whoever asks next is not told of it.
    if (!wasReady) asked = { ...asked, untilMs: Number.NEGATIVE_INFINITY };
    wasReady = true;
  };
  const failed = (error: unknown) => {
    wasReady = false;
    asked = { untilMs: passedMs() + READY_MS, answer: Promise.resolve(false) };
    if (error instanceof WentBackError) judge("gone-back");
    else log.event("tick-failed", causeOf(error));
  };
  const succeeds = () =>
    count().then(
      () => trust === "trusted",
      (error) => {
        failed(error);
        return false;
      },
    );
  return {
    isTrusted: () => trust === "trusted",
    beat: count,
    failed,
    isReady: async () => {
      if (trust === "gone-back") return false;
      if (passedMs() >= asked.untilMs) asked = { untilMs: passedMs() + READY_MS, answer: inTime(succeeds()) };
      return asked.answer;
    },
  };
}
