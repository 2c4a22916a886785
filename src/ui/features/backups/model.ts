/** One dropped file and what is known of it so far. */

import type { Kind } from "../../../backup/kind.ts";
import type { OpenOutcome } from "../../../backup/open.ts";
import type { Proof } from "../../../backup/prove.ts";
import type { Checked } from "../../../backup/sealed-pass.ts";
import type { Source } from "../../../backup/source.ts";

export type BackupFile = {
  /** In the order in which they were dropped. */
  id: number;
  source: Source;
  /** Null until its head is read. */
  kind: Kind | null;
  /** The browser could not read it: moved, deleted, or a folder's rights. */
  isUnreadable: boolean;
  /** `keys` are ids of entries. */
  proof: Proof | null;
  checked: Checked | null;
  opened: OpenOutcome | null;
};

/** Work that takes a while: one at a time, with its progress and a way to stop it. */
export type Task = {
  /** What is being done, as a sentence. */
  label: string;
  doneBytes: number;
  /** 0: not known. */
  totalBytes: number;
  startedAtMs: number;
};

/** Gets the signal of *Cancel* and a way to tell how far it is. */
export type Work = (signal: AbortSignal, onProgress: (doneBytes: number) => void) => Promise<void>;

/**
 * Runs one piece of work; what is started meanwhile is left out. Rejections other than the abort are the
 * caller's.
 */
export type RunTask = (label: string, totalBytes: number, work: Work) => void;
