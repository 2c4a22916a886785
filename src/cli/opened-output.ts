/** Where opened files go: names, dates, what is there already, and the list of checksums. */
import { statSync, utimesSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { MANIFEST_NAME, parseSums, sumIfDescribed, sumLine, sumsOf } from "../backup/checksum-list.ts";
import type { Described } from "../backup/media.ts";
import { safePath } from "../backup/names.ts";
import type { Source } from "../backup/source.ts";
import { utf8ToBytes } from "../core/bytes.ts";
import { numberedName } from "../core/file-names.ts";
import { fileSource } from "./file-source.ts";
import { type Outgoing, startOutgoing } from "./outgoing.ts";
import { toOutput } from "./output-failure.ts";

/** `isFolder`: each file gets its own name below `output`. Otherwise `output` is the name of the only one. */
export type Place = { output: string; isFolder: boolean };

/** The output is a folder if it ends with a slash, if it is one already, or if several files may come. */
export async function placeFor(output: string, isSeveral: boolean): Promise<Place> {
  const isThere = await stat(output).catch(() => null);
  return { output, isFolder: isSeveral || /[/\\]$/.test(output) || (isThere?.isDirectory() ?? false) };
}

/** Where a file lies if only its name is known. */
export function pathFor({ output, isFolder }: Place, source: Source, name: string): string {
  return isFolder ? join(output, dirname(safePath(source.path)), name) : output;
}

export const isThere = (path: string): Promise<boolean> =>
  toOutput(path, () => statSync(path, { throwIfNoEntry: false }) !== undefined);

/** What is known of the files below an output folder: the lists of earlier runs, and the lines of this one. */
export type Sums = {
  /** SHA-256 in hex by the path below the output. */
  known: ReadonlyMap<string, string>;
  lines: string[];
  /** Whether a line is in none of the earlier lists. */
  isNew: boolean;
};

/** Reads the lists that earlier runs have left in the output folder. */
export async function readSums({ output }: Place): Promise<Sums> {
  const known = new Map<string, string>();
  for (let n = 1; ; n++) {
    const list = await readFile(join(output, numberedName(MANIFEST_NAME, n)), "utf8").catch(() => null);
    if (list === null) return { known, lines: [], isNew: false };
    for (const [path, sum] of parseSums(list)) known.set(path, sum);
  }
}

/** Writes the checksums next to the opened files, under a free name. Nothing if earlier lists have them all. */
export async function writeSums({ output }: Place, sums: Sums | null): Promise<void> {
  if (!sums?.isNew) return;
  const outgoing = await startOutgoing(output);
  await outgoing.sink.write(utf8ToBytes(sums.lines.join("")));
  await outgoing.sink.commit();
  for (let n = 1; ; n++) if (await outgoing.place(join(output, numberedName(MANIFEST_NAME, n)))) return;
}

export function addSum(sums: Sums | null, { output }: Place, path: string, sum: string): void {
  if (!sums) return;
  const below = relative(output, path).replaceAll("\\", "/");
  sums.lines.push(sumLine(sum, below));
  if (sums.known.get(below) !== sum) sums.isNew = true;
}

function sourceAt(path: string, size: number) {
  return fileSource(path, { path, name: basename(path), size, modifiedAtMs: 0 });
}

/** Is the file that a description tells of there already, unchanged since it was listed? Its SHA-256, or null. */
export async function describedThere(
  { output }: Place,
  path: string,
  described: Described,
  sums: Sums | null,
): Promise<string | null> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return null;
  const listed = sums?.known.get(relative(output, path).replaceAll("\\", "/"));
  return sumIfDescribed(sourceAt(path, facts.size), described, listed);
}

async function isEqual(path: string, size: number, sha256: string): Promise<boolean> {
  const facts = await toOutput(path, () => statSync(path, { throwIfNoEntry: false }));
  if (!facts?.isFile() || facts.size !== size) return false;
  return (await toOutput(path, () => sumsOf(sourceAt(path, size)))).sha256 === sha256;
}

export type Placed =
  /** It lies at `path`. `isNew`: it has just been written; otherwise an equal file was there. */
  { isPlaced: true; path: string; isNew: boolean } | { isPlaced: false };

/**
 * Moves finished output to its path. A file that is there and equal is left as it is. If another has the name, the
 * output gets a number, or is removed where `mayNumber` is false.
 *
 * @param size - bytes of the output. @param sha256 - of the output, in hex.
 */
export async function placeAt(
  outgoing: Outgoing,
  wanted: string,
  { size, sha256, mayNumber }: { size: number; sha256: string; mayNumber: boolean },
  modifiedAtMs: number | null,
): Promise<Placed> {
  for (let n = 1; ; n++) {
    const path = numberedName(wanted, n);
    if (await isEqual(path, size, sha256)) {
      await outgoing.discard();
      return { isPlaced: true, path, isNew: false };
    }
    if (!(await outgoing.place(path))) {
      if (mayNumber) continue;
      await outgoing.discard();
      return { isPlaced: false };
    }
    if (modifiedAtMs !== null) {
      const atS = modifiedAtMs / 1000;
      await toOutput(path, () => utimesSync(path, atS, atS));
    }
    return { isPlaced: true, path, isNew: true };
  }
}
