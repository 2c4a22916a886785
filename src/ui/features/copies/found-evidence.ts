/** What came back from a file, for one key. The background compares it, and not this page. */
import type { Found } from "../../../copies/found.ts";
import { findInImport } from "../../../copies/import.ts";
import { formatBackupKey, keyIdOf } from "../../../core/key/backup-key.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { PlaceEvidence } from "../../../protocol/requests/kept-places.ts";

/**
 * The keys in the file that have this entry's Key ID: one, or several where somebody has made them to look
 * alike. What an entry of the file was before does not count: `findInImport`.
 *
 * The page does not ask for the key that it verifies. So it cannot send back, by mistake, what it was given.
 */
export function evidenceIn(found: Found, entry: EntrySummary): PlaceEvidence[] {
  return found.keys
    .filter(({ key }) => keyIdOf(key) === entry.keyId && findInImport(found, key) !== null)
    .map(({ key }) => ({ kind: "key", hex: formatBackupKey(key) }));
}
