/** What a browser's refusals to read and to write mean. */
import { FileShrankError } from "../../../backup/source.ts";

/** Was it the file that failed: moved, deleted, changed while it was read? */
export function isUnreadable(reason: unknown): boolean {
  if (reason instanceof FileShrankError) return true;
  return reason instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(reason.name);
}

export function isDiskFull(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "QuotaExceededError";
}
