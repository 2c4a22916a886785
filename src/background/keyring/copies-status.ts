/** What the stored copies say of the keyring's state, and what is told of them. */
import type { KeyringStatus } from "../../core/keyring/lock-state.ts";
import type { TooMuch } from "../../core/keyring/too-much.ts";
import type { OpenedCopies } from "../../core/sealed/opened-copies.ts";
import type { CopiesReading, Place } from "../../core/sealed/stored-copies.ts";
import type { Wrapping } from "../../core/sealed/wrapping.ts";
import type { StorageNotice } from "../../protocol/page.ts";
import type { Healing } from "./keyring-store.ts";
import type { Seen } from "./session.ts";

/** Before any key is at hand. */
export function statusOf(reading: CopiesReading): KeyringStatus {
  if (reading.newer.length > 0) return "unsupported-version";
  if (reading.intact.length > 0) return "locked";
  if (reading.damaged.length > 0) return "damaged";
  // A local copy that cannot be read may be whole: it must not be taken for nothing. A browser without
  // IndexedDB has two local copies. What its database may hold stays until it was kept aside
  // (`writeEverywhere`).
  return unreadableLocalCopies(reading).length > 0 ? "damaged" : "empty";
}

export function unreadableLocalCopies({ unreadable }: Pick<CopiesReading, "unreadable">): Place[] {
  return unreadable.filter((place) => place !== "third");
}

/**
 * A new key that was cut off leaves it in one place only: so not what most copies have. One that was refused has
 * the higher generation, and the state that was put back the higher counter.
 */
export function newestWrapping({ intact: [newest] }: CopiesReading): Wrapping | null {
  return newest?.header.wrapping ?? null;
}

/** A full disk, a local copy that cannot be read, too much: people do different things about them. */
export type NotStored = "not-stored" | "storage-unreadable" | TooMuch;

export function whyNotStored(found: Pick<CopiesReading, "unreadable">): "not-stored" | "storage-unreadable" {
  return unreadableLocalCopies(found).length > 0 ? "storage-unreadable" : "not-stored";
}

/** What can be told without a key. */
export function signsOf(reading: Pick<CopiesReading, "unreadable">): StorageNotice[] {
  const signs: StorageNotice[] = [];
  if (unreadableLocalCopies(reading).length > 0) signs.push("copy-unreadable");
  if (reading.unreadable.includes("third")) signs.push("third-copy-failed");
  return signs;
}

/** What was found, and what became of it, once they are opened. */
export function noticesOf(
  reading: CopiesReading,
  copies: OpenedCopies,
  { healed }: Healing,
): StorageNotice[] {
  const { best, unopened, forked, outdated } = copies;
  const notices = signsOf(reading);
  if (reading.damaged.some((place) => healed.includes(place))) notices.push("copy-healed");
  if (reading.damaged.some((place) => !healed.includes(place))) notices.push("copy-damaged");
  if (reading.absent.length > 0) notices.push("copy-missing");
  if (outdated.length > 0) notices.push("copy-outdated");
  if (forked.length > 0) notices.push("copy-forked");
  if (unopened.some((c) => c.header.counter >= best.header.counter)) notices.push("newest-unopened");
  return notices;
}

/** Is this older than what this browser session has seen of the same keyring? */
export function isRolledBack(seen: Seen | null, { best: { header } }: OpenedCopies): boolean {
  return seen !== null && header.keyringId === seen.keyringId && header.counter < seen.counter;
}
