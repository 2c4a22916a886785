/** Writes many files below one folder: names, what is there already, and the list of checksums. */
import {
  MANIFEST_NAME,
  parseSums,
  startHashing,
  sumIfDescribed,
  sumLine,
  sumsOf,
} from "../../../backup/checksum-list.ts";
import type { Sink } from "../../../backup/open.ts";
import { numberedName } from "../../../core/file-names.ts";
import type { Folder } from "../../../platform/files.ts";
import type { BackupFile } from "./backup-file.ts";
import { sourceOfFile } from "./dropped-files.ts";
import { isOfOneFile } from "./file-failures.ts";
import { orNothing } from "./open-to-places.ts";
import { type Named, namesForAll } from "./opened-names.ts";
import type { Keys } from "./opener.ts";

/** How many files were written, the paths of those that were there and equal, and of those that did not come out. */
export type Batch = { opened: number; skipped: string[]; others: string[] };

/** What is done with each file. */
export type ManyAct<Outcome> = {
  keys: Keys;
  signal: AbortSignal;
  onProgress: (doneBytes: number) => void;
  /** Commits the sink if something came out, or else aborts it. */
  write: (file: BackupFile, sink: Sink, onProgress: (doneBytes: number) => void) => Promise<Outcome>;
  /** Follows every name. */
  ending: string;
  onDone: (id: number, outcome: Outcome) => void;
};

async function readSums(folder: Folder): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let n = 1; ; n++) {
    const list = await folder.read(numberedName(MANIFEST_NAME, n));
    if (!list) return known;
    for (const [path, sum] of parseSums(await list.text())) known.set(path, sum);
  }
}

async function writeSums(folder: Folder, lines: readonly string[]): Promise<void> {
  const manifest = await folder.start(MANIFEST_NAME);
  await orNothing(manifest, async () => {
    await manifest.write(new TextEncoder().encode(lines.join("")));
    await manifest.commit();
  });
}

/** The path, or its first numbered one, at which a file with these bytes is. Null: at none. */
async function equalAt(folder: Folder, path: string, sum: { sha256: string; size: number }) {
  for (let n = 1; ; n++) {
    const at = numberedName(path, n);
    const file = await folder.read(at);
    if (!file) return null;
    if (file.size === sum.size && (await sumsOf(sourceOfFile(file, at))).sha256 === sum.sha256) return at;
  }
}

/** Where a file ended up. `isNew`: it was written; otherwise an equal one was there. */
type Kept = { path: string; sha256: string; isNew: boolean };

/** A sink that, at its end, leaves an equal file that is there as it is. */
async function startUnlessThere(folder: Folder, path: string, modifiedAtMs: number | null) {
  const place = await folder.start(path, modifiedAtMs);
  const hashing = await startHashing(place);
  let kept: Kept | null = null;
  const sink: Sink = {
    ...hashing.sink,
    async commit() {
      const sum = await hashing.sum();
      const at = place.path === path ? null : await equalAt(folder, path, sum);
      await (at === null ? place.commit() : place.abort());
      kept = { path: at ?? place.path, sha256: sum.sha256, isNew: at === null };
    },
  };
  return { sink, kept: () => kept };
}

/** Is the file there that a description tells of? */
async function describedThere(
  folder: Folder,
  { path, described }: Named,
  known: ReadonlyMap<string, string>,
): Promise<Kept | null> {
  const there = described && (await folder.read(path));
  const sha256 = there && (await sumIfDescribed(sourceOfFile(there, path), described, known.get(path)));
  return sha256 ? { path, sha256, isNew: false } : null;
}

async function writeOne<Outcome>(
  folder: Folder,
  file: BackupFile,
  named: Named,
  known: ReadonlyMap<string, string>,
  act: ManyAct<Outcome>,
  onProgress: (doneBytes: number) => void,
): Promise<Kept | null> {
  try {
    const there = act.ending === "" ? await describedThere(folder, named, known) : null;
    if (there) return there;
    const modifiedAtMs = named.described?.modifiedAtMs ?? null;
    const { sink, kept } = await startUnlessThere(folder, `${named.path}${act.ending}`, modifiedAtMs);
    act.onDone(file.id, await orNothing(sink, () => act.write(file, sink, onProgress)));
    return kept();
  } catch (reason) {
    if (isOfOneFile(reason)) return null;
    throw reason;
  }
}

/**
 * Writes many files into one folder and keeps their paths. Adds a list of the SHA-256 checksums of what is there,
 * even if it is stopped before the end.
 */
export async function writeMany<Outcome>(
  folder: Folder,
  files: readonly BackupFile[],
  others: readonly BackupFile[],
  act: ManyAct<Outcome>,
): Promise<Batch> {
  const lines: string[] = [];
  const batch: Batch = { opened: 0, skipped: [], others: [] };
  let isListNew = false;
  let before = 0;
  try {
    const known = await readSums(folder);
    const names = await namesForAll(files, others, act.keys);
    for (const [i, file] of files.entries()) {
      act.signal.throwIfAborted();
      const start = before;
      const onProgress = (bytes: number) => act.onProgress(start + bytes);
      const kept = await writeOne(folder, file, names[i] as Named, known, act, onProgress);
      before += file.source.size;
      if (!kept) {
        batch.others.push(file.source.path);
        continue;
      }
      lines.push(sumLine(kept.sha256, kept.path));
      isListNew ||= known.get(kept.path) !== kept.sha256;
      if (kept.isNew) batch.opened += 1;
      else batch.skipped.push(file.source.path);
    }
  } finally {
    try {
      if (isListNew) await writeSums(folder, lines);
    } finally {
      await folder.end();
    }
  }
  return batch;
}
