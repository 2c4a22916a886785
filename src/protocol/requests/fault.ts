/** What our pages say of what failed in them. */
import { type Fault, faultsSchema } from "../../core/fault.ts";
import { exact } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";

export const FAULT_REQUESTS = [
  /** Keeps the faults of one page, and answers with all that are kept: for a report. */
  defineRequest("fault.collect", {
    payload: () => exact({ faults: faultsSchema }),
    answer: answer<{ faults: Fault[] }>(),
    isUse: false,
    changesState: false,
    askedBy: "every page",
  }),
] as const;
