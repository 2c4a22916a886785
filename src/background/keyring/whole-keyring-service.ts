/** The whole keyring at once: written to a file of its own, and joined with what a page has read from one. */
import { fromBase64, toBase64, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { keyDigest } from "../../core/key/backup-key.ts";
import { type ImportTrace, traceImport, undoImport } from "../../core/keyring/import-trace.ts";
import { readBody } from "../../core/keyring/keyring-body.ts";
import { mergeKeyrings } from "../../core/keyring/merge-keyrings.ts";
import { type Entry, isKeptNote, type Keyring } from "../../core/keyring/opened-keyring.ts";
import { withStricter } from "../../core/keyring/stricter-settings.ts";
import { isTooMuch } from "../../core/keyring/too-much.ts";
import { parseVaultAccount } from "../../core/keyring/vault-record.ts";
import { markExported, markInFile } from "../../core/keyring/verified-places.ts";
import { writeKeyringExport } from "../../core/sealed/keyring-export.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { Ports } from "../ports.ts";
import { believedKeyring } from "./believed-keyring.ts";
import type { KeyringService } from "./keyring-service.ts";
import { createUndoStore } from "./undo-store.ts";

export function createWholeKeyringService(
  keyring: KeyringService,
  { nowMs, deriveKey, session }: Pick<Ports, "nowMs" | "deriveKey" | "session">,
) {
  const undoStore = createUndoStore(session);
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
      // A keyring that is too large is the one that most needs the file.
      const isNoted = stored.ok || isTooMuch(stored.error.code);
      return isNoted ? ok({ file: toBase64(file.value) }) : stored;
    },

    async merge({
      body,
      atMs,
      settings,
      isExport,
    }: Payload<"keyring.merge">): Promise<Result<Value<"keyring.merge">>> {
      const bytes = fromBase64(body);
      const given = bytes ? readBody(bytes) : fail("damaged");
      wipe(bytes);
      if (!given.ok) return given;
      const outcome: Value<"keyring.merge"> = { added: 0, shortened: [], undoId: null };
      const { keyring: believed, verified: signed } = await believedKeyring(given.value, nowMs());
      // Whoever has opened the file has shown that it holds these keys.
      const digests = new Set(isExport ? believed.entries.map(({ key }) => keyDigest(key)) : []);
      const isInFile = ({ key }: Entry) => digests.has(keyDigest(key));
      const inFile = (k: Keyring) => (isExport ? markInFile(k, isInFile, "keyring-file", nowMs()) : k);
      let trace: ImportTrace | null = null;
      const stored = await keyring.change<never>((k) => {
        // Names and settings that are here win, whatever a file says of its time.
        const states = [
          { keyring: k, atMs: Number.POSITIVE_INFINITY },
          { keyring: believed, atMs },
        ];
        const merged = mergeKeyrings(states, { home: k, verified: signed });
        outcome.added = merged.keyring.entries.length - k.entries.length;
        outcome.shortened = merged.shortened;
        const stricter = withStricter(k.settings, believed.settings, settings);
        const next = { ...inFile(merged.keyring), settings: stricter };
        trace = traceImport(k, next);
        return ok(next);
      });
      // A key that was here already is in memory twice now.
      const taken = new Set(stored.ok ? stored.value.entries.map((e) => e.key) : []);
      wipe(...given.value.entries.map((e) => e.key).filter((key) => !taken.has(key)));
      if (!stored.ok) return stored;
      outcome.undoId = trace && (await undoStore.note(trace));
      // Locked while it was being stored: nothing that is readable may be left.
      if (!keyring.read().ok) await undoStore.forget();
      return ok(outcome);
    },

    async lastMerge(): Promise<Result<Value<"keyring.last-merge">>> {
      const current = keyring.read();
      return current.ok ? ok({ undoId: await undoStore.last() }) : current;
    },

    async undoMerge({ undoId }: Payload<"keyring.undo-merge">): Promise<Result<Value<"keyring.undo-merge">>> {
      const trace = await undoStore.find(undoId);
      if (trace === null) return fail("not-found");
      let stayed = 0;
      const stored = await keyring.change<never>((k) => {
        const undone = undoImport(k, trace);
        stayed = undone.stayed;
        return ok(undone.keyring);
      });
      if (!stored.ok) return stored;
      await undoStore.forget();
      return ok({ stayed });
    },

    vaultAddresses(): Result<Value<"keyring.vault-addresses">> {
      const current = keyring.read();
      if (!current.ok) return current;
      const notes = current.value.vaults.map((note) => {
        const address = parseVaultAccount(note.text)?.address ?? null;
        return { id: note.id, address, isForgotten: !isKeptNote(note) };
      });
      return ok({ notes });
    },
  };
}
