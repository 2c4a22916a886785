/** `repair`: finds the key that a mistyped one was meant to be, with a backup that it should open. */
import { slipsFor, type Typed } from "../backup/candidates.ts";
import { startMd5 } from "../backup/digests.ts";
import { proveFile } from "../backup/prove.ts";
import { countAll, readClue } from "../backup/repair.ts";
import { bytesToHex } from "../core/bytes.ts";
import { formatBackupKey, KEY_BYTES, parseBackupKey } from "../core/key/backup-key.ts";
import { type Answer, answerUnread } from "./answer.ts";
import type { KeyInHand } from "./key-input.ts";
import { checkWith, proverOf } from "./keys-in-hand.ts";
import type { Act } from "./look-at-files.ts";
import { markedDifferences } from "./marked.ts";
import { warn } from "./output.ts";
import { startProgress } from "./progress.ts";
import { searchOnAllCores } from "./search.ts";
import { SLIP_TEXT, shownName } from "./text.ts";
import { checkedText } from "./verdict-text.ts";

/** The typed key as it stands, where it is one. */
function keyAsTyped(typed: Typed): KeyInHand[] {
  const key = parseBackupKey(typed.map((digit) => digit.toString(16)).join(""));
  return key ? [{ kind: "backup-key", key }] : [];
}

function progressOf(total: number) {
  return startProgress(total, (tried, perSecond) => {
    const left = Math.ceil((total - tried) / perSecond);
    return `${tried.toLocaleString("en")} of ${total.toLocaleString("en")} keys tried, at most ${left} s left`;
  });
}

/** @param typed - what was typed. Keys found for one file are tried on the next before another search. */
export function repairFrom(typed: Typed): Act {
  const known = keyAsTyped(typed);
  return async (file, source, kind) => {
    if (kind.kind !== "crypt15") {
      const isOther = kind.kind === "crypt14" || kind.kind === "crypt12";
      const said = isOther
        ? "No 64-digit key opens this kind."
        : "A crypt15 backup shows whether a key is right.";
      return answerUnread(file, kind, isOther ? "not-its-key" : "not-a-backup", said, false);
    }
    const found = (key: Uint8Array, said: string): Answer => ({
      ...answerUnread(file, kind, "right-key", said, true),
      foundKey: formatBackupKey(key),
    });
    const proof = await proveFile(source, kind, proverOf(known));
    const fitting = known[Number(proof.keys[0])];
    if (proof.keys.length > 0 && fitting?.kind === "backup-key")
      return found(fitting.key, "This key is right; nothing had to be changed.");
    const progress = progressOf(countAll(typed));
    const clue = await readClue(source, kind);
    const hit = clue && (await searchOnAllCores(clue, typed, progress.at).finally(progress.end));
    if (hit) {
      known.unshift({ kind: "backup-key", key: hit.key });
      for (const line of markedDifferences(typed, bytesToHex(hit.key))) warn(line);
      return found(hit.key, `Found: ${SLIP_TEXT[hit.slip]}.`);
    }
    // Any key shows whether the file is whole: if it is not, the search may have had no chance.
    const none: KeyInHand = known[0] ?? { kind: "backup-key", key: new Uint8Array(KEY_BYTES) };
    const checked = await checkWith(source, kind, none, { startMd5 });
    const slips = slipsFor(typed)
      .map((slip) => SLIP_TEXT[slip])
      .join(", ");
    const said = `Not found. Tried: ${slips}. ${checkedText(checked, kind)}`;
    return { file, kind, verdict: checked.verdict, md5: checked.md5, tag: checked.tag, said, done: false };
  };
}

/** On standard output nothing but the key, so that a script can take it from there. */
export function repairLines(answer: Answer): { out: string[]; err: string[] } {
  const err = `${shownName(answer.file)}: ${answer.said}`;
  return { out: answer.foundKey === undefined ? [] : [answer.foundKey], err: [err] };
}
