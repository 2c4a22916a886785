/**
 * The high-water mark: what this server has seen of its database at most, in a file away from it. One line:
 * the beat, and for SQLite the number of the newest checkpoint (`store/sqlite-file.ts`).
 *
 * A database with a lower beat is an older state, in which spent attempts and erased accounts are back. The
 * mark stops an operator who restores a backup by mistake, and an attacker who reaches the database but not
 * this file. It does not stop an attacker who reaches both, or who has the secret and an old database and
 * runs a vault of their own.
 *
 * Its grain: a beat comes with each start, each half minute and each time somebody asks `/readyz`. A copy of
 * the whole database that was made after the newest of them is not told from the original.
 */
import { readFileSync } from "node:fs";
import { makeFolderOf, replaceFile } from "./durable-file.ts";
import { UnsafeStoreError } from "./store/database.ts";
import type { CheckpointMark } from "./store/sqlite-file.ts";

export type Mark = CheckpointMark & {
  /** 0 where there is no file yet. */
  readonly highest: number;
  /** On the disk when it returns. */
  raise(beat: number): void;
};

type Seen = { beat: number; checkpoint: number };

export function openMark(path: string): Mark {
  let seen = readMark(path);
  makeFolderOf(path);
  const write = (next: Seen) => {
    replaceFile(path, `${next.beat} ${next.checkpoint}\n`);
    seen = next;
  };
  return {
    get highest() {
      return seen.beat;
    },
    get checkpoint() {
      return seen.checkpoint;
    },
    raise: (beat) => {
      // Answers to two beats may come in the other order.
      if (beat > seen.beat) write({ ...seen, beat });
    },
    raiseCheckpoint: (checkpoint) => {
      if (checkpoint > seen.checkpoint) write({ ...seen, checkpoint });
    },
  };
}

function readMark(path: string): Seen {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return { beat: 0, checkpoint: 0 };
    throw error;
  }
  const [, beat, checkpoint = "0"] = /^(\d{1,15})(?: (\d{1,10}))?\n$/.exec(text) ?? [];
  if (beat === undefined) throw new UnsafeStoreError(`${path} holds no mark`);
  return { beat: Number(beat), checkpoint: Number(checkpoint) };
}
