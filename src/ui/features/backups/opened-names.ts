/** Finds the name of an opened file before anything is written. */
import { startGcm } from "../../../backup/gcm-stream.ts";
import type { Kind } from "../../../backup/kind.ts";
import { nameInMetadata, readMetadata, tryMetadata } from "../../../backup/media.ts";
import { mediaName, openedName, safeName } from "../../../backup/names.ts";
import type { Source } from "../../../backup/source.ts";
import type { BackupFile } from "./backup-file.ts";
import { type Keys, openerFor, withMetadataKeys } from "./opener.ts";

/** Enough bytes to recognise a format. */
const START_BYTES = 64;
const NOTHING = new Uint8Array(0);

/** The name in a media file's description, if the description was dropped too. */
async function nameInDescription(
  source: Source,
  keyId: string,
  others: readonly BackupFile[],
  keys: Keys,
): Promise<string | null> {
  const described = others.find((other) => other.source.name === `${source.name}-metadata`);
  if (!described) return null;
  const metadata = readMetadata(await described.source.read(0, described.source.size));
  if (!metadata) return null;
  const read = await withMetadataKeys(keys, keyId, (lent) => tryMetadata(lent, metadata));
  const name = read.answer === "right-key" ? nameInMetadata(read.json) : null;
  return name === null ? null : safeName(name);
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

/**
 * The name after a look at the beginning of the media and at its description. Rejects if a file cannot be
 * read or the background refuses the key.
 */
export async function nameFor(file: BackupFile, others: readonly BackupFile[], keys: Keys): Promise<string> {
  const keyId = file.test?.keys[0];
  const { kind, source } = file;
  if (kind?.kind !== "media" || keyId === undefined) return likelyName(file);
  return (await nameInDescription(source, keyId, others, keys)) ?? nameByStart(source, kind, keyId, keys);
}
