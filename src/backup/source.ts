/** Where the bytes of a file come from: a `File` in a page, an open file in Node, an array in a test. */
import type { Bytes } from "../core/bytes.ts";

/** A file of any size, of which only pieces are ever in memory. */
export type Source = {
  /** As the user sees it, without folders. */
  name: string;
  /** With the folders it was dropped in, `/` between them; the name alone when there are none. */
  path: string;
  /** Bytes. */
  size: number;
  /** When it was last changed, milliseconds since 1970; null where that is not known. */
  modifiedAtMs: number | null;
  /**
   * Bytes from `start` to before `end`, fewer where the file ends. They may be overwritten by the next read
   * but one. Rejects when the file cannot be read any more.
   */
  read(start: number, end: number): Promise<Bytes>;
};

/** The most that is read at once, and so the most that is held: 2 MiB, a multiple of the 16-byte block. */
export const CHUNK_BYTES = 2 * 1024 * 1024;

/** Thrown by {@link readChunks} when the file has become shorter: a program is still writing it. */
export class FileShrankError extends Error {}

/** The bytes from `start` to `end` in order, in pieces of {@link CHUNK_BYTES}, the next one read ahead. */
export async function* readChunks(source: Source, start: number, end: number): AsyncGenerator<Bytes> {
  const read = (at: number): Promise<Bytes> | null =>
    at < end ? source.read(at, Math.min(at + CHUNK_BYTES, end)) : null;
  let at = start;
  let ahead = read(at);
  while (ahead) {
    const chunk = await ahead;
    const wanted = Math.min(CHUNK_BYTES, end - at);
    if (chunk.length !== wanted) throw new FileShrankError();
    at += wanted;
    ahead = read(at);
    // The await above reports a failed read. If the consumer stops early, nobody awaits it any more.
    ahead?.catch(() => undefined);
    yield chunk;
  }
}

/** An array as a file. */
export function sourceOf(name: string, bytes: Bytes): Source {
  const read = async (start: number, end: number) => bytes.slice(start, end);
  return { name, path: name, size: bytes.length, modifiedAtMs: null, read };
}
