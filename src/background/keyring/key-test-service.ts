/**
 * Tests keys against a few bytes of a backup, and derives one file's key for one act of a page.
 *
 * The page reads the file and knows no key; here are the keys and no file. What fits is stored with its date
 * before the page hears of it.
 */
import { deriveFor } from "../../backup/derive.ts";
import { type Challenge, tryKey } from "../../backup/try-key.ts";
import { fromBase64, toBase64, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { markTested } from "../../core/keyring/opened-keyring.ts";
import type { BackupAttempt } from "../../protocol/page.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { BackupChallenge } from "../../protocol/requests/backup.ts";
import type { EntryService } from "./entry-service.ts";
import type { KeyringService } from "./keyring-service.ts";

/** A folder of old backups tests one key hundreds of times: its date is written once a minute. */
const FRESH_MS = 60_000;

/** The same challenge with its bytes; null where they are no base64, or an IV is not of 16 bytes. */
function readChallenge(wire: BackupChallenge): Challenge | null {
  if (wire.ask === "metadata") {
    const file = fromBase64(wire.file);
    return file && { ask: "metadata", file };
  }
  const iv = wire.iv === null ? null : fromBase64(wire.iv);
  const bytes = fromBase64(wire.ask === "start" ? wire.start : wire.data);
  if (!bytes || (wire.iv !== null && iv?.length !== 16)) return null;
  if (wire.ask === "tag") return { ask: "tag", purpose: wire.purpose, iv, data: bytes };
  return iv && { ask: "start", iv, start: bytes };
}

export function createKeyTestService(keyring: KeyringService, entries: EntryService, nowMs: () => number) {
  return {
    /** Every key is tried, old and deleted ones too: which one opens an old file is what is asked. */
    async test({ challenge: wire }: Payload<"backup.test">): Promise<Result<Value<"backup.test">>> {
      const current = keyring.read();
      if (!current.ok) return current;
      const challenge = readChallenge(wire);
      if (!challenge) return fail("invalid-request");
      const attempts: BackupAttempt[] = [];
      const due: string[] = [];
      // Locking wipes the keyring's own keys, and an attempt on nothing must not be told as "no".
      const copies = current.value.entries.map((entry) => ({ ...entry, key: entry.key.slice() }));
      try {
        // One after the other: 16 MiB under a thousand keys at once would be memory for each.
        for (const { id, key, testedAtMs } of copies) {
          if (!keyring.read().ok) return fail("locked");
          const attempt = await tryKey(key, challenge);
          const isRight = attempt.answer === "right-key";
          attempts.push({ id, answer: attempt.answer, payload: isRight ? attempt.payload : null });
          if (isRight && Math.abs(nowMs() - (testedAtMs ?? 0)) >= FRESH_MS) due.push(id);
        }
      } finally {
        wipe(...copies.map(({ key }) => key));
      }
      if (due.length === 0) return keyring.read().ok ? ok({ attempts }) : fail("locked");
      const stored = await keyring.change<never>((k) => ok(markTested(k, due, nowMs())));
      return stored.ok ? ok({ attempts }) : stored;
    },

    async derive({ id, purpose }: Payload<"backup.derive">): Promise<Result<Value<"backup.derive">>> {
      const key = entries.keyOf(id);
      if (!key.ok) return key;
      const derived = await deriveFor(key.value, purpose);
      const bytes = toBase64(derived);
      wipe(derived);
      return keyring.read().ok ? ok({ bytes }) : fail("locked");
    },
  };
}
