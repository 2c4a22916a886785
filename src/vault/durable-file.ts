/** Small files that must be on the disk before anything relies on them: content, name and folder. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** A file's name is in its folder, which has to be synced for itself. */
function syncFolderOf(path: string): void {
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Makes the folder of a file, readable by its owner alone, with every folder above that is missing. */
export function makeFolderOf(path: string): void {
  const made = mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  // Each new folder is a name in the one above.
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    syncFolderOf(folder);
    if (folder === resolve(made)) return;
  }
}

/** Readable by its owner alone. @throws if it is there. */
export function createFile(path: string, text: string): void {
  writeAndSync(path, "wx", text);
  syncFolderOf(path);
}

/** Whoever reads it finds the old text or the new one, never a part. */
export function replaceFile(path: string, text: string): void {
  const next = `${path}.next`;
  writeAndSync(next, "w", text);
  renameSync(next, path);
  syncFolderOf(path);
}

function writeAndSync(path: string, flags: "w" | "wx", text: string): void {
  const file = openSync(path, flags, 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
