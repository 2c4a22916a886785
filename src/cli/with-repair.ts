/** `--repair`: where no given key fits a crypt15 backup, the search for its typo, and the act again. */
import { parseBackupKey } from "../core/key/backup-key.ts";
import { type Answer, answerUnread } from "./file-answer.ts";
import type { KeyInHand } from "./key-input.ts";
import type { Act } from "./look-at-files.ts";
import { warn } from "./output.ts";
import { repairFrom, repairLines, type TypedKey } from "./repair-key.ts";

const mayBeTypo = ({ verdict }: Answer): boolean => verdict === "not-its-key" || verdict === "cannot-tell";

/**
 * @param keys - empty if the key cannot be read with its typo. @param actWith - makes the act for some keys.
 *
 * The found key is shown on standard error, as `repair` shows it, and kept for the next files.
 */
export function withRepair(
  typed: TypedKey,
  keys: readonly KeyInHand[],
  actWith: (keys: readonly KeyInHand[]) => Act,
): Act {
  const repair = repairFrom(typed);
  let known = keys;
  return async (file, source, kind) => {
    const first =
      known.length > 0
        ? await actWith(known)(file, source, kind)
        : answerUnread(file, kind, "prefix" in kind ? "cannot-tell" : "not-a-backup", "", false);
    if (kind.kind !== "crypt15" || !mayBeTypo(first) || first.isOutputFailure) return first;
    const repaired = await repair(file, source, kind);
    const key = repaired.foundKey === undefined ? null : parseBackupKey(repaired.foundKey);
    if (!key) return repaired;
    for (const line of repairLines(repaired).err) warn(line);
    known = [...known, { kind: "backup-key", key }];
    return actWith(known)(file, source, kind);
  };
}
