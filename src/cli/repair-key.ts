/** `repair`: finds the typo in a key with the help of a backup that the right key opens. */
import type { Typed } from "../backup/candidates.ts";
import { startMd5 } from "../backup/digests.ts";
import { testKeys } from "../backup/key-test.ts";
import { countAll, readClue } from "../backup/repair.ts";
import { bytesToHex } from "../core/bytes.ts";
import { formatBackupKey, KEY_BYTES, parseBackupKey } from "../core/key/backup-key.ts";
import { nothingText, repairText, triedText, typoText } from "../ui/text/en/backup-acts.ts";
import { checkedText } from "../ui/text/en/backups.ts";
import { commandText, repairWording } from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import type { KeyInHand } from "./key-input.ts";
import { checkWith, testerOf } from "./keys-in-hand.ts";
import type { Act } from "./look-at-files.ts";
import { markedDifferences } from "./marked.ts";
import { warn } from "./output.ts";
import { startProgress } from "./progress.ts";
import { searchOnAllCores } from "./search.ts";
import { shownName } from "./shown-name.ts";

/** The typed key without any change, if it has 64 readable digits. */
function keyAsTyped(typed: Typed): KeyInHand[] {
  const key = parseBackupKey(typed.map((digit) => digit.toString(16)).join(""));
  return key ? [{ kind: "backup-key", key }] : [];
}

/** What was typed, and how many of its characters only look like their digits. */
export type TypedKey = { typed: Typed; replaced: number };

/** A key found for one file is tried on the next before a new search. */
export function repairFrom({ typed, replaced }: TypedKey): Act {
  const known = keyAsTyped(typed);
  return async (file, source, kind) => {
    if (kind.kind !== "crypt15") {
      const isOther = kind.kind === "crypt14" || kind.kind === "crypt12";
      const said = isOther ? commandText.otherKeys : commandText.notCrypt15;
      return answerUnread(file, kind, isOther ? "not-its-key" : "not-a-backup", said, false);
    }
    const found = (key: Uint8Array, said: string): Answer => ({
      ...answerUnread(file, kind, "right-key", said, true),
      foundKey: formatBackupKey(key),
    });
    const result = await testKeys(source, kind, testerOf(known));
    const fitting = known[Number(result.keys[0])];
    if (result.keys.length > 0 && fitting?.kind === "backup-key")
      return found(fitting.key, replaced > 0 ? typoText["look-alikes"] : commandText.rightAsTyped);
    const total = countAll(typed);
    const progress = startProgress(total, triedText);
    const clue = await readClue(source, kind);
    const hit = clue && (await searchOnAllCores(clue, typed, progress.at).finally(progress.end));
    if (hit) {
      known.unshift({ kind: "backup-key", key: hit.key });
      for (const line of markedDifferences(typed, bytesToHex(hit.key))) warn(line);
      return found(hit.key, typoText[hit.typo]);
    }
    // Even a wrong key lets us verify the checksum. In a damaged file the search may find nothing.
    const none: KeyInHand = known[0] ?? { kind: "backup-key", key: new Uint8Array(KEY_BYTES) };
    const checked = await checkWith(source, kind, none, { startMd5 });
    const said = paragraph(
      clue ? nothingText(total) : repairText.noClue,
      checkedText(checked, kind, repairWording),
    );
    return { file, kind, verdict: checked.verdict, md5: checked.md5, tag: checked.tag, said, done: false };
  };
}

/** Standard output gets the key alone, so scripts can read it. The sentence goes to standard error. */
export function repairLines(answer: Answer): { out: string[]; err: string[] } {
  const err = `${shownName(answer.file)}: ${answer.said}`;
  return { out: answer.foundKey === undefined ? [] : [answer.foundKey], err: [err] };
}
