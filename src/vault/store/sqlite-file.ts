/**
 * Is SQLite's file still the one that this vault wrote last?
 *
 * A write-ahead log beside an older file, or an older log beside a newer file, opens without an error, and has
 * spent attempts again. So checkpoints are numbered, in `user_version`: 2n stands in the file from checkpoint
 * n on, 2n + 1 is the first thing in the log that follows it. The mark, which lies elsewhere, knows n. SQLite
 * makes no checkpoint of its own, so the file changes at no other time.
 *
 * `user_version` is 4 bytes, big-endian, at offset 60 of the file (sqlite.org/fileformat.html §1.3.16).
 */
import { readSync, statSync } from "node:fs";

/** Where the number of the newest checkpoint is kept, away from the database. */
export type CheckpointMark = {
  readonly checkpoint: number;
  raiseCheckpoint(checkpoint: number): void;
};

const VERSION_AT = 60;

export const versionInFile = (checkpoint: number): number => 2 * checkpoint;
export const versionInLog = (checkpoint: number): number => 2 * checkpoint + 1;
export const checkpointOf = (version: number): number => Math.floor(version / 2);

/**
 * As it stands in the file, without what the log says. 0 for an empty file.
 *
 * @param file - open for as long as SQLite has it. POSIX drops all of a process's locks on a file when it
 *   closes any of its descriptors (fcntl(2)), and with them the claim that keeps other processes out.
 */
export function readVersion(file: number): number {
  const bytes = Buffer.alloc(4);
  return readSync(file, bytes, 0, bytes.length, VERSION_AT) === bytes.length ? bytes.readUInt32BE() : 0;
}

export type Identity = { readonly file: string; readonly log: string };

/** Which files lie there; a file that is moved over one of them is another. @throws if one is missing. */
export function identityOf(path: string): Identity & { logBytes: number } {
  const [file, log] = [statSync(path), statSync(`${path}-wal`)];
  return { file: `${file.dev}:${file.ino}`, log: `${log.dev}:${log.ino}`, logBytes: log.size };
}
