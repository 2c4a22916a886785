/**
 * The high-water mark: the highest beat of the database that this server has seen, in a file beside the
 * secret.
 *
 * A database with a lower beat is an older state, in which spent attempts and erased accounts are back. The
 * mark stops an operator who restores a backup by mistake, and an attacker who reaches the database but not
 * this file. It does not stop an attacker who reaches both, or who has the secret and an old database and
 * runs a vault of their own.
 */
import { readFileSync } from "node:fs";
import { replaceFile } from "./durable-file.ts";
import { UnsafeStoreError } from "./store/database.ts";

export type Mark = {
  /** 0 where there is no file yet. */
  readonly highest: number;
  /** On the disk when it returns. */
  raise(beat: number): void;
};

export function openMark(path: string): Mark {
  let highest = readMark(path);
  return {
    get highest() {
      return highest;
    },
    raise: (beat) => {
      // Answers to two beats may come in the other order.
      if (beat <= highest) return;
      replaceFile(path, `${beat}\n`);
      highest = beat;
    },
  };
}

function readMark(path: string): number {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return 0;
    throw error;
  }
  if (!/^\d{1,15}\n$/.test(text)) throw new UnsafeStoreError(`${path} holds no mark`);
  return Number(text);
}
