/** The whole keyring at once: written to a file of its own, and joined with what a page has read from one. */
import { fromBase64, toBase64, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { readBody } from "../../core/keyring/keyring-body.ts";
import { mergeKeyrings } from "../../core/keyring/merge-keyrings.ts";
import { markExported } from "../../core/keyring/verified-places.ts";
import { writeKeyringExport } from "../../core/sealed/keyring-export.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { Ports } from "../ports.ts";
import type { KeyringService } from "./keyring-service.ts";

export function createWholeKeyringService(
  keyring: KeyringService,
  { nowMs, deriveKey }: Pick<Ports, "nowMs" | "deriveKey">,
) {
  return {
    async writeExport({ passphrase }: Payload<"keyring.write-export">): Promise<Result<{ file: string }>> {
      const current = keyring.read();
      if (!current.ok) return current;
      const exported = markExported(current.value, current.value);
      // It takes the keys before its first wait: a lock wipes them.
      const file = await writeKeyringExport({ keyring: exported, atMs: nowMs() }, passphrase, deriveKey);
      if (!file.ok) return file;
      // A key that came in meanwhile is not in the file.
      const stored = await keyring.change<never>((k) => ok(markExported(k, exported)));
      return stored.ok ? ok({ file: toBase64(file.value) }) : stored;
    },

    async merge({ body, atMs }: Payload<"keyring.merge">): Promise<Result<Value<"keyring.merge">>> {
      const bytes = fromBase64(body);
      const given = bytes ? readBody(bytes) : fail("damaged");
      wipe(bytes);
      if (!given.ok) return given;
      const outcome: Value<"keyring.merge"> = { added: 0, shortened: [] };
      const stored = await keyring.change((k) => {
        // Names and settings that are here win, whatever a file says of its time.
        const merged = mergeKeyrings([
          { keyring: k, atMs: Number.POSITIVE_INFINITY },
          { keyring: given.value, atMs },
        ]);
        if (!merged.ok) return merged;
        outcome.added = merged.value.keyring.entries.length - k.entries.length;
        outcome.shortened = merged.value.shortened;
        return ok(merged.value.keyring);
      });
      if (stored.ok) return ok(outcome);
      wipe(...given.value.entries.map((e) => e.key));
      return stored;
    },
  };
}
