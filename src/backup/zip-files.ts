/** Finished files as one ZIP, stored as they are, 64-bit where it must be (client-zip). */
import { makeZip } from "client-zip";
import type { Bytes } from "../core/bytes.ts";
import { addWideEnd } from "./zip-end.ts";

/** `modifiedAtMs`: the date of the entry. Null: that of the file. */
export type FinishedFile = { path: string; file: File; modifiedAtMs?: number | null };

/** A ZIP's times begin in 1980; a day later, because they are local ones. */
const EARLIEST_MS = Date.UTC(1980, 0, 2);

/** The date of an entry as client-zip takes it. */
export function zipDate(modifiedAtMs: number | null): { lastModified?: Date } {
  return modifiedAtMs === null ? {} : { lastModified: new Date(Math.max(modifiedAtMs, EARLIEST_MS)) };
}

/** Each file is opened only when the one before it has been read. */
export function zipFiles(files: AsyncIterable<FinishedFile>): ReadableStream<Bytes> {
  let count = 0;
  async function* inputs() {
    for await (const { path, file, modifiedAtMs = null } of files) {
      count += 1;
      yield { name: path, input: file, ...zipDate(modifiedAtMs) };
    }
  }
  const pieces = makeZip(inputs()).pipeThrough(addWideEnd(() => count));
  // client-zip's own type does not say that none of its buffers is shared.
  return pieces as ReadableStream<Bytes>;
}
