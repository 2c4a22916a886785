/**
 * A file on its way out: under a temporary name beside its place until it is whole and verified.
 *
 * What lies there may be decrypted chat, so it is readable by its owner only, and removed when anything
 * fails, also when the process is told to end. Only a process that is killed outright leaves one behind.
 */
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Sink } from "../backup/open.ts";

/** How temporary names begin. */
const PARTIAL_MARK = ".sixtyfour-";
const FIRST_BYTES = 64;

export type Outgoing = {
  sink: Sink;
  /** The first bytes written, up to 64. */
  first(): Uint8Array;
  /**
   * Gives it its name, in the same folder; after `commit`. False: the name is taken, and nothing was kept.
   */
  place(path: string): boolean;
  /** Removes what was not placed, folders made for it included. */
  discard(): Promise<void>;
};

const unfinished = new Set<() => void>();

/** Removes every temporary file at once. For the end of the process: nothing here waits. */
export function removeUnfinished(): void {
  for (const remove of unfinished) remove();
}

/**
 * Makes a folder and those above it; gives what undoes that while they are empty. One by one: Node's own way
 * never ends where the system says that a folder is not there and lets none be made (`/proc`).
 */
function makeFolder(folder: string): () => void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  const made: string[] = [];
  const undo = () => {
    try {
      while (made.length > 0) rmdirSync(made.pop() as string);
    } catch {
      // something else lies there by now
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

/** Moves without overwriting: false when the name is taken. */
function moveTo(temporary: string, path: string): boolean {
  const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === "EEXIST";
  try {
    linkSync(temporary, path);
    rmSync(temporary);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
  }
  // A file system without links (FAT): the name is taken first, then replaced by what it was taken for.
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
  renameSync(temporary, path);
  return true;
}

/** @param folder - made when it is not there. Throws what the system says. */
export async function startOutgoing(folder: string): Promise<Outgoing> {
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
    // At once, not by a promise: a signal must not come between the file and the list of what is to be
    // removed.
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
      async write(bytes) {
        if (first.length < FIRST_BYTES)
          first = Uint8Array.from([...first, ...bytes.subarray(0, FIRST_BYTES)]);
        for (let at = 0; at < bytes.length; ) {
          const { bytesWritten } = await (handle as FileHandle).write(bytes, at, bytes.length - at);
          at += bytesWritten;
        }
      },
      async commit() {
        await handle?.sync();
        await close();
      },
      abort: discard,
    },
    first: () => first,
    place(path) {
      const isPlaced = moveTo(temporary, path);
      if (isPlaced) unfinished.delete(remove);
      else remove();
      return isPlaced;
    },
    discard,
  };
}
