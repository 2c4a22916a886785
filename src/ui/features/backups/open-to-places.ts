/** Opens files that a key fits, and writes each to its own file. */
import { checkMetadata } from "../../../backup/check.ts";
import { MANIFEST_NAME, startHashing } from "../../../backup/checksum-list.ts";
import { observe } from "../../../backup/facts.ts";
import { readMetadata, tryMetadata } from "../../../backup/media.ts";
import { safePath } from "../../../backup/names.ts";
import { type OpenOutcome, open, type Sink } from "../../../backup/open.ts";
import type { Source } from "../../../backup/source.ts";
import type { Destination, Folder } from "../../../platform/files.ts";
import { RefusedError } from "../../kit/use-act.ts";
import type { BackupFile } from "./backup-file.ts";
import { isUnreadable } from "./file-failures.ts";
import { nameFor } from "./opened-names.ts";
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
  return { outcome: "opened", facts: observer.facts(), checked };
}

async function openInto(file: BackupFile, sink: Sink, act: OpenAct): Promise<OpenOutcome> {
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
export async function openTo(destination: Destination, file: BackupFile, act: OpenAct): Promise<OpenOutcome> {
  const sink = await destination.start();
  return orNothing(sink, () => openInto(file, sink, act));
}

async function writeManifest(folder: Folder, lines: readonly string[]): Promise<void> {
  const manifest = await folder.start(MANIFEST_NAME);
  await orNothing(manifest, async () => {
    await manifest.write(new TextEncoder().encode(lines.join("")));
    await manifest.commit();
  });
}

/** Opens one of many. Null: it failed in a way that does not affect the others. */
async function openBelow(
  folder: Folder,
  file: BackupFile,
  others: readonly BackupFile[],
  act: OpenAct,
): Promise<{ outcome: OpenOutcome; line: string | null } | null> {
  const { source } = file;
  try {
    const within = source.path.slice(0, -source.name.length);
    const place = await folder.start(safePath(`${within}${await nameFor(file, others, act.keys)}`));
    const hashing = await startHashing(place);
    const outcome = await orNothing(hashing.sink, () => openInto(file, hashing.sink, act));
    return { outcome, line: outcome.outcome === "opened" ? await hashing.line(place.path) : null };
  } catch (reason) {
    const isItsOwn = reason instanceof RefusedError ? reason.code === "not-found" : isUnreadable(reason);
    if (isItsOwn) return null;
    throw reason;
  }
}

/** How many were opened, and the paths of those that were not. */
export type Batch = { opened: number; others: string[] };

/**
 * Opens many files into one folder and keeps their paths. Adds a list of the SHA-256 checksums of the opened
 * files, even if it is stopped before the end.
 */
export async function openAllTo(
  folder: Folder,
  files: readonly BackupFile[],
  others: readonly BackupFile[],
  act: OpenAct,
  onOpened: (id: number, outcome: OpenOutcome) => void,
): Promise<Batch> {
  const lines: string[] = [];
  const batch: Batch = { opened: 0, others: [] };
  let before = 0;
  try {
    for (const file of files) {
      act.signal.throwIfAborted();
      const done = before;
      const onProgress = (bytes: number) => act.onProgress(done + bytes);
      const opened = await openBelow(folder, file, others, { ...act, onProgress });
      if (opened) onOpened(file.id, opened.outcome);
      if (opened?.line) lines.push(opened.line);
      else batch.others.push(file.source.path);
      before += file.source.size;
    }
  } finally {
    batch.opened = lines.length;
    try {
      if (lines.length > 0) await writeManifest(folder, lines);
    } finally {
      await folder.end();
    }
  }
  return batch;
}
