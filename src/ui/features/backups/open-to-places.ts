/** Opens files that a key fits, and writes each to its own file. */
import { checkMetadata } from "../../../backup/check.ts";
import { observe } from "../../../backup/facts.ts";
import { readMetadata, tryMetadata } from "../../../backup/media.ts";
import { type OpenOutcome, open, type Sink } from "../../../backup/open.ts";
import type { Source } from "../../../backup/source.ts";
import type { Destination } from "../../../platform/files.ts";
import type { BackupFile } from "./backup-file.ts";
import { type Keys, openerFor, withMetadataKeys } from "./opener.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

export type OpenAct = {
  keys: Keys;
  mostBytes: number;
  signal: AbortSignal;
  onProgress: (doneBytes: number) => void;
};

/** A description of media is encrypted in another way than a backup. */
async function openMetadata(source: Source, keyId: string, sink: Sink, keys: Keys): Promise<OpenOutcome> {
  const metadata = readMetadata(await source.read(0, source.size));
  const [read, checked] = await withMetadataKeys(keys, keyId, async (lent) => [
    metadata && (await tryMetadata(lent, metadata)),
    await checkMetadata(source, lent),
  ]);
  if (read?.answer !== "right-key") {
    await sink.abort();
    return { outcome: "refused", checked };
  }
  const json = new TextEncoder().encode(read.json);
  const observer = observe();
  observer.see(json);
  await sink.write(json);
  await sink.commit();
  return { outcome: "opened", facts: observer.facts(), checked, leftOver: 0 };
}

export async function openInto(file: BackupFile, sink: Sink, act: OpenAct): Promise<OpenOutcome> {
  const { kind, test, source } = file;
  const { keys, mostBytes, signal, onProgress } = act;
  const keyId = test?.keys[0];
  if (!kind || keyId === undefined) throw new Error("not tested");
  if (kind.kind === "media-metadata") return openMetadata(source, keyId, sink, keys);
  const opener = await openerFor(keys, kind, keyId);
  return open(source, kind, opener, sink, { startMd5: startWorkerMd5, mostBytes, signal, onProgress });
}

/** If the work fails, removes what was written. */
export async function orNothing<T>(sink: Sink, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (reason) {
    await sink.abort();
    throw reason;
  }
}

/** Rejects if the background refuses, or if reading or writing fails. */
export async function writeTo<T>(destination: Destination, write: (sink: Sink) => Promise<T>): Promise<T> {
  const sink = await destination.start();
  return orNothing(sink, () => write(sink));
}
