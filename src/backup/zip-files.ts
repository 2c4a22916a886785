/** Finished files as one ZIP, stored as they are, 64-bit where it must be (client-zip). */
import { makeZip } from "client-zip";
import type { Bytes } from "../core/bytes.ts";
import { addWideEnd } from "./zip-end.ts";

export type FinishedFile = { path: string; file: File };

/** Each file is opened only when the one before it has been read. */
export function zipFiles(files: AsyncIterable<FinishedFile>): ReadableStream<Bytes> {
  let count = 0;
  async function* inputs() {
    for await (const { path, file } of files) {
      count += 1;
      yield { name: path, input: file };
    }
  }
  const pieces = makeZip(inputs()).pipeThrough(addWideEnd(() => count));
  // client-zip's own type does not say that none of its buffers is shared.
  return pieces as ReadableStream<Bytes>;
}
