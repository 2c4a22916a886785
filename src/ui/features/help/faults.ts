/** What a page has logged, brought to where it outlives the page, and what is known for a report. */
import { useEffect, useState } from "preact/hooks";
import type { Fault } from "../../../core/fault.ts";
import { CURRENT_VERSION } from "../../../core/sealed/keyring-file.ts";
import { faults, logUncaught, whenLogged } from "../../../platform/log.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { type Api, useApi } from "../../api.ts";
import { RefusedError } from "../../kit/use-act.ts";
import { formatReport, type LookedAt } from "./report.ts";

async function handOver(api: Api): Promise<Fault[]> {
  const mine = faults.all();
  const reply = await api.ask("fault.collect", { faults: mine });
  if (!reply.ok) return mine;
  faults.remove(mine);
  return reply.value.faults;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * All faults that are known; those of this page alone if the background refuses. One call at a time: none is
 * sent twice.
 */
function collectFaults(api: Api): Promise<Fault[]> {
  const next = last.then(() => handOver(api));
  last = next;
  return next;
}

/** Hands over each fault of this page at once: a popup may close before anybody asks for a report. */
export function watchFaults(api: Api): void {
  logUncaught();
  whenLogged(() => void collectFaults(api));
}

/** The report as it can be made now. It grows once the background has answered. */
export function useReport(entries: readonly EntrySummary[], files: readonly LookedAt[]): string {
  const api = useApi();
  const [known, setKnown] = useState(faults.all);
  useEffect(() => {
    void collectFaults(api).then(setKnown);
  }, [api]);
  const { userAgent } = navigator;
  const versions = { extension: api.version, userAgent, storageFormat: CURRENT_VERSION };
  try {
    return formatReport(versions, entries, files, known);
  } catch {
    // Perhaps the page broke because of an entry. The report must not break because of it, too.
    return formatReport(versions, [], [], known);
  }
}

/** Rejects with {@link RefusedError} if the browser does not allow it. */
export async function copyReport(api: Api, report: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(report);
  } catch {
    throw new RefusedError("clipboard-refused");
  }
  // Else the clearing of a key that was copied before would take the report away.
  await api.ask("clipboard.taken", {});
}
