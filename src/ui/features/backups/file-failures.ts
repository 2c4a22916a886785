/** Tells what a browser's errors on reading and writing mean. */
import { FileShrankError } from "../../../backup/source.ts";

/** Did the source file fail: was it moved, deleted, or changed while it was read? */
export function isUnreadable(reason: unknown): boolean {
  if (reason instanceof FileShrankError) return true;
  return reason instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(reason.name);
}

export function isDiskFull(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "QuotaExceededError";
}
