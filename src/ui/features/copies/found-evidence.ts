/** What came back from a file. The background compares it, and not this page. */
import type { Found } from "../../../copies/found.ts";
import { findInImport } from "../../../copies/import.ts";
import { keyDigest, keyIdOf } from "../../../core/key/backup-key.ts";
import type { EntrySummary } from "../../../protocol/page.ts";

/**
 * Core `keyDigest` of the keys in the file that have the Key ID of one of these entries: one for each, or several
 * where somebody has made them to look alike. What an entry of the file was before does not count: `findInImport`.
 *
 * The page does not ask for the keys that it verifies. So it cannot send back, by mistake, what it was given.
 */
export function digestsFor(found: Found, entries: readonly EntrySummary[]): string[] {
  const keyIds = new Set(entries.map(({ keyId }) => keyId));
  return found.keys
    .filter(({ key }) => keyIds.has(keyIdOf(key)) && findInImport(found, key) !== null)
    .map(({ key }) => keyDigest(key));
}
