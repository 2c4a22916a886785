/** What a file will be called when it is opened: known before anything is written. */
import { startGcm } from "../../../backup/gcm-stream.ts";
import { nameInMetadata, readMetadata, tryMetadata } from "../../../backup/media.ts";
import { mediaName, openedName, safeName } from "../../../backup/names.ts";
import { wipe } from "../../../core/bytes.ts";
import type { Api } from "../../api.ts";
import type { Crypt14Key } from "./crypt14-key.ts";
import type { BackupFile } from "./model.ts";
import { metadataKeysFor, openerFor } from "./opener.ts";

/** As much as tells one format from another. */
const START_BYTES = 64;
const NOTHING = new Uint8Array(0);

/** Where keys come from. */
export type Keys = { api: Api; crypt14: Crypt14Key };

/** The name in a media file's description, where that was dropped with it. */
async function nameInDescription(
  { source }: BackupFile,
  keyId: string,
  others: readonly BackupFile[],
  { api }: Keys,
): Promise<string | null> {
  const described = others.find((other) => other.source.name === `${source.name}-metadata`);
  if (!described) return null;
  const metadata = readMetadata(await described.source.read(0, described.source.size));
  const keys = await metadataKeysFor(api, keyId);
  if (!metadata || !keys.ok) return null;
  const read = await tryMetadata(keys.value, metadata);
  wipe(keys.value);
  const name = read.answer === "right-key" ? nameInMetadata(read.json) : null;
  return name === null ? null : safeName(name);
}

/** By what the first bytes say it is. */
async function nameByStart({ kind, source }: BackupFile, keyId: string, keys: Keys): Promise<string> {
  const opener = kind && (await openerFor(keys.api, keys.crypt14, kind, keyId));
  if (!opener?.ok) return mediaName(source.name, NOTHING);
  const gcm = await startGcm(opener.value.key, opener.value.iv);
  const start = await source.read(0, Math.min(START_BYTES, source.size));
  return mediaName(source.name, await gcm.decrypt(start));
}

/** Without looking into the file. */
export function likelyName({ source, kind, proof }: BackupFile): string {
  if (kind?.kind === "media") return mediaName(source.name, NOTHING);
  if (kind?.kind === "media-metadata") return `${safeName(source.name)}.json`;
  return openedName(source.name, proof?.payload ?? null);
}

/**
 * With a look at what media begins with and what its description says. Rejects when a file cannot be read.
 */
export async function nameFor(file: BackupFile, others: readonly BackupFile[], keys: Keys): Promise<string> {
  const keyId = file.proof?.keys[0];
  if (file.kind?.kind !== "media" || keyId === undefined) return likelyName(file);
  return (await nameInDescription(file, keyId, others, keys)) ?? nameByStart(file, keyId, keys);
}
