/**
 * Verifies places: a page sends what it has read from one, and it is compared here.
 *
 * That holds against mistakes of a page, not against a page that lies: pages read the files, and may ask for
 * the key that they verify. Bytes of a file instead of the key would change nothing, as such a page could
 * write that file too; and the parsers of foreign formats would run beside the keys.
 */

import { equalBytes, hexToBytes } from "../../core/bytes.ts";
import { ok, type Result } from "../../core/errors.ts";
import { type BackupKey, formatBackupKey, keyDigest } from "../../core/key/backup-key.ts";
import { findByKey, type Keyring } from "../../core/keyring/opened-keyring.ts";
import { markInFile, markVerified } from "../../core/keyring/verified-places.ts";
import type { PlaceCheck } from "../../protocol/page.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { ShownEvidence } from "../../protocol/requests/kept-places.ts";
import type { ClipboardService } from "../clipboard/clipboard-service.ts";
import type { EntryService } from "./entry-service.ts";
import type { KeyringService } from "./keyring-service.ts";

/** Null: it is this key. */
function differenceOf(key: BackupKey, given: ShownEvidence, keyring: Keyring): PlaceCheck | null {
  if (given.kind === "groups") {
    const hex = formatBackupKey(key);
    const isEqual = given.groups.every(({ at, digits }) => hex.slice(at * 4, at * 4 + 4) === digits);
    return isEqual ? null : { outcome: "not-equal" };
  }
  const bytes = hexToBytes(given.hex);
  if (equalBytes(bytes, key)) return null;
  return { outcome: "another-key", entryId: findByKey(keyring, bytes)?.id ?? null };
}

export function createPlaceService(
  keyring: KeyringService,
  entries: EntryService,
  clipboard: Pick<ClipboardService, "refuseOwn">,
  nowMs: () => number,
) {
  return {
    /** Stores that the place is verified before it says so. */
    async verify({ id, place, evidence }: Payload<"place.verify">): Promise<Result<PlaceCheck>> {
      const key = entries.keyOf(id);
      const current = keyring.read();
      if (!key.ok) return key;
      if (!current.ok) return current;
      const isPasted = evidence.kind === "pasted";
      const difference = differenceOf(key.value, isPasted ? evidence.given : evidence, current.value);
      if (difference) return ok(difference);
      const refused = isPasted ? await clipboard.refuseOwn(nowMs() - evidence.msAgo) : null;
      if (refused) return ok({ outcome: "own-copy", ...refused });
      const stored = await keyring.change((k) => markVerified(k, id, place, nowMs()));
      return stored.ok ? ok({ outcome: "verified" }) : stored;
    },

    /** The same for all keys that a file holds, at once. */
    async verifyFile({
      place,
      digests,
    }: Payload<"place.verify-file">): Promise<Result<Value<"place.verify-file">>> {
      const inFile = new Set(digests);
      const ids: string[] = [];
      const current = keyring.read();
      if (!current.ok) return current;
      for (const { id, key, deletedAtMs } of current.value.entries)
        if (deletedAtMs === null && inFile.has(keyDigest(key))) ids.push(id);
      if (ids.length === 0) return ok({ ids });
      const stored = await keyring.change<never>((k) =>
        ok(markInFile(k, ({ id }) => ids.includes(id), place, nowMs())),
      );
      return stored.ok ? ok({ ids }) : stored;
    },
  };
}
