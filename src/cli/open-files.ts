/** `open`: decrypts files to where the user said, under names that say what is inside. */

import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { MANIFEST_NAME, startHashing } from "../backup/checksum-list.ts";
import { deriveFor } from "../backup/derive.ts";
import { startMd5 } from "../backup/digests.ts";
import type { Facts } from "../backup/facts.ts";
import type { Kind } from "../backup/kind.ts";
import { LONGEST_METADATA, nameInMetadata, readMetadata, tryMetadata } from "../backup/media.ts";
import { mediaName, openedName, safeName, safePath } from "../backup/names.ts";
import { open, usualMostBytes } from "../backup/open.ts";
import type { PayloadKind } from "../backup/payload.ts";
import type { Source } from "../backup/source.ts";
import { utf8ToBytes } from "../core/bytes.ts";
import { numberedName } from "../core/file-names.ts";
import { openedText, outcomeLine } from "../ui/text/en/backup-acts.ts";
import { checkedText } from "../ui/text/en/backups.ts";
import { commandWording, limitText, notOpenedText } from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import type { FileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { openerOf } from "./keys-in-hand.ts";
import { type Act, checkAgainst, keysToTry, startBytesProgress, testWith } from "./look-at-files.ts";
import { type Outgoing, startOutgoing } from "./outgoing.ts";
import { OutputFailedError, outputFailure, toOutput } from "./output-failure.ts";
import { shownName } from "./shown-name.ts";
import { whichKeys } from "./which-keys.ts";
import { withWrongKind } from "./wrong-kind.ts";

export type Place = { output: string; isFolder: boolean };

/** The output is a folder if it ends with a slash, if it is one already, or if several files may come. */
export async function placeFor(output: string, isSeveral: boolean): Promise<Place> {
  const isThere = await stat(output).catch(() => null);
  return { output, isFolder: isSeveral || /[/\\]$/.test(output) || (isThere?.isDirectory() ?? false) };
}

function folderFor({ output, isFolder }: Place, source: Source): string {
  return isFolder ? join(output, dirname(safePath(source.path))) : dirname(output);
}

const isThere = (path: string): Promise<boolean> =>
  toOutput(path, () => statSync(path, { throwIfNoEntry: false }) !== undefined);

/** The name of a media file, from the metadata file next to it. */
async function nameFromMetadata(file: string, key: KeyInHand): Promise<string | null> {
  if (key.kind !== "backup-key") return null;
  const beside = `${file}-metadata`;
  const facts = await stat(beside).catch(() => null);
  if (!facts?.isFile() || facts.size > LONGEST_METADATA) return null;
  const metadata = readMetadata(await readFile(beside).catch(() => new Uint8Array(0)));
  if (!metadata) return null;
  const read = await tryMetadata(await deriveFor(key.key, { use: "media-metadata" }), metadata);
  const name = read.answer === "right-key" ? nameInMetadata(read.json) : null;
  return name === null ? null : safeName(name);
}

const PAYLOADS: readonly string[] = ["sqlite", "zip"] satisfies PayloadKind[];

async function nameOf(
  file: string,
  source: Source,
  kind: Kind,
  key: KeyInHand,
  facts: Facts,
  first: Uint8Array,
) {
  if (kind.kind === "media") return (await nameFromMetadata(file, key)) ?? mediaName(source.name, first);
  const payload = PAYLOADS.includes(facts.kind) ? (facts.kind as PayloadKind) : null;
  return openedName(source.name, payload);
}

/** Moves the opened file to its name. Says what it is and where, or that the name is taken. */
async function placed(
  outgoing: Outgoing,
  place: Place,
  folder: string,
  name: string,
  facts: Facts,
): Promise<{ isKept: boolean; said: string }> {
  const path = place.isFolder ? join(folder, name) : place.output;
  const shown = shownName(path);
  if (!(await outgoing.place(path))) return { isKept: false, said: notOpenedText(shown) };
  const safe = facts.keys === undefined ? facts : { ...facts, keys: facts.keys.map(shownName) };
  return { isKept: true, said: openedText(safe, shown) };
}

/** A metadata file is small and has its own MAC. Its JSON is written. */
function openMetadata(keys: readonly KeyInHand[], place: Place): Act {
  return async (file, source, kind) => {
    const checked = await checkAgainst(keys)(file, source, kind);
    if (checked.verdict !== "right-key") return checked;
    const metadata = readMetadata(await source.read(0, source.size));
    for (const key of keys) {
      if (!metadata || key.kind !== "backup-key") continue;
      const read = await tryMetadata(await deriveFor(key.key, { use: "media-metadata" }), metadata);
      if (read.answer !== "right-key") continue;
      const folder = folderFor(place, source);
      const outgoing = await startOutgoing(folder);
      const json = utf8ToBytes(read.json);
      await outgoing.sink.write(json);
      await outgoing.sink.commit();
      const facts: Facts = { kind: "json", size: json.length };
      const { isKept, said } = await placed(outgoing, place, folder, `${safeName(source.name)}.json`, facts);
      return { ...checked, said, done: isKept };
    }
    return checked;
  };
}

/** The lines of SHA256SUMS.txt. Null if only one file is opened. */
export type Sums = string[] | null;

/** Writes the checksums next to the opened files, under a free name. */
export async function writeSums({ output }: Place, sums: Sums): Promise<void> {
  if (!sums || sums.length === 0) return;
  const outgoing = await startOutgoing(output);
  await outgoing.sink.write(utf8ToBytes(sums.join("")));
  await outgoing.sink.commit();
  for (let n = 1; ; n++) if (await outgoing.place(join(output, numberedName(MANIFEST_NAME, n)))) return;
}

type Attempt = { answer: Answer; isFinal: boolean };

async function openUnder(
  key: KeyInHand,
  file: string,
  source: FileSource,
  kind: Kind,
  place: Place,
  mostBytes: number,
  sums: Sums,
): Promise<Attempt> {
  const opener = await openerOf(kind, key);
  if (!opener)
    return {
      answer: answerUnread(file, kind, "not-its-key", "", false),
      isFinal: false,
    };
  const folder = folderFor(place, source);
  const outgoing = await startOutgoing(folder);
  const progress = startBytesProgress(source);
  const options = { startMd5, mostBytes, onProgress: progress.at };
  const hashing = await startHashing(outgoing.sink);
  const opened = await open(source, kind, opener, hashing.sink, options).finally(progress.end);
  if (opened.outcome === "too-large") {
    const said = limitText(mostBytes / 2 ** 30);
    return { answer: answerUnread(file, kind, "right-key", said, false), isFinal: true };
  }
  const { verdict, md5, tag } = opened.checked;
  const base = { file, kind, verdict, md5, tag };
  const checkedSaid = checkedText(opened.checked, kind, commandWording);
  if (opened.outcome === "refused")
    return { answer: { ...base, said: checkedSaid, done: false }, isFinal: false };
  if (opened.outcome === "will-not-inflate")
    return { answer: { ...base, said: outcomeLine(opened), done: false }, isFinal: true };
  const name = await nameOf(file, source, kind, key, opened.facts, outgoing.first());
  const { isKept, said: placedSaid } = await placed(outgoing, place, folder, name, opened.facts);
  if (isKept) sums?.push(await hashing.line(relative(place.output, join(folder, name))));
  const said = paragraph(placedSaid, isKept ? checkedSaid : null);
  return { answer: { ...base, said, done: isKept && verdict === "right-key" }, isFinal: true };
}

/** If the output fails, the answer names it and keeps the verdict on key and file. */
function orOutputFailure(keys: readonly KeyInHand[], act: Act): Act {
  return async (file, source, kind) => {
    try {
      return await act(file, source, kind);
    } catch (error) {
      if (!(error instanceof OutputFailedError)) throw error;
      const tested = await testWith(keys)(file, source, kind);
      return { ...tested, said: outputFailure(error), done: false, isOutputFailure: true };
    }
  };
}

export function openInto(
  keys: readonly KeyInHand[],
  place: Place,
  mostBytes: number | null,
  sums: Sums,
): Act {
  return orOutputFailure(keys, async (file, source, kind) => {
    if (kind.kind === "media-metadata") return openMetadata(keys, place)(file, source, kind);
    if (kind.kind !== "media" && !("prefix" in kind))
      return answerUnread(file, kind, "not-a-backup", "", false);
    if (!place.isFolder && (await isThere(place.output))) {
      const said = notOpenedText(shownName(basename(place.output)));
      return { ...(await testWith(keys)(file, source, kind)), said, done: false };
    }
    let last: Attempt | null = null;
    const { at: tried } = await keysToTry(file, source, kind, keys);
    for (const at of tried) {
      const key = keys[at] as KeyInHand;
      last = await openUnder(key, file, source, kind, place, mostBytes ?? usualMostBytes(source.size), sums);
      if (!last.isFinal) continue;
      return { ...last.answer, said: paragraph(whichKeys([at], keys), last.answer.said) };
    }
    const answer = last?.answer ?? answerUnread(file, kind, "not-its-key", "", false);
    return withWrongKind(answer, kind, keys);
  });
}
