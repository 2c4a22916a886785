/**
 * The data behind a damaged header: the IV and the place at which a known payload begins under the key.
 *
 * Counter mode needs only the IV, so one block of key stream for each guessed IV tries every place. Guessed are
 * all 16 bytes in the first {@link IV_WITHIN} bytes, and where the header still reads, its IV with one byte
 * changed. A beginning counts only if it is a known one inside zlib: by chance that is one in 2⁻⁴³
 * (`payload.ts`), and some million are tried.
 */
import type { Bytes } from "../core/bytes.ts";
import { type FileKey, startKeyStreams } from "./gcm-stream.ts";
import { HEAD_BYTES, type Kind } from "./kind.ts";
import { IV_BYTES } from "./magic.ts";
import { isZlibHeader, readPayloadStart, START_BYTES } from "./payload.ts";
import type { Layout } from "./sealed-pass.ts";
import type { Source } from "./source.ts";

/** An IV lies in the first fields of every header. */
const IV_WITHIN = 512;
/** The longest real headers have some 500 bytes. */
const DATA_WITHIN = 2048;

/** `layout` reads to the end of the file; a footer may be cut off. */
export type FoundData = { iv: Bytes; layout: Layout };

/** Does a known zlib payload begin at this place under this key stream? */
async function beginsAt(head: Bytes, at: number, keyStream: Bytes): Promise<boolean> {
  const start = head.slice(at, at + START_BYTES).map((byte, i) => byte ^ (keyStream[i] as number));
  const begins = await readPayloadStart(start);
  return begins.fit === "known" && begins.zlib;
}

/** The IVs to try, each with the places to try it at. */
function* guesses(head: Bytes, kind: Kind): Generator<{ iv: Bytes; from: number; to: number }> {
  const last = head.length - 2;
  for (let at = 0; at < IV_WITHIN && at + IV_BYTES < last; at++) {
    const from = at + IV_BYTES;
    yield { iv: head.slice(at, from), from, to: Math.min(from + DATA_WITHIN, last) };
  }
  if (!("prefix" in kind)) return;
  const { iv, dataOffset } = kind.prefix;
  for (let at = 0; at < IV_BYTES; at++)
    for (let change = 1; change < 256; change++) {
      const changed = iv.slice();
      changed[at] = (iv[at] as number) ^ change;
      yield { iv: changed, from: dataOffset, to: Math.min(dataOffset + 1, last) };
    }
}

/** Null: no known payload begins in reach. Rejects when the file cannot be read or the signal is aborted. */
export async function findData(
  source: Source,
  kind: Kind,
  key: FileKey,
  signal?: AbortSignal,
): Promise<FoundData | null> {
  const head = (await source.read(0, Math.min(HEAD_BYTES, source.size))).slice();
  const streams = await startKeyStreams(key, START_BYTES);
  for (const { iv, from, to } of guesses(head, kind)) {
    signal?.throwIfAborted();
    const keyStream = await streams(iv);
    const [first, second] = keyStream as unknown as [number, number];
    for (let at = from; at < to; at++) {
      // The two bytes of a zlib header rule nearly everything out.
      const isHeader = isZlibHeader((head[at] as number) ^ first, (head[at + 1] as number) ^ second);
      if (!isHeader || !(await beginsAt(head, at, keyStream))) continue;
      const trailer = "prefix" in kind ? kind.prefix.trailer : 0;
      const layout = { dataOffset: at, dataEnd: source.size - trailer, mayHaveMd5: true, isMedia: false };
      return { iv, layout };
    }
  }
  return null;
}
