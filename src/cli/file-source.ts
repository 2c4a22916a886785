/** A file on disk, in the shape from which the room `backup` reads. */
import { type FileHandle, open } from "node:fs/promises";
import { CHUNK_BYTES, type Source } from "../backup/source.ts";
import type { Bytes } from "../core/bytes.ts";

export type FileSource = Source & {
  /** Closes the file. A later read opens it again. */
  close(): Promise<void>;
};

export type FileFacts = { path: string; name: string; size: number; modifiedAtMs: number };

async function fill(handle: FileHandle, into: Bytes, at: number): Promise<Bytes> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return into.subarray(0, filled);
}

/**
 * @param file - the path on disk. @param facts - the path, name, size and time that readers see.
 *
 * The first read opens the file, and the read that reaches the end closes it, so thousands of files can be
 * listed without all being open. Reads of up to 2 MiB use two buffers in turn: memory does not grow with the
 * file.
 */
export function fileSource(file: string, facts: FileFacts): FileSource {
  let handle: Promise<FileHandle> | null = null;
  let reading = 0;
  let buffers: (Bytes | null)[] = [null, null];
  let turn = 0;
  async function close() {
    const closing = handle;
    handle = null;
    buffers = [null, null];
    await closing?.then((opened) => opened.close()).catch(() => undefined);
  }
  function bufferFor(length: number): Bytes {
    if (length > CHUNK_BYTES) return new Uint8Array(length);
    turn = 1 - turn;
    const size = Math.min(CHUNK_BYTES, facts.size);
    const buffer = buffers[turn] ?? new Uint8Array(Math.max(size, length));
    buffers[turn] = buffer;
    return buffer.subarray(0, length);
  }
  return {
    ...facts,
    close,
    async read(start, end) {
      const length = Math.max(0, Math.min(end, facts.size) - start);
      if (length === 0) return new Uint8Array(0);
      reading += 1;
      try {
        handle ??= open(file, "r");
        return await fill(await handle, bufferFor(length), start);
      } catch (error) {
        handle = null;
        throw error;
      } finally {
        reading -= 1;
        if (reading === 0 && start + length >= facts.size) await close();
      }
    },
  };
}
