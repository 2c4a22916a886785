/** Finds the names of opened files before anything is written. */
import { MANIFEST_NAME } from "../../../backup/checksum-list.ts";
import { startGcm } from "../../../backup/gcm-stream.ts";
import type { Kind } from "../../../backup/kind.ts";
import { type Described, readDescription, readMetadata, tryMetadata } from "../../../backup/media.ts";
import { mediaName, openedName, safeName, safePath } from "../../../backup/names.ts";
import type { Source } from "../../../backup/source.ts";
import { distinctPaths } from "../../../core/file-names.ts";
import type { BackupFile } from "./backup-file.ts";
import { isOfOneFile } from "./file-failures.ts";
import { type Keys, openerFor, withMetadataKeys } from "./opener.ts";

/** Enough bytes to recognise a format. */
const START_BYTES = 64;
const NOTHING = new Uint8Array(0);

/** What a media file's description says, if the description was dropped too. */
async function describe(
  source: Source,
  keyId: string,
  others: readonly BackupFile[],
  keys: Keys,
): Promise<Described | null> {
  const path = `${source.path}-metadata`;
  const described =
    others.find((other) => other.source.path === path) ??
    others.find((other) => other.source.name === `${source.name}-metadata`);
  if (!described) return null;
  const metadata = readMetadata(await described.source.read(0, described.source.size));
  if (!metadata) return null;
  const read = await withMetadataKeys(keys, keyId, (lent) => tryMetadata(lent, metadata));
  return read.answer === "right-key" ? readDescription(read.json) : null;
}

/** Names the file by its first bytes. */
async function nameByStart(source: Source, kind: Kind, keyId: string, keys: Keys): Promise<string> {
  const { key, iv } = await openerFor(keys, kind, keyId);
  const gcm = await startGcm(key, iv);
  const start = await source.read(0, Math.min(START_BYTES, source.size));
  return mediaName(source.name, await gcm.decrypt(start));
}

/** The name without a look into the file. */
export function likelyName({ source, kind, test }: BackupFile): string {
  if (kind?.kind === "media") return mediaName(source.name, NOTHING);
  if (kind?.kind === "media-metadata") return `${safeName(source.name)}.json`;
  return openedName(source.name, test?.payload ?? null);
}

/** `path`: below the folder of the backup file. `described`: of media, what the file beside says. */
export type Named = { path: string; described: Described | null };

/**
 * The name after a look at the beginning of the media and at its description. Rejects if a file cannot be
 * read or the background refuses the key.
 */
export async function nameFor(file: BackupFile, others: readonly BackupFile[], keys: Keys): Promise<Named> {
  const keyId = file.test?.keys[0];
  const { kind, source } = file;
  if (kind?.kind !== "media" || keyId === undefined) return { path: likelyName(file), described: null };
  const described = await describe(source, keyId, others, keys);
  const path = described?.path ?? (await nameByStart(source, kind, keyId, keys));
  return { path, described };
}

/**
 * Where many files are going to lie: no two at one place, in the folders of the backup files. A file that cannot be
 * read gets its likely name, and opening it says so.
 */
export async function namesForAll(
  files: readonly BackupFile[],
  others: readonly BackupFile[],
  keys: Keys,
): Promise<Named[]> {
  const named: Named[] = [];
  for (const file of files) {
    const { path, name } = file.source;
    const { path: below, described } = await nameFor(file, others, keys).catch((reason) => {
      if (!isOfOneFile(reason)) throw reason;
      return { path: likelyName(file), described: null };
    });
    named.push({ path: safePath(`${path.slice(0, -name.length)}${below}`), described });
  }
  const paths = distinctPaths(
    named.map(({ path }) => path),
    [MANIFEST_NAME],
  );
  return named.map(({ described }, i) => ({ path: paths[i] as string, described }));
}
