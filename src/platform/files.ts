/**
 * Places to write a file to: one of the user's choice where the browser has a picker, else a download from the
 * browser's private store.
 *
 * Nothing is seen at the place before `commit`; `abort` leaves nothing. wicg.github.io/file-system-access.
 */
import { createUnfinished } from "./unfinished-files.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** As `backup/open.ts` wants it. */
export type FileSink = {
  write(bytes: Bytes): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
};

/** A file that has a place; `null`: the user closed the picker. */
export type Destination = { start(): Promise<FileSink> };

/** Many files below one folder. */
export type Folder = { start(path: string): Promise<FileSink> };

type Pickers = {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: { mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
};
const pickers = (): Pickers => globalThis as unknown as Pickers;

async function pick<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (reason) {
    if ((reason as Error).name === "AbortError") return null;
    throw reason;
  }
}

async function writeTo(handle: FileSystemFileHandle, remove: () => Promise<void>): Promise<FileSink> {
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
}

/** A download from the private store: the file stays there until the page ends, because it is read late. */
async function startDownload(name: string): Promise<FileSink> {
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

/** Must be the first thing after the user's press: the picker asks for one. */
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

/** Names that are taken get a number: nothing is overwritten. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const dot = name.lastIndexOf(".");
  const [base, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${base} (${n})${ending}`;
    const isTaken = await folder.getFileHandle(candidate).then(
      () => true,
      (reason: Error) => reason.name !== "NotFoundError",
    );
    if (!isTaken) return candidate;
  }
}

async function folderFor(root: FileSystemDirectoryHandle, path: string): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const part of path.split("/").slice(0, -1))
    folder = await folder.getDirectoryHandle(part, { create: true });
  return folder;
}

/** Must be the first thing after the user's press. Null: the picker was closed. */
export async function chooseFolder(): Promise<Folder | null> {
  const { showDirectoryPicker } = pickers();
  if (!showDirectoryPicker) return { start: (path) => startDownload(path.replaceAll("/", "_")) };
  const root = await pick(showDirectoryPicker.call(globalThis, { mode: "readwrite" }));
  if (!root) return null;
  return {
    async start(path) {
      const folder = await folderFor(root, path);
      const name = await freeName(folder, path.split("/").at(-1) ?? path);
      const handle = await folder.getFileHandle(name, { create: true });
      return writeTo(handle, () => folder.removeEntry(name).catch(() => undefined));
    },
  };
}
