/** Sends a page's logged faults to the background, where they outlive the page, and makes the report. */
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
 * All known faults, or only those of this page if the background refuses. Calls run one after the other, so
 * no fault is sent twice.
 */
function collectFaults(api: Api): Promise<Fault[]> {
  const next = last.then(() => handOver(api));
  last = next;
  return next;
}

/** Sends each fault of this page right away: a popup may close before anyone asks for a report. */
export function watchFaults(api: Api): void {
  logUncaught();
  whenLogged(() => void collectFaults(api));
}

/** The report with what is known now. It grows once the background has answered. */
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
  // Otherwise the timer that clears a copied key would clear the report.
  await api.ask("clipboard.taken", { isKey: false });
}
