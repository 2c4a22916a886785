/**
 * zlib or gzip to plain bytes, in bounded memory whatever comes in.
 *
 * The browser's inflater produces all output of one write before the reader can stop it: 2 MiB of a zip bomb
 * in one write took 1.6 GiB (docs/backup-files.md §6). So it gets {@link WRITE_BYTES} at a time, and the next
 * only when the output has been taken.
 */
import type { Bytes } from "../core/bytes.ts";

const WRITE_BYTES = 4096;

export type Inflater = {
  /** False once the data turns out to be no such stream. Rejects with what `take` threw. */
  write(bytes: Bytes): Promise<boolean>;
  /** True when the stream ended where the data did. */
  end(): Promise<boolean>;
  /** Releases everything. */
  stop(): Promise<void>;
};

/** @param take - gets the output in order, one piece at a time. */
export function startInflate(
  take: (bytes: Bytes) => Promise<void>,
  format: "deflate" | "gzip" = "deflate",
): Inflater {
  const { readable, writable } = new DecompressionStream(format);
  const reader = readable.getReader();
  const writer = writable.getWriter();
  let isFaulty = false;
  let thrown: { reason: unknown } | null = null;
  writer.closed.catch(() => undefined);
  const taking = (async () => {
    for (;;) {
      const { value } = await reader.read();
      if (!value) return;
      try {
        await take(value);
      } catch (reason) {
        thrown = { reason };
        await reader.cancel();
        return;
      }
    }
  })().catch(() => {
    isFaulty = true;
  });
  const rethrow = () => {
    if (thrown) throw thrown.reason;
  };
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length && !isFaulty; at += WRITE_BYTES) {
        try {
          await writer.write(bytes.subarray(at, at + WRITE_BYTES));
        } catch {
          await taking;
          rethrow();
          isFaulty = true;
        }
      }
      rethrow();
      return !isFaulty;
    },
    async end() {
      await writer.close().catch(() => {
        isFaulty = true;
      });
      await taking;
      rethrow();
      return !isFaulty;
    },
    async stop() {
      await Promise.allSettled([writer.abort(), reader.cancel()]);
    },
  };
}
