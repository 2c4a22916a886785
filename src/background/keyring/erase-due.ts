/** Erases what was deleted long ago, once its days were over at two looks a day apart (core `expiry.ts`). */
import { wipe } from "../../core/bytes.ts";
import { eraseExpired } from "../../core/keyring/expiry.ts";
import type { Keyring } from "../../core/keyring/opened-keyring.ts";
import { openSightings, sealSightings } from "../../core/sealed/sealed-sightings.ts";
import type { Ports } from "../ports.ts";

/**
 * @returns the keyring without what goes; the same object when nothing does. Never rejects: without its notes
 *   nothing is erased.
 */
export async function eraseDue(
  keyring: Keyring,
  keyringKey: Uint8Array,
  { sealed, nowMs }: Pick<Ports, "sealed" | "nowMs">,
): Promise<Keyring> {
  // A lock wipes the key while this waits.
  const key = keyringKey.slice();
  try {
    const stored = await sealed.readSightings();
    const next = eraseExpired(keyring, openSightings(key, stored), nowMs());
    const isEmpty = Object.keys(next.seen).length === 0;
    // What is erased may yet fail to be stored: its note stays until the next look finds nothing over.
    if (next.keyring !== keyring) return next.keyring;
    if (!isEmpty || stored) await sealed.writeSightings(isEmpty ? null : sealSightings(key, next.seen));
    return keyring;
  } catch {
    return keyring;
  } finally {
    wipe(key);
  }
}
