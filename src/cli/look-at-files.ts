/** `describe`, `test` and `check`: the commands that write nothing. */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { startMd5 } from "../backup/digests.ts";
import { judgeBeside, type KeyTest, testKeys } from "../backup/key-test.ts";
import { type Kind, recognise } from "../backup/kind.ts";
import type { Checked } from "../backup/sealed-pass.ts";
import { checkedText, keyTestText, rateText } from "../ui/text/en/backups.ts";
import { commandWording } from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import { type FileSource, fileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { checkWith, testerOf } from "./keys-in-hand.ts";
import { startProgress } from "./progress.ts";
import { whichKeys } from "./which-keys.ts";
import { withWrongKind } from "./wrong-kind.ts";

/** What a command does with one file. */
export type Act = (file: string, source: FileSource, kind: Kind) => Promise<Answer>;

const isBackup = (kind: Kind): boolean => !["key-file", "ios", "other"].includes(kind.kind);

export const describeFile: Act = async (file, _source, kind) =>
  answerUnread(file, kind, isBackup(kind) ? null : "not-a-backup", "", true);

/** The metadata beside a media file. Null: it is not there, or the file is no media. */
async function metadataBeside(file: string, kind: Kind): Promise<FileSource | null> {
  if (kind.kind !== "media") return null;
  const path = `${file}-metadata`;
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return null;
  return fileSource(path, { path, name: basename(path), size: facts.size, modifiedAtMs: facts.mtimeMs });
}

async function testFile(
  file: string,
  source: FileSource,
  kind: Kind,
  keys: readonly KeyInHand[],
): Promise<KeyTest> {
  const beside = await metadataBeside(file, kind);
  try {
    return await testKeys(source, kind, testerOf(keys), beside);
  } finally {
    await beside?.close();
  }
}

export function testWith(keys: readonly KeyInHand[]): Act {
  return async (file, source, kind) => {
    const result = await testFile(file, source, kind, keys);
    // The line above already says what kind of file it is.
    const rest = result.verdict === "not-a-backup" ? null : keyTestText(result, kind, commandWording);
    const said = paragraph(whichKeys(result.keys.map(Number), keys), rest);
    const done = result.verdict === "right-key";
    const answer = answerUnread(file, kind, result.verdict, said, done);
    return withWrongKind({ ...answer, md5: result.md5 }, kind, keys);
  };
}

/** The keys with which to read the whole file, by their index, and the test that chose them. */
type KeysToTry = { test: KeyTest; at: number[] };

/**
 * Chooses the keys that fit the beginning. If it does not tell, those that it does not rule out. If there are
 * none, one: even a wrong key lets us verify the checksum.
 */
export async function keysToTry(
  file: string,
  source: FileSource,
  kind: Kind,
  keys: readonly KeyInHand[],
): Promise<KeysToTry> {
  const test = await testFile(file, source, kind, keys);
  if (test.keys.length > 0) return { test, at: test.keys.map(Number) };
  const usable = [...keys.keys()].filter((at) => "prefix" in kind || keys[at]?.kind === "backup-key");
  // Media may begin with anything.
  const open = kind.kind === "media" ? usable : test.undecided.map(Number);
  const isOpen = test.verdict === "cannot-tell" && open.length > 0;
  return { test, at: isOpen ? open : usable.slice(0, 1) };
}

/** Shows the progress of reading `size` bytes. */
export function startBytesProgress(source: { size: number; name: string }) {
  return startProgress(source.size, rateText);
}

export function checkAgainst(keys: readonly KeyInHand[]): Act {
  return async (file, source, kind) => {
    if (!isBackup(kind)) return answerUnread(file, kind, "not-a-backup", "", false);
    let best: { checked: Checked; at: number } | null = null;
    const { test, at: tried } = await keysToTry(file, source, kind, keys);
    for (const at of tried) {
      const progress = startBytesProgress(source);
      const key = keys[at] as KeyInHand;
      const options = { startMd5, onProgress: progress.at };
      const checked = judgeBeside(await checkWith(source, kind, key, options).finally(progress.end), test);
      if (best === null || checked.verdict === "right-key") best = { checked, at };
      if (checked.verdict === "right-key") break;
    }
    if (best === null) return withWrongKind(answerUnread(file, kind, "not-its-key", "", false), kind, keys);
    const { verdict, md5, tag } = best.checked;
    const isItsKey = ["right-key", "damaged", "altered"].includes(verdict);
    const rest = verdict === "not-a-backup" ? null : checkedText(best.checked, kind, commandWording);
    const said = paragraph(whichKeys(isItsKey ? [best.at] : [], keys), rest);
    const answer: Answer = { file, kind, verdict, md5, tag, said, done: verdict === "right-key" };
    return withWrongKind(answer, kind, keys);
  };
}

/** Recognises a file, acts on it and closes it. */
export async function actOn(file: string, source: FileSource, act: Act): Promise<Answer> {
  try {
    return await act(file, source, await recognise(source));
  } finally {
    await source.close();
  }
}
