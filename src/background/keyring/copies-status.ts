/** What the stored copies say of the keyring's state, and what is told of them. */
import type { KeyringStatus } from "../../core/keyring/lock-state.ts";
import type { OpenedCopies } from "../../core/sealed/opened-copies.ts";
import type { CopiesReading } from "../../core/sealed/stored-copies.ts";
import type { StorageNotice } from "../../protocol/page.ts";
import type { Healing } from "./keyring-store.ts";

/** Before any key is at hand. */
export function statusOf(reading: CopiesReading): KeyringStatus {
  if (reading.newer.length > 0) return "unsupported-version";
  if (reading.intact.length > 0) return "locked";
  // What cannot be read may be whole: it must not be taken for nothing.
  return reading.damaged.length + reading.unreadable.length > 0 ? "damaged" : "empty";
}

/** What was found, and what became of it, once they are opened. */
export function noticesOf(
  reading: CopiesReading,
  copies: OpenedCopies,
  { healed }: Healing,
): StorageNotice[] {
  const { best, unopened, outdated } = copies;
  const notices: StorageNotice[] = [];
  if (reading.damaged.some((place) => healed.includes(place))) notices.push("copy-healed");
  if (reading.damaged.some((place) => !healed.includes(place))) notices.push("copy-damaged");
  if (reading.absent.length > 0) notices.push("copy-missing");
  if (outdated.length > 0) notices.push("copy-outdated");
  if (unopened.some((c) => c.header.counter >= best.header.counter)) notices.push("newest-unopened");
  return notices;
}
