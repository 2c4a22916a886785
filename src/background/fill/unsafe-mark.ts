/** The mark on the toolbar button while a key is not verified in two places. */
import { isSafe } from "../../core/keyring/verified-places.ts";
import type { KeyringService } from "../keyring/keyring-service.ts";
import type { Ports } from "../ports.ts";

/**
 * Sets it as the opened keyring has it. While it is locked the last mark stays, until the browser closes:
 * what is sealed is not known then, and noting it anywhere else would tell of it.
 */
export function markUnsafe(keyring: KeyringService, { page, faults }: Pick<Ports, "page" | "faults">): void {
  const current = keyring.read();
  if (!current.ok) return;
  const isUnsafe = current.value.entries.some((e) => e.deletedAtMs === null && !isSafe(e));
  void page.showUnsafe(isUnsafe).catch((reason) => faults.log("event-failed", reason));
}
