/**
 * zlib to plain bytes, with the exact place where the compressed stream ends or breaks (pako).
 *
 * The browser's inflater does not say how many bytes it has used, and on a fault it throws away output that
 * came before it. This one is slower, so it only reads files on which that one has failed.
 */
import { Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit } from "pako";
import type { Bytes } from "../core/bytes.ts";

const OUTPUT_BYTES = 65_536;

/**
 * `open`: more may come. `ended`: to its end, and its own checksum is right. `wrong-sum`: to its end, and that
 * checksum is wrong. `broken`: what comes is no such stream.
 */
export type InflateState = "open" | "ended" | "wrong-sum" | "broken";

export type ExactInflater = {
  /**
   * Gives all output before it resolves, one piece at a time. Rejects with what `take` threw.
   *
   * @returns how many of these bytes belong to the stream: fewer than all once it has ended or is broken.
   */
  write(bytes: Bytes): Promise<number>;
  state(): InflateState;
};

/** @param take - gets the output in order, at most 64 KiB at once. */
export function startExactInflate(take: (bytes: Bytes) => Promise<void>): ExactInflater {
  const stream = new ZStream();
  zlibInflateInit(stream);
  stream.output = new Uint8Array(OUTPUT_BYTES);
  let state: InflateState = "open";
  return {
    async write(bytes) {
      stream.input = bytes;
      stream.next_in = 0;
      stream.avail_in = bytes.length;
      while (state === "open") {
        stream.next_out = 0;
        stream.avail_out = OUTPUT_BYTES;
        const status = zlibInflate(stream, Z_NO_FLUSH);
        if (status === Z_STREAM_END) state = "ended";
        else if (stream.msg === "incorrect data check") state = "wrong-sum";
        else if (status !== Z_OK && stream.avail_in > 0) state = "broken";
        // A fault takes nothing away from what came out before it.
        if (stream.next_out > 0) await take(stream.output.slice(0, stream.next_out));
        if (stream.avail_in === 0 && stream.avail_out > 0) break;
      }
      return bytes.length - stream.avail_in;
    },
    state: () => state,
  };
}
