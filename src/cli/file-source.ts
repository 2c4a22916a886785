/** A file on disk as the engine reads it. */
import { type FileHandle, open } from "node:fs/promises";
import { CHUNK_BYTES, type Source } from "../backup/source.ts";
import type { Bytes } from "../core/bytes.ts";

export type FileSource = Source & {
  /** Lets go of the open file; a later read opens it again. */
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
 * @param file - where it lies on disk. @param facts - what the engine is told of it.
 *
 * Opened by the first read, closed by the one that reaches the end: thousands can be listed at once. Pieces
 * of up to 2 MiB go into two buffers in turn, whatever the file's size.
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
    buffers[turn] ??= new Uint8Array(Math.max(size, length));
    return (buffers[turn] as Bytes).subarray(0, length);
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
