/** Tells what a browser's errors on reading and writing mean. */
import { FileShrankError } from "../../../backup/source.ts";
import { RefusedError } from "../../kit/use-act.ts";

/** Did the source file fail: was it moved, deleted, or changed while it was read? */
export function isUnreadable(reason: unknown): boolean {
  if (reason instanceof FileShrankError) return true;
  return reason instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(reason.name);
}

/** Does it concern this file alone: it cannot be read, or its key was deleted? */
export function isOfOneFile(reason: unknown): boolean {
  return reason instanceof RefusedError ? reason.code === "not-found" : isUnreadable(reason);
}

export function isDiskFull(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "QuotaExceededError";
}
