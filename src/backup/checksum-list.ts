/** The list of SHA-256 sums that goes with several opened files, as `sha256sum -c` reads it. */
import { bytesToHex } from "../core/bytes.ts";
import { startSha256 } from "./digests.ts";
import type { Sink } from "./open.ts";

export const MANIFEST_NAME = "SHA256SUMS.txt";

export type HashingSink = {
  sink: Sink;
  /** The line for what was written, under the path it is kept at; once, when all is written. */
  line(path: string): Promise<string>;
};

/** A sink that hashes what goes through it. */
export async function startHashing(sink: Sink): Promise<HashingSink> {
  const sha256 = await startSha256();
  return {
    sink: {
      ...sink,
      async write(bytes) {
        await sha256.update(bytes);
        await sink.write(bytes);
      },
    },
    line: async (path) => `${bytesToHex(await sha256.end())}  ${path.replaceAll("\\", "/")}\n`,
  };
}
