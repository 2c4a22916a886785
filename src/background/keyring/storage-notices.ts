/** What pages are told of the stored copies: found when they were read, or when one of them was written. */
import type { StorageNotice } from "../../protocol/page.ts";
import { signsOf } from "./copies-status.ts";
import type { Stored } from "./keyring-store.ts";

export function createStorageNotices() {
  const notices = new Set<StorageNotice>();
  return {
    all: () => [...notices],
    clear: () => notices.clear(),
    add(...more: StorageNotice[]): void {
      for (const notice of more) notices.add(notice);
    },
    /** As of now: whatever stood in the way of reading or writing may have gone, or come. */
    noteStored({ isThirdStored, unreadable }: Pick<Stored, "isThirdStored" | "unreadable">): void {
      for (const sign of ["copy-unreadable", "third-copy-failed"] as const) notices.delete(sign);
      for (const sign of signsOf({ unreadable })) notices.add(sign);
      if (!isThirdStored) notices.add("third-copy-failed");
    },
  };
}
