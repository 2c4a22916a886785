/** A dropped file, and what is known about it so far. */

import type { KeyTest } from "../../../backup/key-test.ts";
import type { Kind } from "../../../backup/kind.ts";
import type { OpenOutcome } from "../../../backup/open.ts";
import type { SalvageOutcome } from "../../../backup/salvage.ts";
import type { Checked } from "../../../backup/sealed-pass.ts";
import type { Source } from "../../../backup/source.ts";

export type BackupFile = {
  /** In the order in which they were dropped. */
  id: number;
  source: Source;
  /** Null until its head is read. */
  kind: Kind | null;
  /** The browser could not read it: it was moved or deleted, or access is denied. */
  isUnreadable: boolean;
  /** `keys` are the ids of entries. */
  test: KeyTest | null;
  checked: Checked | null;
  opened: OpenOutcome | null;
  salvaged: SalvageOutcome | null;
};

export function totalSize(sources: readonly Source[]): number {
  return sources.reduce((sum, { size }) => sum + size, 0);
}

/** Can a key be tested on it? */
export function isBackup({ kind }: BackupFile): boolean {
  return kind !== null && ("prefix" in kind || kind.kind === "media" || kind.kind === "media-metadata");
}
