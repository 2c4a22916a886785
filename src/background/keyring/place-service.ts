/**
 * Verifies places: a page sends what it has read from one, and it is compared here.
 *
 * That holds against mistakes of a page, not against a page that lies: pages read the files, and may ask for
 * the key that they verify. Bytes of a file instead of the key would change nothing, as such a page could
 * write that file too; and the parsers of foreign formats would run beside the keys.
 */

import { equalBytes, hexToBytes } from "../../core/bytes.ts";
import { ok, type Result } from "../../core/errors.ts";
import { formatBackupKey } from "../../core/key/backup-key.ts";
import { findByKey } from "../../core/keyring/opened-keyring.ts";
import { markVerified } from "../../core/keyring/verified-places.ts";
import type { PlaceCheck } from "../../protocol/page.ts";
import type { Payload } from "../../protocol/page-requests.ts";
import type { EntryService } from "./entry-service.ts";
import type { KeyringService } from "./keyring-service.ts";

export function createPlaceService(keyring: KeyringService, entries: EntryService, nowMs: () => number) {
  return {
    /** Stores that the place is verified before it says so. */
    async verify({ id, place, evidence }: Payload<"place.verify">): Promise<Result<PlaceCheck>> {
      const key = entries.keyOf(id);
      const current = keyring.read();
      if (!key.ok) return key;
      if (!current.ok) return current;
      if (evidence.kind === "key") {
        const given = hexToBytes(evidence.hex);
        if (!equalBytes(given, key.value))
          return ok({ outcome: "another-key", entryId: findByKey(current.value, given)?.id ?? null });
      } else {
        const hex = formatBackupKey(key.value);
        const isEqual = evidence.groups.every(({ at, digits }) => hex.slice(at * 4, at * 4 + 4) === digits);
        if (!isEqual) return ok({ outcome: "not-equal" });
      }
      const stored = await keyring.change((k) => markVerified(k, id, place, nowMs()));
      return stored.ok ? ok({ outcome: "verified" }) : stored;
    },
  };
}
