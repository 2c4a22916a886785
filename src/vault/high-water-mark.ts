/**
 * The high-water mark: the highest beat of the database that this server has seen, in a file beside the
 * secret.
 *
 * A database that shows a lower one is an older copy, in which spent attempts are back and erased records
 * alive. It stops whoever restores a backup without thinking, and an attacker who reaches the database but
 * not this file; it does not stop one who reaches both, nor one who holds a copy and the secret and runs a
 * vault of his own.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

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
      const next = `${path}.next`;
      const file = openSync(next, "w", 0o600);
      try {
        writeSync(file, `${beat}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(next, path);
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
  if (!/^\d{1,15}\n$/.test(text)) throw new Error(`${path} holds no mark`);
  return Number(text);
}
