/**
 * A copied key is cleared from the clipboard in time, whoever has died meanwhile.
 *
 * The plan to clear is stored, and its alarm set, before the key is written: a worker that dies in between
 * clears too much rather than too little. Without the permission to read the clipboard, clearing also removes
 * what was copied since; a copy in our own pages calls it off.
 */
import { randomId } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { exact, id, read, type TypeOf, timeMs } from "../../core/schema.ts";
import type { Ports } from "../ports.ts";
import { createQueue } from "../queue.ts";
import { createOwnCopy } from "./own-copy.ts";

const PLAN = "clipboard";
/** The alarm stands behind the offscreen document's timer and leaves it the first try. */
const ALARM_LAG_MS = 1_000;
/** When the browser did not let it be cleared: the shortest alarm of a packed extension. */
const RETRY_MS = 30_000;

const planSchema = exact({ copyId: id, clearsAtMs: timeMs });
type Plan = TypeOf<typeof planSchema>;

export type ClipboardService = ReturnType<typeof createClipboardService>;

/**
 * @param shortestAlarmMs - alarms asked for sooner come then. @param isAlarmFirst - no timer stands before
 * it.
 */
export function createClipboardService(
  ports: Pick<Ports, "session" | "lasting" | "alarms" | "clipboard" | "nowMs" | "faults">,
  { shortestAlarmMs, isAlarmFirst }: { shortestAlarmMs: number; isAlarmFirst: boolean },
) {
  const { session, alarms, clipboard, nowMs } = ports;
  const ownCopy = createOwnCopy(ports);
  const plan = async () => read(planSchema, await session.get(PLAN));

  /** Copies and clearings take turns: one must not drop the plan of the other. */
  const queue = createQueue();

  /** Nothing is to be cleared any more. */
  async function drop(): Promise<void> {
    await session.remove(PLAN);
    await alarms.clear("clipboard");
  }

  async function schedule(next: Plan): Promise<void> {
    await session.set(PLAN, next);
    const alarmAtMs = isAlarmFirst ? next.clearsAtMs : next.clearsAtMs + ALARM_LAG_MS;
    await alarms.at("clipboard", Math.max(alarmAtMs, nowMs() + shortestAlarmMs));
  }

  async function copy(
    hex: string,
    seconds: number,
  ): Promise<Result<{ clearsAtMs: number }, "clipboard-refused">> {
    const copyId = randomId();
    const clearsInMs = seconds * 1000;
    const clearsAtMs = nowMs() + clearsInMs;
    const before = await plan();
    let isHeld = false;
    const takeBack = await ownCopy.begin();
    try {
      await schedule({ copyId, clearsAtMs });
      isHeld = await clipboard.hold(copyId, hex, clearsInMs);
    } finally {
      // Nothing was copied: this plan would clear what the user copies next. A key that was copied before may
      // still be there, and keeps its own.
      if (!isHeld) await takeBack();
      if (!isHeld) await (before === null ? drop() : schedule(before));
    }
    if (isHeld) return ok({ clearsAtMs });
    return fail("clipboard-refused");
  }

  async function clearIfDue(): Promise<boolean> {
    const due = await plan();
    if (!due) return true;
    if (nowMs() < due.clearsAtMs) {
      // Firefox may fire an alarm a moment early, and an alarm fires once: without another one it would stay.
      if (isAlarmFirst) await alarms.at("clipboard", due.clearsAtMs);
      return true;
    }
    let isCleared = false;
    try {
      isCleared = await clipboard.clear();
    } finally {
      if (!isCleared) await alarms.at("clipboard", nowMs() + RETRY_MS);
    }
    if (isCleared) await emptied();
    return isCleared;
  }

  async function emptied(): Promise<void> {
    await drop();
    await ownCopy.end();
  }

  /** Before anything else is copied there, nothing that was pasted is ours. */
  async function empty(): Promise<boolean> {
    const isCleared = await clipboard.clear().catch((reason) => {
      ports.faults.log("clipboard-clear-failed", reason);
      return false;
    });
    if (!isCleared) return false;
    await drop();
    await ownCopy.forget();
    return true;
  }

  return {
    copy: (hex: string, seconds: number) => queue(() => copy(hex, seconds)),

    /** The alarm, or a wake after its time. False: the browser refused, an alarm tries again. */
    clearIfDue: () => queue(clearIfDue),

    /** The offscreen document has cleared this copy. */
    cleared: (copyId: string) =>
      queue(async () => {
        if ((await plan())?.copyId === copyId) await emptied();
      }),

    /** Something else was copied in our pages. @param isKey - digits of a key, which nothing clears. */
    taken: (isKey: boolean) =>
      queue(async () => {
        await drop();
        await (isKey ? ownCopy.begin() : ownCopy.end());
        await clipboard.forget();
      }),

    /**
     * May what was on the clipboard at that time be what Sixtyfour has put there? Then it is emptied, so that the
     * next thing that is pasted comes from elsewhere. Null: it was not ours.
     */
    refuseOwn: (atMs: number) =>
      queue(async () => ((await ownCopy.covers(atMs)) ? { isCleared: await empty() } : null)),
  };
}
