/** One dropped file and what is known of it so far; the work that is done on such files. */
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

export function totalSize(sources: readonly Source[]): number {
  return sources.reduce((sum, { size }) => sum + size, 0);
}

/** Work that takes a while: one at a time, with its progress and a way to stop it. */
export type Task = {
  /** What is being done, as a sentence. */
  label: string;
  /** Bytes, or keys that were tried. */
  done: number;
  /** 0: not known. */
  total: number;
  startedAtMs: number;
};

/** What a task says: while it runs, and of the ways in which it ends early. */
export type TaskText = {
  running: string;
  cancelled: string;
  /** For what is no refusal; without it, what is said of anything that nobody expected. */
  failed?: string;
  /** The disk is full. */
  full?: string;
  /** A file cannot be read any more. */
  unreadable?: string;
};

/** Gets the signal of *Cancel* and a way to tell how far it is. */
export type Work = (signal: AbortSignal, onProgress: (done: number) => void) => Promise<unknown>;

export type Tasks = {
  task: Task | null;
  /** Runs one piece of work, and says why if it ends early. While another one runs, it only says that. */
  run: (text: TaskText, total: number, work: Work) => Promise<void>;
  /**
   * The same for work that needs a place to write to.
   *
   * @param choose - opens the picker, which must follow the press. Null: it was closed.
   */
  runAt: <P>(
    choose: () => Promise<P | null>,
    text: TaskText & { noPlace: string },
    total: number,
    work: (place: P, ...to: Parameters<Work>) => Promise<unknown>,
  ) => Promise<void>;
  cancel: () => void;
};
