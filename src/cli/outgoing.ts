/**
 * Output under a temporary name, in the folder where it will stay. It gets its own name once it is complete
 * and verified.
 *
 * It may be decrypted chats. So only its owner can read it, and it is removed if anything fails or a signal
 * ends the process. Only a process that is killed outright leaves it behind.
 */
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Sink } from "../backup/open.ts";
import { toOutput } from "./output-failure.ts";

/** How temporary names begin. */
const PARTIAL_MARK = ".sixtyfour-";
const FIRST_BYTES = 64;

export type Outgoing = {
  sink: Sink;
  /** The first bytes written, up to 64. */
  first(): Uint8Array;
  /** Renames it to a path in the same folder. Call it after `commit`. False: the name is taken. */
  place(path: string): Promise<boolean>;
  /** Removes the output and the folders that were made for it. */
  discard(): Promise<void>;
};

const unfinished = new Set<() => void>();

/** Removes every temporary file, synchronously: the process is about to end. */
export function removeUnfinished(): void {
  for (const remove of unfinished) remove();
}

/**
 * Makes a folder and those above it. Returns a function that removes them again while they are empty. Makes
 * them one by one: Node's `recursive` never ends in places such as `/proc`, where a folder is missing and
 * cannot be made.
 */
function makeFolder(folder: string): () => void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  const made: string[] = [];
  const undo = () => {
    try {
      while (made.length > 0) rmdirSync(made.pop() as string);
    } catch {
      // not empty: somebody else uses it by now
    }
  };
  try {
    for (const each of missing) {
      mkdirSync(each);
      made.push(each);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** Moves without overwriting. False: the name is taken. */
function moveTo(temporary: string, path: string): boolean {
  const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === "EEXIST";
  try {
    linkSync(temporary, path);
    rmSync(temporary);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
  }
  // A file system without links (FAT). An empty file takes the name, so the rename overwrites only that.
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
  renameSync(temporary, path);
  return true;
}

/** @param folder - made if it is missing. Throws `OutputFailedError`, as what it returns does. */
export function startOutgoing(folder: string): Promise<Outgoing> {
  return toOutput(folder, () => start(folder));
}

async function start(folder: string): Promise<Outgoing> {
  const undoFolder = makeFolder(folder);
  const temporary = join(folder, `${PARTIAL_MARK}${randomBytes(8).toString("hex")}.partial`);
  let handle: FileHandle | null = null;
  let first = new Uint8Array(0);
  const remove = () => {
    rmSync(temporary, { force: true });
    undoFolder();
    unfinished.delete(remove);
  };
  try {
    // Synchronously: no signal can come between making the file and noting that it must be removed.
    closeSync(openSync(temporary, "wx", 0o600));
  } catch (error) {
    undoFolder();
    throw error;
  }
  unfinished.add(remove);
  handle = await open(temporary, "r+");
  const close = async () => {
    const closing = handle;
    handle = null;
    await closing?.close();
  };
  const discard = async () => {
    await close().catch(() => undefined);
    remove();
  };
  return {
    sink: {
      write(bytes) {
        if (first.length < FIRST_BYTES)
          first = Uint8Array.from([...first, ...bytes.subarray(0, FIRST_BYTES)]);
        return toOutput(folder, async () => {
          for (let at = 0; at < bytes.length; ) {
            const { bytesWritten } = await (handle as FileHandle).write(bytes, at, bytes.length - at);
            at += bytesWritten;
          }
        });
      },
      commit: () =>
        toOutput(folder, async () => {
          await handle?.sync();
          await close();
        }),
      abort: discard,
    },
    first: () => first,
    async place(path) {
      const isPlaced = await toOutput(path, () => moveTo(temporary, path));
      if (isPlaced) unfinished.delete(remove);
      return isPlaced;
    },
    discard,
  };
}
