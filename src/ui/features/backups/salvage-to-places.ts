/** Saves what can be read of files that cannot be opened. */

import { importFileKey } from "../../../backup/gcm-stream.ts";
import type { Kind } from "../../../backup/kind.ts";
import type { Sink } from "../../../backup/open.ts";
import {
  canSalvage,
  maySalvage,
  type SalvageOptions,
  type SalvageOutcome,
  salvage,
} from "../../../backup/salvage.ts";
import type { Opener } from "../../../backup/sealed-pass.ts";
import type { BackupFile } from "./backup-file.ts";
import { CRYPT14_KEY_ID } from "./crypt14-key.ts";
import type { OpenAct } from "./open-to-places.ts";
import { derivedBytes, type Keys, openerFor } from "./opener.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

/** Can it not be opened, or not whole? */
export function needsSalvage({ kind, test, checked, opened }: BackupFile): boolean {
  if (!kind || !maySalvage(kind)) return false;
  if (opened?.outcome === "will-not-inflate") return true;
  if (opened?.outcome === "opened") return opened.leftOver > 0;
  const verdict = checked?.verdict ?? test?.verdict;
  return kind.kind === "other" || ["damaged", "altered", "cannot-tell"].includes(verdict ?? "");
}

/** The key for a file whose header does not read: its IV is searched. */
async function openerForData({ ask, crypt14 }: Keys, keyId: string): Promise<Opener> {
  const own = keyId === CRYPT14_KEY_ID ? crypt14.read() : null;
  const bytes = own ?? (await derivedBytes(ask, keyId, { use: "backup" }));
  return { key: await importFileKey(bytes), iv: new Uint8Array(16) };
}

function openerOf(keys: Keys, kind: Kind, keyId: string): Promise<Opener> {
  return kind.kind === "other" ? openerForData(keys, keyId) : openerFor(keys, kind, keyId);
}

/**
 * @param keyIds - the keys to try where none is known to fit.
 *
 * Aborts the sink where nothing can be read.
 */
export async function salvageInto(
  { kind, source, test }: BackupFile,
  sink: Sink,
  keyIds: readonly string[],
  { keys, ...rest }: OpenAct,
): Promise<SalvageOutcome> {
  if (!kind) throw new Error("not tested");
  const fitting = test?.keys ?? [];
  const options: SalvageOptions = { ...rest, startMd5: startWorkerMd5, isKeyKnown: fitting.length > 0 };
  for (const keyId of fitting.length > 0 ? fitting : keyIds) {
    const opener = await openerOf(keys, kind, keyId);
    if (await canSalvage(source, kind, opener, options)) return salvage(source, kind, opener, sink, options);
  }
  await sink.abort();
  return { outcome: "nothing" };
}
