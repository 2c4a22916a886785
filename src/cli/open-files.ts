/** `open`: decrypts files to where the user said, under names that say what is inside. */
import { basename, dirname, join, resolve } from "node:path";
import { startHashing } from "../backup/checksum-list.ts";
import { deriveFor } from "../backup/derive.ts";
import { startMd5 } from "../backup/digests.ts";
import type { Facts } from "../backup/facts.ts";
import type { Kind } from "../backup/kind.ts";
import { readMetadata, tryMetadata } from "../backup/media.ts";
import { mediaName, openedName, safeName } from "../backup/names.ts";
import { isAllOpened, open, usualMostBytes } from "../backup/open.ts";
import { maySalvage } from "../backup/salvage.ts";
import { utf8ToBytes } from "../core/bytes.ts";
import { leftOverText, openedText, outcomeLine } from "../ui/text/en/backup-acts.ts";
import { checkedText, openedCheckedText } from "../ui/text/en/backups.ts";
import {
  alreadyThereText,
  commandText,
  commandWording,
  limitText,
  notOpenedText,
} from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import type { FileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { openerOf } from "./keys-in-hand.ts";
import { type Act, checkAgainst, keysToTry, startBytesProgress, testWith } from "./look-at-files.ts";
import { addSum, describedThere, isThere, type Place, pathFor, placeAt, type Sums } from "./opened-output.ts";
import { type Outgoing, startOutgoing } from "./outgoing.ts";
import { OutputFailedError, outputFailure } from "./output-failure.ts";
import type { Plan, Planned } from "./plan-opened.ts";
import { payloadOf, salvageFile } from "./salvage-file.ts";
import { shownName } from "./shown-name.ts";
import { whichKeys } from "./which-keys.ts";
import { withWrongKind } from "./wrong-kind.ts";

/** What `open` was asked for, for all of its files. */
export type OpenRequest = {
  place: Place;
  /** The size limit of one file in bytes. Null: the default. */
  mostBytes: number | null;
  /** Null if only one file is opened. */
  sums: Sums | null;
  planFor: (keys: readonly KeyInHand[]) => Promise<Plan>;
  salvage: boolean;
};

/** One file and where it goes. */
type Job = {
  file: string;
  source: FileSource;
  kind: Kind;
  request: OpenRequest;
  planned: Planned | null;
};

/** @param name - for a file that the plan does not name. */
function targetOf({ request: { place }, planned, source }: Job, name: string): string {
  const path = planned?.path;
  return place.isFolder && path ? join(place.output, path) : pathFor(place, source, name);
}

function nameOf({ kind, source }: Job, facts: Facts, first: Uint8Array): string {
  if (kind.kind === "media") return mediaName(source.name, first);
  return openedName(source.name, payloadOf(facts));
}

const shownFacts = (facts: Facts): Facts =>
  facts.keys === undefined ? facts : { ...facts, keys: facts.keys.map(shownName) };

/** Moves the opened file to its name. Says what it is and where, or that it is there, or that the name is taken. */
async function placed(
  job: Job,
  outgoing: Outgoing,
  name: string,
  facts: Facts,
  sum: { sha256: string; size: number },
): Promise<{ isKept: boolean; said: string }> {
  const { place, sums } = job.request;
  const wanted = targetOf(job, name);
  const modifiedAtMs = job.planned?.described?.modifiedAtMs ?? null;
  const done = await placeAt(outgoing, wanted, { ...sum, mayNumber: place.isFolder }, modifiedAtMs);
  if (!done.isPlaced) return { isKept: false, said: notOpenedText(shownName(wanted)) };
  addSum(sums, place, done.path, sum.sha256);
  const shown = shownName(done.path);
  return { isKept: true, said: done.isNew ? openedText(shownFacts(facts), shown) : alreadyThereText(shown) };
}

/** A metadata file is small and has its own MAC. Its JSON is written. */
async function openMetadata(job: Job, keys: readonly KeyInHand[]): Promise<Answer> {
  const { file, source, kind } = job;
  const checked = await checkAgainst(keys)(file, source, kind);
  if (checked.verdict !== "right-key") return checked;
  const metadata = readMetadata(await source.read(0, source.size));
  for (const key of keys) {
    if (!metadata || key.kind !== "backup-key") continue;
    const read = await tryMetadata(await deriveFor(key.key, { use: "media-metadata" }), metadata);
    if (read.answer !== "right-key") continue;
    const name = `${safeName(source.name)}.json`;
    const outgoing = await startOutgoing(dirname(resolve(targetOf(job, name))));
    const hashing = await startHashing(outgoing.sink);
    const json = utf8ToBytes(read.json);
    await hashing.sink.write(json);
    await hashing.sink.commit();
    const facts: Facts = { kind: "json", size: json.length };
    const { isKept, said } = await placed(job, outgoing, name, facts, await hashing.sum());
    return { ...checked, said, done: isKept };
  }
  return checked;
}

/** `isFinal`: no other key needs to be tried. `isOpened`: all of it came out, or its name is taken. */
type Attempt = { answer: Answer; isFinal: boolean; isOpened: boolean };

async function openUnder(job: Job, key: KeyInHand): Promise<Attempt> {
  const { file, source, kind, request } = job;
  const opener = await openerOf(kind, key);
  const failed = { isFinal: false, isOpened: false };
  if (!opener) return { answer: answerUnread(file, kind, "not-its-key", "", false), ...failed };
  const outgoing = await startOutgoing(dirname(resolve(targetOf(job, "x"))));
  const progress = startBytesProgress(source);
  const mostBytes = request.mostBytes ?? usualMostBytes(source.size);
  const options = { startMd5, mostBytes, onProgress: progress.at };
  const hashing = await startHashing(outgoing.sink);
  const opened = await open(source, kind, opener, hashing.sink, options).finally(progress.end);
  if (opened.outcome === "too-large") {
    const answer = answerUnread(file, kind, "right-key", limitText(mostBytes / 2 ** 30), false);
    return { answer, isFinal: true, isOpened: true };
  }
  const { verdict, md5, tag } = opened.checked;
  const base = { file, kind, verdict, md5, tag };
  if (opened.outcome === "refused") {
    const said = checkedText(opened.checked, kind, commandWording);
    return { answer: { ...base, said, done: false }, ...failed };
  }
  if (opened.outcome === "will-not-inflate")
    return { answer: { ...base, said: outcomeLine(opened), done: false }, isFinal: true, isOpened: false };
  const { facts, leftOver, checked } = opened;
  const name = nameOf(job, facts, outgoing.first());
  const { isKept, said } = await placed(job, outgoing, name, facts, await hashing.sum());
  const isComplete = isAllOpened(opened);
  const isWhole = openedCheckedText(checked, { isComplete, kind, wording: commandWording });
  const answer: Answer = {
    ...base,
    said: isKept ? paragraph(said, leftOverText(leftOver), isWhole) : said,
    done: isKept && verdict === "right-key" && isComplete,
  };
  return { answer, isFinal: true, isOpened: leftOver === 0 };
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

/** Is the file there already that this one would become? */
async function answerIfThere(job: Job): Promise<Answer | null> {
  const { planned, request, file, kind } = job;
  if (!planned?.path || !planned.described || !request.place.isFolder) return null;
  const path = targetOf(job, planned.path);
  const sum = await describedThere(request.place, path, planned.described, request.sums);
  if (sum === null) return null;
  addSum(request.sums, request.place, path, sum);
  // The description has shown the key.
  return answerUnread(file, kind, "right-key", alreadyThereText(shownName(path)), true);
}

async function openFirstFitting(job: Job, keys: readonly KeyInHand[]): Promise<Attempt & { fits: number[] }> {
  const { file, source, kind } = job;
  const { at: tried, test } = await keysToTry(file, source, kind, keys);
  const fits = test.keys.map(Number);
  let last: Attempt | null = null;
  for (const at of tried) {
    last = await openUnder(job, keys[at] as KeyInHand);
    if (!last.isFinal) continue;
    const said = paragraph(whichKeys([at], keys), last.answer.said);
    return { ...last, answer: { ...last.answer, said }, fits };
  }
  const answer = last?.answer ?? answerUnread(file, kind, "not-its-key", "", false);
  return { answer: withWrongKind(answer, kind, keys), isFinal: false, isOpened: false, fits };
}

async function openJob(job: Job, keys: readonly KeyInHand[]): Promise<Answer> {
  const { file, source, kind, request } = job;
  const { place } = request;
  if (kind.kind === "media-metadata") return openMetadata(job, keys);
  const isBackup = kind.kind === "media" || "prefix" in kind;
  if (isBackup && !place.isFolder && (await isThere(place.output))) {
    const said = notOpenedText(shownName(basename(place.output)));
    return { ...(await testWith(keys)(file, source, kind)), said, done: false };
  }
  const there = await answerIfThere(job);
  if (there) return there;
  const unread = answerUnread(file, kind, "not-a-backup", "", false);
  const { answer, isOpened, fits } = isBackup
    ? await openFirstFitting(job, keys)
    : { answer: unread, isOpened: false, fits: [] };
  if (isOpened || !maySalvage(kind)) return answer;
  if (!request.salvage) {
    const said = fits.length > 0 ? paragraph(answer.said, commandText.salvageMayHelp) : answer.said;
    return { ...answer, said };
  }
  const mostBytes = request.mostBytes ?? usualMostBytes(source.size);
  const planned = place.isFolder ? (job.planned?.path ?? null) : null;
  const saved = await salvageFile(
    { source, kind, place, planned, mostBytes },
    keys,
    fits.map((at) => keys[at] as KeyInHand),
  );
  return { ...answer, said: paragraph(answer.said === "" ? null : answer.said, saved), done: false };
}

export function openInto(keys: readonly KeyInHand[], request: OpenRequest): Act {
  return orOutputFailure(keys, async (file, source, kind) => {
    const planned = request.place.isFolder ? ((await request.planFor(keys)).get(source) ?? null) : null;
    return openJob({ file, source, kind, request, planned }, keys);
  });
}
