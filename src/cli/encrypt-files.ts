/** `encrypt`: packs files into one and encrypts it. If one file fails, nothing is written. */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { deriveFor } from "../backup/derive.ts";
import { startMd5 } from "../backup/digests.ts";
import { encrypt } from "../backup/encrypt.ts";
import { importFileKey } from "../backup/gcm-stream.ts";
import { testKeys } from "../backup/key-test.ts";
import { recognise } from "../backup/kind.ts";
import { safeName } from "../backup/names.ts";
import type { BackupKey } from "../core/key/backup-key.ts";
import { commandText, encryptedText, fileTroubleText, takenText } from "../ui/text/en/command.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import { type FileSource, fileSource } from "./file-source.ts";
import { findFiles } from "./find-files.ts";
import { testerOf } from "./keys-in-hand.ts";
import { startBytesProgress } from "./look-at-files.ts";
import type { Place } from "./opened-output.ts";
import { startOutgoing } from "./outgoing.ts";
import { toOutput } from "./output-failure.ts";
import { shownName } from "./shown-name.ts";
import { VERSION } from "./version.ts";

const SEVERAL_NAME = "encrypted.crypt15";

function targetOf(place: Place, sources: readonly FileSource[]): string {
  if (!place.isFolder) return place.output;
  const [only] = sources;
  return join(place.output, only && sources.length === 1 ? `${safeName(only.name)}.crypt15` : SEVERAL_NAME);
}

async function gather(files: readonly string[]): Promise<{ sources: FileSource[]; troubles: string[] }> {
  const sources: FileSource[] = [];
  const troubles: string[] = [];
  for await (const found of findFiles(files)) {
    if ("source" in found) sources.push(found.source);
    else troubles.push(fileTroubleText(shownName(found.file), found.why));
  }
  return { sources, troubles };
}

/** Tests the key on the written file, as `test` would: the disk may have failed unnoticed. */
async function readBack(path: string, key: BackupKey): Promise<Answer> {
  const { size, mtimeMs } = statSync(path);
  const source = fileSource(path, { path, name: path, size, modifiedAtMs: mtimeMs });
  try {
    const kind = await recognise(source);
    const { verdict } = await testKeys(source, kind, testerOf([{ kind: "backup-key", key }]));
    return answerUnread(path, kind, verdict, "", verdict === "right-key");
  } finally {
    await source.close();
  }
}

export type EncryptRequest = { files: readonly string[]; place: Place; ending: string; key: BackupKey };

/** Gives the answer for the encrypted file, or the reasons why there is none. */
export async function encryptFiles({
  files,
  place,
  ending,
  key,
}: EncryptRequest): Promise<Answer | { troubles: string[] }> {
  const { sources, troubles } = await gather(files);
  if (troubles.length > 0) return { troubles };
  const target = targetOf(place, sources);
  const isTaken = takenText(shownName(target));
  if (await toOutput(target, () => statSync(target, { throwIfNoEntry: false })))
    return { troubles: [isTaken] };
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  const fileKey = await importFileKey(await deriveFor(key, { use: "backup" }));
  const outgoing = await startOutgoing(dirname(resolve(target)));
  const progress = startBytesProgress({ size: total, name: target });
  try {
    const options = { version: VERSION, phoneEnding: ending, startMd5, onProgress: progress.at };
    const { outcome } = await encrypt(sources, fileKey, outgoing.sink, options);
    if (outcome === "too-large") return { troubles: [commandText.tooLargeToEncrypt] };
  } finally {
    progress.end();
    await Promise.all(sources.map((source) => source.close()));
  }
  if (!(await outgoing.place(target))) {
    await outgoing.discard();
    return { troubles: [isTaken] };
  }
  const encrypted = await readBack(target, key);
  return { ...encrypted, said: encryptedText(sources.length) };
}
