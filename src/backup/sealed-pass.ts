/**
 * One reading of a sealed file from its beginning to its end, in bounded memory: what checking and opening
 * share.
 *
 * Whether the tag is followed by an MD5 shows only at the end, so the last 32 bytes are held back and both
 * are tried: MD5 fits → the tag lies before it; else perhaps the file has none (docs/backup-files.md §4).
 */
import { type Bytes, concatBytes, equalBytes } from "../core/bytes.ts";
import type { Digest } from "./digests.ts";
import { type FileKey, startGcm } from "./gcm-stream.ts";
import type { Kind } from "./kind.ts";
import { findMagic, MD5_BYTES, TAG_BYTES } from "./magic.ts";
import { type PayloadStart, readPayloadStart, START_BYTES } from "./payload.ts";
import { CHUNK_BYTES, readChunks, type Source } from "./source.ts";
import { judge, type Mark, type Verdict } from "./verdict.ts";

/** Where the sealed bytes of a file lie, and what can follow them. */
export type Layout = { dataOffset: number; dataEnd: number; mayHaveMd5: boolean; isMedia: boolean };

/** The layout of a kind that has one; null for all others. */
export function layoutOf(kind: Kind, size: number): Layout | null {
  if (kind.kind === "media") return { dataOffset: 0, dataEnd: size, mayHaveMd5: false, isMedia: true };
  if (!("prefix" in kind)) return null;
  const { dataOffset, trailer } = kind.prefix;
  return { dataOffset, dataEnd: size - trailer, mayHaveMd5: true, isMedia: false };
}

/** One file's key for one act: the AES key and the 16-byte IV. */
export type Opener = { key: FileKey; iv: Bytes };

export type PassOptions = {
  /** Null: the MD5 stays unread. */
  startMd5: (() => Promise<Digest>) | null;
  /** Called with the bytes read so far. */
  onProgress?: (doneBytes: number) => void;
  signal?: AbortSignal;
};

/** Media may begin with anything, so an unknown beginning is no sign of a wrong key. */
export type Start = PayloadStart | { fit: "known" | "plausible"; kind: null; zlib: false };

export type Checked = {
  verdict: Verdict;
  md5: Mark;
  tag: Mark;
  start: Start;
  /** Bytes behind the end of the whole file, where there are some: no damage of it. */
  after?: number;
};

/** Gets plaintext in order, not authenticated yet. Once it returns false, the rest is only checked. */
export type PlaintextVisitor = (plaintext: Bytes) => Promise<boolean>;

/** How the payload begins under this key. */
export async function readStart(source: Source, layout: Layout, opener: Opener): Promise<Start> {
  const end = Math.min(layout.dataOffset + START_BYTES, layout.dataEnd);
  if (end <= layout.dataOffset) return { fit: "none" };
  const gcm = await startGcm(opener.key, opener.iv);
  const plaintext = await gcm.decrypt(await source.read(layout.dataOffset, end));
  if (!layout.isMedia) return readPayloadStart(plaintext);
  return { fit: findMagic(plaintext) !== null ? "known" : "plausible", kind: null, zlib: false };
}

/**
 * Reads the whole file once: tag, MD5, and the plaintext for whoever wants it.
 *
 * The last plaintext comes only after the tag is known to be good. Rejects when the file cannot be read, when
 * it has shrunk, when the signal is aborted, and with whatever `visit` throws.
 */
export async function passThrough(
  source: Source,
  layout: Layout,
  opener: Opener,
  options: PassOptions,
  visit: PlaintextVisitor | null,
): Promise<Checked> {
  const md5 = options.startMd5 && layout.mayHaveMd5 ? await options.startMd5() : null;
  try {
    return await passWith(md5, source, layout, opener, options, visit);
  } finally {
    md5?.stop();
  }
}

async function passWith(
  md5: Digest | null,
  source: Source,
  layout: Layout,
  opener: Opener,
  { onProgress, signal }: PassOptions,
  visit: PlaintextVisitor | null,
): Promise<Checked> {
  const { dataOffset, dataEnd } = layout;
  const start = await readStart(source, layout, opener);
  if (dataEnd - dataOffset < TAG_BYTES) {
    return { verdict: "cannot-tell", md5: md5 ? "bad" : "unread", tag: "bad", start };
  }
  const gcm = await startGcm(opener.key, opener.iv);
  const footerBytes = layout.mayHaveMd5 ? Math.min(TAG_BYTES + MD5_BYTES, dataEnd - dataOffset) : TAG_BYTES;
  const bodyEnd = dataEnd - footerBytes;
  let done = 0;
  const advance = async (bytes: Bytes) => {
    await md5?.update(bytes);
    done += bytes.length;
  };
  for await (const chunk of readChunks(source, 0, dataOffset)) await advance(chunk);
  let last: Bytes = new Uint8Array(0);
  let wanted = visit;
  const show = async (plaintext: Bytes) => {
    if (wanted && !(await wanted(plaintext))) wanted = null;
  };
  // The next chunk is read and decrypted while the visitor still works on this one.
  let shown: Promise<void> = Promise.resolve();
  for await (const chunk of readChunks(source, dataOffset, bodyEnd)) {
    signal?.throwIfAborted();
    if (chunk.length < CHUNK_BYTES) last = chunk;
    else if (wanted) {
      const [plaintext] = await Promise.all([gcm.decrypt(chunk), advance(chunk), shown]);
      shown = show(plaintext);
      shown.catch(() => undefined);
    } else await Promise.all([gcm.absorb(chunk), advance(chunk)]);
    onProgress?.(done);
  }
  await shown;
  const footer = await source.read(bodyEnd, dataEnd);
  const ends = footerBytes < TAG_BYTES + MD5_BYTES ? [footerBytes - TAG_BYTES] : [0, TAG_BYTES];
  // Whatever lies before the tag in the footer is ciphertext too.
  const ciphertexts = ends.map((end) => concatBytes(last, footer.subarray(0, end)));
  const isTagAt = await Promise.all(
    ciphertexts.map(async (rest, i) => {
      const at = ends[i] as number;
      return equalBytes(await gcm.tagAfter(rest), footer.subarray(at, at + TAG_BYTES));
    }),
  );
  await advance(concatBytes(last, footer.subarray(0, -MD5_BYTES)));
  const isMd5 = md5 && equalBytes(await md5.end(), footer.slice(-MD5_BYTES));
  onProgress?.(source.size);
  signal?.throwIfAborted();
  const good = isTagAt.indexOf(true);
  const whole = ciphertexts[good];
  if (whole && wanted) await show(await gcm.decrypt(whole));
  const hasNoMd5 = !layout.mayHaveMd5 || (good !== -1 && footerBytes - (ends[good] as number) === TAG_BYTES);
  const md5Mark: Mark = hasNoMd5 ? "absent" : isMd5 === null ? "unread" : isMd5 ? "ok" : "bad";
  const tag: Mark = good === -1 ? "bad" : "ok";
  return { verdict: judge(start.fit, md5Mark, tag), md5: md5Mark, tag, start };
}
