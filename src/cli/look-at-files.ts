/** `describe`, `test` and `check`: the commands that write nothing. */

import { startMd5 } from "../backup/digests.ts";
import { testKeys } from "../backup/key-test.ts";
import { type Kind, recognise } from "../backup/kind.ts";
import type { Checked } from "../backup/sealed-pass.ts";
import { checkedText, keyTestText, rateText } from "../ui/text/en/backups.ts";
import { commandWording } from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import type { FileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { checkWith, testerOf } from "./keys-in-hand.ts";
import { startProgress } from "./progress.ts";
import { whichKeys } from "./which-keys.ts";

/** What a command does with one file. */
export type Act = (file: string, source: FileSource, kind: Kind) => Promise<Answer>;

const isBackup = (kind: Kind): boolean => !["key-file", "ios", "other"].includes(kind.kind);

export const describeFile: Act = async (file, _source, kind) =>
  answerUnread(file, kind, isBackup(kind) ? null : "not-a-backup", "", true);

export function testWith(keys: readonly KeyInHand[]): Act {
  return async (file, source, kind) => {
    const result = await testKeys(source, kind, testerOf(keys));
    // The line above already says what kind of file it is.
    const rest = result.verdict === "not-a-backup" ? null : keyTestText(result, kind, commandWording);
    const said = paragraph(whichKeys(result.keys.map(Number), keys), rest);
    return answerUnread(file, kind, result.verdict, said, result.verdict === "right-key");
  };
}

/**
 * The keys with which to read the whole file, by their index: those that fit its beginning. If the beginning
 * does not tell, all of them. If none fits, one: even a wrong key lets us verify the checksum.
 */
export async function keysToTry(
  source: FileSource,
  kind: Kind,
  keys: readonly KeyInHand[],
): Promise<number[]> {
  const result = await testKeys(source, kind, testerOf(keys));
  if (result.keys.length > 0) return result.keys.map(Number);
  const usable = [...keys.keys()].filter((at) => "prefix" in kind || keys[at]?.kind === "backup-key");
  return result.verdict === "cannot-tell" ? usable : usable.slice(0, 1);
}

/** Shows the progress of reading `size` bytes. */
export function startBytesProgress(source: { size: number; name: string }) {
  return startProgress(source.size, rateText);
}

export function checkAgainst(keys: readonly KeyInHand[]): Act {
  return async (file, source, kind) => {
    if (!isBackup(kind)) return answerUnread(file, kind, "not-a-backup", "", false);
    let best: { checked: Checked; at: number } | null = null;
    for (const at of await keysToTry(source, kind, keys)) {
      const progress = startBytesProgress(source);
      const key = keys[at] as KeyInHand;
      const checked = await checkWith(source, kind, key, { startMd5, onProgress: progress.at });
      progress.end();
      if (best === null || checked.verdict === "right-key") best = { checked, at };
      if (checked.verdict === "right-key") break;
    }
    if (best === null) return answerUnread(file, kind, "not-its-key", "", false);
    const { verdict, md5, tag } = best.checked;
    const isItsKey = ["right-key", "damaged", "altered"].includes(verdict);
    const rest = verdict === "not-a-backup" ? null : checkedText(best.checked, kind, commandWording);
    const said = paragraph(whichKeys(isItsKey ? [best.at] : [], keys), rest);
    return { file, kind, verdict, md5, tag, said, done: verdict === "right-key" };
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
