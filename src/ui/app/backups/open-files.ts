/** Opens proven files one after the other, each to its own place. */

import { startSha256 } from "../../../backup/digests.ts";
import { nameInMetadata, readMetadata, tryMetadata } from "../../../backup/media.ts";
import { mediaName, openedName, safeName, safePath } from "../../../backup/names.ts";
import { type OpenOutcome, open, type Sink } from "../../../backup/open.ts";
import type { PayloadKind } from "../../../backup/payload.ts";
import { bytesToHex, utf8ToBytes } from "../../../core/bytes.ts";
import type { Destination, Folder } from "../../../platform/files.ts";
import type { Api } from "../../api.ts";
import type { Crypt14Key } from "./crypt14-key.ts";
import type { BackupFile } from "./model.ts";
import { metadataKeysFor, openerFor } from "./opener.ts";
import { RefusedError } from "./prover.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

export const MANIFEST_NAME = "SHA256SUMS.txt";

export type OpenAct = {
  api: Api;
  crypt14: Crypt14Key;
  mostBytes: number;
  signal: AbortSignal;
  onProgress: (doneBytes: number) => void;
};

/** Media's own name, where its description was dropped with it. */
async function nameFromMetadata(
  file: BackupFile,
  others: readonly BackupFile[],
  { api }: OpenAct,
): Promise<string | null> {
  const described = others.find(({ source }) => source.name === `${file.source.name}-metadata`);
  const keyId = file.proof?.keys[0];
  if (!described || keyId === undefined) return null;
  const metadata = readMetadata(await described.source.read(0, described.source.size));
  const keys = await metadataKeysFor(api, keyId);
  if (!metadata || !keys.ok) return null;
  const read = await tryMetadata(keys.value, metadata);
  const name = read.answer === "right-key" ? nameInMetadata(read.json) : null;
  return name === null ? null : safeName(name);
}

/** What a file will be called before it is opened; media is named by what its description says. */
export async function nameFor(
  file: BackupFile,
  others: readonly BackupFile[],
  act: OpenAct,
): Promise<string> {
  const { source, kind, proof } = file;
  if (kind?.kind === "media")
    return (await nameFromMetadata(file, others, act)) ?? mediaName(source.name, new Uint8Array(0));
  return openedName(source.name, proof?.payload ?? null);
}

/** The suggestion for the picker, which must open before anything is read. */
export function suggestedName({ source, kind, proof }: BackupFile): string {
  const payload: PayloadKind | null = proof?.payload ?? null;
  return kind?.kind === "media"
    ? mediaName(source.name, new Uint8Array(0))
    : openedName(source.name, payload);
}

/** Opens one file into a sink; rejects when the background refuses, the file or the place fails. */
export async function openOne(file: BackupFile, sink: Sink, act: OpenAct): Promise<OpenOutcome> {
  const { kind, proof, source } = file;
  const keyId = proof?.keys[0];
  if (!kind || keyId === undefined) throw new Error("not proven");
  const opener = await openerFor(act.api, act.crypt14, kind, keyId);
  if (!opener.ok) {
    await sink.abort();
    throw new RefusedError(opener.error.code);
  }
  const { mostBytes, signal, onProgress } = act;
  return open(source, kind, opener.value, sink, { startMd5: startWorkerMd5, mostBytes, signal, onProgress });
}

export async function openTo(destination: Destination, file: BackupFile, act: OpenAct): Promise<OpenOutcome> {
  return openOne(file, await destination.start(), act);
}

/** Opens many below one folder, paths kept, with a list of SHA-256 sums as `sha256sum -c` reads it. */
export async function openAllTo(
  folder: Folder,
  files: readonly BackupFile[],
  others: readonly BackupFile[],
  act: OpenAct,
  onOpened: (id: number, outcome: OpenOutcome) => void,
): Promise<void> {
  const lines: string[] = [];
  let before = 0;
  for (const file of files) {
    const { source } = file;
    const within = source.path.slice(0, -source.name.length);
    const path = safePath(`${within}${await nameFor(file, others, act)}`);
    const sink = await folder.start(path);
    const sha256 = await startSha256();
    const hashing: Sink = {
      ...sink,
      async write(bytes) {
        await sha256.update(bytes);
        await sink.write(bytes);
      },
    };
    const done = before;
    const outcome = await openOne(file, hashing, {
      ...act,
      onProgress: (bytes) => act.onProgress(done + bytes),
    });
    if (outcome.outcome === "opened") lines.push(`${bytesToHex(await sha256.end())}  ${path}\n`);
    onOpened(file.id, outcome);
    before += source.size;
  }
  if (lines.length === 0) return;
  const manifest = await folder.start(MANIFEST_NAME);
  try {
    await manifest.write(utf8ToBytes(lines.join("")) as Uint8Array<ArrayBuffer>);
    await manifest.commit();
  } catch (reason) {
    await manifest.abort();
    throw reason;
  }
}
