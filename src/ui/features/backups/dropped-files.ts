/** Makes chosen and dropped files into sources that are read in pieces. */
import type { Source } from "../../../backup/source.ts";

/** @param path - includes the folders that were dropped with it. */
export function sourceOfFile(file: File, path: string): Source {
  return {
    name: file.name,
    path,
    size: file.size,
    modifiedAtMs: file.lastModified,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}

/** The files of an `<input type="file">`. Those of a chosen folder have their path. */
export function sourcesOfList(files: Iterable<File>): Source[] {
  return [...files].map((file) => sourceOfFile(file, file.webkitRelativePath || file.name));
}

function readEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function walk(entry: FileSystemEntry): Promise<Source[]> {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [sourceOfFile(file, path)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Source[] = [];
  // The browser lists a folder a hundred entries at a time. An empty list is the end.
  for (let piece = await readEntries(reader); piece.length > 0; piece = await readEntries(reader))
    for (const inside of piece) found.push(...(await walk(inside)));
  return found;
}

/**
 * Everything that was dropped, including all that is in folders. Call it within the drop event: the browser
 * empties the event's data afterwards.
 */
export function sourcesOfDrop(transfer: DataTransfer): Promise<Source[]> {
  const items = [...transfer.items];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0 || entries.length < items.length)
    return Promise.resolve(sourcesOfList(transfer.files));
  return Promise.all(entries.map(walk)).then((found) => found.flat());
}
