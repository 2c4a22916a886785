/**
 * Keeps the log where it outlives the worker: in session storage, which is memory and ends with the browser.
 *
 * It does what it can. A failure here is not logged, since logging it would fail again.
 */
import { ok } from "../core/errors.ts";
import { faultsSchema } from "../core/fault.ts";
import { read } from "../core/schema.ts";
import type { Payload } from "../protocol/page-requests.ts";
import type { Ports } from "./ports.ts";

const KEPT = "faults";

export function createFaultService({ session, faults: { kept } }: Pick<Ports, "session" | "faults">) {
  async function recall(): Promise<void> {
    const before = read(faultsSchema, await session.get(KEPT)) ?? [];
    // What was logged while this waited is newer.
    const since = kept.all();
    kept.remove(since);
    for (const fault of [...before, ...since]) kept.add(fault);
  }
  const recalled = recall().catch(() => undefined);

  async function keep(): Promise<void> {
    await recalled;
    await session.set(KEPT, kept.all()).catch(() => undefined);
  }

  return {
    /** After each new fault. */
    keep,

    /** Takes what a page has logged: its own log ends with the page. */
    async collect({ faults }: Payload<"fault.collect">) {
      await recalled;
      for (const fault of faults) kept.add(fault);
      await keep();
      return ok({ faults: kept.all() });
    },
  };
}
