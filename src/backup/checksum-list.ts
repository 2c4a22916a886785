/** The list of SHA-256 sums that goes with several opened files, as `sha256sum -c` reads it. */
import { bytesToHex } from "../core/bytes.ts";
import { startMd5, startSha256 } from "./digests.ts";
import type { Described } from "./media.ts";
import type { Sink } from "./open.ts";
import { readChunks, type Source } from "./source.ts";

export const MANIFEST_NAME = "SHA256SUMS.txt";

/** The sums of a list by their paths; lines that are none are left out. */
export function parseSums(list: string): Map<string, string> {
  const lines = list.split("\n").map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  return new Map(lines.flatMap((line) => (line ? [[line[2] as string, line[1] as string] as const] : [])));
}

export function sumLine(sha256: string, path: string): string {
  return `${sha256}  ${path.replaceAll("\\", "/")}\n`;
}

export type HashingSink = {
  sink: Sink;
  /** Of what was written: SHA-256 in hex, and bytes. Once, when all is written. */
  sum(): Promise<{ sha256: string; size: number }>;
};

/** A sink that hashes what goes through it. */
export async function startHashing(sink: Sink): Promise<HashingSink> {
  const sha256 = await startSha256();
  let size = 0;
  return {
    sink: {
      ...sink,
      async write(bytes) {
        size += bytes.length;
        await sha256.update(bytes);
        await sink.write(bytes);
      },
    },
    sum: async () => ({ sha256: bytesToHex(await sha256.end()), size }),
  };
}

export type FileSums = { sha256: string; md5: string };

/** Of a whole file, in hex. Rejects when it cannot be read. */
export async function sumsOf(source: Source): Promise<FileSums> {
  const [sha256, md5] = [await startSha256(), await startMd5()];
  for await (const chunk of readChunks(source, 0, source.size))
    await Promise.all([sha256.update(chunk), md5.update(chunk)]);
  return { sha256: bytesToHex(await sha256.end()), md5: bytesToHex(await md5.end()) };
}

/**
 * Is an opened file what a description tells of, and unchanged since it was listed? Its SHA-256, or null.
 *
 * @param listed - its sum in the list of an earlier run.
 */
export async function sumIfDescribed(
  there: Source,
  { size, md5 }: Described,
  listed: string | undefined,
): Promise<string | null> {
  if (listed === undefined || md5 === null || there.size !== size) return null;
  const found = await sumsOf(there);
  return found.md5 === md5 && found.sha256 === listed ? found.sha256 : null;
}
