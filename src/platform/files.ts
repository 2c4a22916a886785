/**
 * Places to write a file to: one of the user's choice where the browser has a picker, else a download from
 * the browser's private store.
 *
 * Before `commit` no file is visible there, and `abort` leaves nothing behind.
 * wicg.github.io/file-system-access.
 */
import { numberedName } from "../core/file-names.ts";
import { createUnfinished } from "./unfinished-files.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** As `backup/open.ts` wants it. */
export type FileSink = {
  write(bytes: Bytes): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
};

/** A file and where it is going to be. */
export type Destination = { start(): Promise<FileSink> };

/** One of many: `path` is where it lies below the folder, which may not be where it was asked for. */
type FolderFile = FileSink & { path: string };

/** Many files below one folder. The caller ends it exactly once, even if files failed. */
export type Folder = {
  /** @param modifiedAtMs - when the file was last changed, for folders that can keep a date. */
  start(path: string, modifiedAtMs?: number | null): Promise<FolderFile>;
  /** The file that is there by this path. Null: there is none. */
  read(path: string): Promise<File | null>;
  end(): Promise<void>;
};

type Pickers = {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: { mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
};
const pickers = (): Pickers => globalThis as unknown as Pickers;

export function hasFolderPicker(): boolean {
  return pickers().showDirectoryPicker !== undefined;
}

async function pick<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (reason) {
    if ((reason as Error).name === "AbortError") return null;
    throw reason;
  }
}

/** @param remove - deletes the file that `handle` names: it exists before anything is written to it. */
export async function writeTo(handle: FileSystemFileHandle, remove: () => Promise<void>): Promise<FileSink> {
  try {
    // The browser writes beside the file, and puts it in place at `close`.
    const stream = await handle.createWritable();
    return {
      write: (bytes) => stream.write(bytes),
      commit: () => stream.close(),
      async abort() {
        await stream.abort().catch(() => undefined);
        await remove();
      },
    };
  } catch (reason) {
    await remove();
    throw reason;
  }
}

/** A download from the private store: the file stays there until the page ends, because it is read late. */
export async function startDownload(name: string): Promise<FileSink> {
  const { handle, remove } = await createUnfinished();
  const sink = await writeTo(handle, remove);
  return {
    ...sink,
    async commit() {
      await sink.commit();
      const url = URL.createObjectURL(await handle.getFile());
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
    },
  };
}

/** Must be the first thing after the user's press: the picker asks for one. Null: the picker was closed. */
export async function chooseFile(suggestedName: string): Promise<Destination | null> {
  const { showSaveFilePicker } = pickers();
  if (!showSaveFilePicker) return { start: () => startDownload(suggestedName) };
  const handle = await pick(showSaveFilePicker.call(globalThis, { suggestedName }));
  if (!handle) return null;
  const isNew = (await handle.getFile()).size === 0;
  // The picker has made an empty file; one that held something before stays as it was.
  const remove = async () => {
    if (isNew) await (handle as unknown as { remove?(): Promise<void> }).remove?.().catch(() => undefined);
  };
  return { start: () => writeTo(handle, remove) };
}

const failsBy = (reason: unknown, name: string): boolean => (reason as Error).name === name;

/** Rejects where the folder cannot be read any more. */
async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (reason) {
    // A folder of that name.
    if (failsBy(reason, "TypeMismatchError")) return true;
    if (failsBy(reason, "NotFoundError")) return false;
    throw reason;
  }
}

/** Names that are taken get a number: nothing is overwritten. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  let free = name;
  for (let n = 2; await isTaken(folder, free); n++) free = numberedName(name, n);
  return free;
}

async function startBelow(root: FileSystemDirectoryHandle, path: string): Promise<FolderFile> {
  const within = path.split("/");
  const asked = within.pop() ?? path;
  let folder = root;
  for (const part of within) folder = await folder.getDirectoryHandle(part, { create: true });
  const name = await freeName(folder, asked);
  const handle = await folder.getFileHandle(name, { create: true });
  const sink = await writeTo(handle, () => folder.removeEntry(name).catch(() => undefined));
  return { ...sink, path: [...within, name].join("/") };
}

async function readBelow(root: FileSystemDirectoryHandle, path: string): Promise<File | null> {
  const within = path.split("/");
  const name = within.pop() ?? path;
  try {
    let folder = root;
    for (const part of within) folder = await folder.getDirectoryHandle(part);
    return await (await folder.getFileHandle(name)).getFile();
  } catch (reason) {
    if (failsBy(reason, "TypeMismatchError") || failsBy(reason, "NotFoundError")) return null;
    throw reason;
  }
}

/**
 * Must be the first thing after the user's press. Null: the picker was closed.
 *
 * @param otherwise - makes the folder where the browser has no picker for one.
 */
export async function chooseFolder(otherwise: () => Promise<Folder>): Promise<Folder | null> {
  const { showDirectoryPicker } = pickers();
  if (!showDirectoryPicker) return otherwise();
  const root = await pick(showDirectoryPicker.call(globalThis, { mode: "readwrite" }));
  return (
    root && {
      start: (path) => startBelow(root, path),
      read: (path) => readBelow(root, path),
      end: async () => undefined,
    }
  );
}
