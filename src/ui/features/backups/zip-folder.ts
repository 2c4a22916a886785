/** Writes many files into one ZIP, for browsers that do not let pages write into a folder. */
import { type FinishedFile, zipFiles } from "../../../backup/zip-files.ts";
import { numberedName } from "../../../core/file-names.ts";
import { type FileSink, type Folder, startDownload, writeTo } from "../../../platform/files.ts";
import { createUnfinished } from "../../../platform/unfinished-files.ts";

type Remove = () => Promise<void>;

async function* piecesOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function writeZip(files: ReadableStream<FinishedFile>, download: FileSink): Promise<void> {
  for await (const piece of piecesOf(zipFiles(piecesOf(files)))) await download.write(piece);
}

/** Two entries with the same name would overwrite each other when unpacked. */
function freePath(taken: Set<string>, path: string): string {
  let free = path;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = numberedName(path, n);
  taken.add(free.toLowerCase());
  return free;
}

/**
 * A folder that becomes one download at the end. If it is empty, there is no download.
 *
 * A file goes into the ZIP when it is committed. It is removed from the private store after the next file.
 */
export async function startZipFolder(name: string): Promise<Folder> {
  const download = await startDownload(name);
  const { readable, writable } = new TransformStream<FinishedFile, FinishedFile>();
  const writer = writable.getWriter();
  const zipping = writeZip(readable, download);
  for (const failing of [zipping, writer.closed]) failing.catch(() => undefined);
  const taken = new Set<string>();
  let isEmpty = true;
  let removeLast: Remove = async () => undefined;
  return {
    async start(asked, modifiedAtMs = null) {
      const path = freePath(taken, asked);
      const { handle, remove } = await createUnfinished();
      const sink = await writeTo(handle, remove);
      return {
        ...sink,
        path,
        async commit() {
          await sink.commit();
          // A full disk ends the zipping. Nothing reads the file any more, so report that reason.
          const file = await handle.getFile();
          await Promise.race([writer.write({ path, file, modifiedAtMs }).catch(() => zipping), zipping]);
          isEmpty = false;
          await removeLast();
          removeLast = remove;
        },
      };
    },
    read: async () => null,
    async end() {
      try {
        writer.close().catch(() => undefined);
        await zipping;
        if (isEmpty) await download.abort();
        else await download.commit();
      } catch (reason) {
        await download.abort();
        throw reason;
      } finally {
        await removeLast();
      }
    },
  };
}
