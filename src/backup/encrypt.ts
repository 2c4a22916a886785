/**
 * Encrypts files with a 64-digit key: into the layout of crypt15, so that Sixtyfour and wa-crypt-tools open
 * them.
 *
 * ```
 * varint N | BackupPrefix: 1 = 1, 3.1 = IV, 4.1 = app version, 4.3 = phone ending, 6 = 3 | AES-256-GCM | tag
 * | MD5
 * ```
 * The payload is zlib of a ZIP (stored entries, 64-bit where needed), which is the shape of WhatsApp's own
 * `msgstore-increment-N.db.crypt15`. A fresh random IV for every attempt, and none is ever resumed: two
 * messages under one IV and key would show each other. The header stays under 128 bytes, where every known
 * reader agrees on its length; the version's text holds four numbers, because wa-crypt-tools looks for them.
 */

import { makeZip } from "client-zip";
import { type Bytes, concatBytes, randomBytes, utf8ToBytes } from "../core/bytes.ts";
import { distinctPaths } from "../core/file-names.ts";
import type { Digest } from "./digests.ts";
import { type FileKey, LONGEST_PLAINTEXT, startGcm } from "./gcm-stream.ts";
import { IV_BYTES, OUR_VERSION_MARK } from "./magic.ts";
import { safePath } from "./names.ts";
import type { Sink } from "./open.ts";
import { CHUNK_BYTES, readChunks, type Source } from "./source.ts";
import { addWideEnd, TOO_MANY_FOR_16_BITS } from "./zip-end.ts";
import { zipDate } from "./zip-files.ts";

export type EncryptOptions = {
  /** Of this program, as in `0.1.0`. */
  version: string;
  /** Digits; the last two are written, `00` stands for none. */
  phoneEnding: string;
  startMd5: () => Promise<Digest>;
  /** Called with the bytes read so far, of the sum of all sizes. */
  onProgress?: (doneBytes: number) => void;
  signal?: AbortSignal;
};

export type EncryptOutcome =
  | { outcome: "encrypted"; size: number }
  /** More than GCM takes under one IV: 2³⁶ − 32 bytes. Nothing was kept. */
  | { outcome: "too-large" };

function field(number: number, content: number | Uint8Array): Bytes {
  if (typeof content === "number") return Uint8Array.of(number * 8, content);
  return concatBytes(Uint8Array.of(number * 8 + 2, content.length), content);
}

/** The header of an encrypted file, its length's varint included; under 128 bytes. */
export function writePrefix(iv: Bytes, version: string, phoneEnding: string): Bytes {
  const ending = phoneEnding.slice(-2).padStart(2, "0");
  const appVersion = utf8ToBytes(`${OUR_VERSION_MARK}${version}.0`);
  const message = concatBytes(
    field(1, 1),
    field(3, field(1, iv)),
    field(4, concatBytes(field(1, appVersion), field(3, utf8ToBytes(ending)))),
    field(6, 3),
  );
  if (message.length > 127) throw new RangeError("version text too long");
  return concatBytes(Uint8Array.of(message.length), message);
}

function zipOf(
  sources: readonly Source[],
  { onProgress, signal }: EncryptOptions,
): ReadableStream<Uint8Array> {
  let done = 0;
  async function* content(source: Source) {
    for await (const chunk of readChunks(source, 0, source.size)) {
      signal?.throwIfAborted();
      // Copied, since the streams behind hold more pieces at once than a source leaves unchanged.
      yield chunk.slice();
      done += chunk.length;
      onProgress?.(done);
    }
  }
  const paths = distinctPaths(sources.map(({ path }) => safePath(path)));
  const zip = makeZip(
    sources.map((source, i) => ({
      name: paths[i] as string,
      size: source.size,
      input: content(source),
      ...zipDate(source.modifiedAtMs),
    })),
  );
  return sources.length < TOO_MANY_FOR_16_BITS ? zip : zip.pipeThrough(addWideEnd(() => sources.length));
}

/** Small pieces are collected up to this size: a ZIP has six of them for each file. */
const GATHERED_BYTES = 65_536;

/**
 * Deflate that takes a piece only when the last one is done. If one pipes into it directly, Node's accepts
 * 16,384 pieces of any length, so the whole file would be in memory.
 */
function startDeflate(): ReadableWritablePair<Uint8Array, Uint8Array> {
  const { readable, writable } = new CompressionStream("deflate");
  const writer = writable.getWriter();
  let gathered: Bytes[] = [];
  let size = 0;
  const flush = async () => {
    const all = gathered.length === 1 ? gathered[0] : concatBytes(...gathered);
    gathered = [];
    size = 0;
    if (all && all.length > 0) await writer.write(all);
  };
  const gate = new WritableStream<Bytes>({
    async write(piece) {
      gathered.push(piece);
      size += piece.length;
      if (size >= GATHERED_BYTES) await flush();
    },
    async close() {
      await flush();
      await writer.close();
    },
    abort: (reason) => writer.abort(reason),
  });
  return { readable, writable: gate } as ReadableWritablePair;
}

/**
 * A stream's bytes in pieces of {@link CHUNK_BYTES}, the last one shorter. The piece is overwritten by the
 * next.
 */
async function* inChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  const reader = stream.getReader();
  let filled = 0;
  try {
    for (let { value } = await reader.read(); value; { value } = await reader.read()) {
      for (let at = 0; at < value.length; ) {
        const part = value.subarray(at, at + CHUNK_BYTES - filled);
        chunk.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < CHUNK_BYTES) continue;
        yield chunk;
        filled = 0;
      }
    }
    if (filled > 0) yield chunk.subarray(0, filled);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function encryptInto(
  md5: Digest,
  sources: readonly Source[],
  key: FileKey,
  sink: Sink,
  options: EncryptOptions,
): Promise<EncryptOutcome> {
  const iv = randomBytes(IV_BYTES);
  const gcm = await startGcm(key, iv);
  let size = 0;
  const write = async (bytes: Bytes) => {
    size += bytes.length;
    await Promise.all([md5.update(bytes), sink.write(bytes)]);
  };
  await write(writePrefix(iv, options.version, options.phoneEnding));
  let sealed = 0;
  const packed = zipOf(sources, options).pipeThrough(startDeflate());
  for await (const chunk of inChunks(packed)) {
    options.signal?.throwIfAborted();
    sealed += chunk.length;
    if (sealed > LONGEST_PLAINTEXT) return { outcome: "too-large" };
    await write(await gcm.encrypt(chunk));
  }
  await write(await gcm.tagAfter(new Uint8Array(0)));
  await sink.write(await md5.end());
  return { outcome: "encrypted", size: size + 16 };
}

/**
 * Packs files into one and encrypts it with a key.
 *
 * Commits only what is whole; aborts when a file cannot be read, the sink fails or the signal is aborted, and
 * rejects then.
 */
export async function encrypt(
  sources: readonly Source[],
  key: FileKey,
  sink: Sink,
  options: EncryptOptions,
): Promise<EncryptOutcome> {
  let isKept = false;
  try {
    const total = sources.reduce((sum, source) => sum + source.size, 0);
    if (total > LONGEST_PLAINTEXT) return { outcome: "too-large" };
    const md5 = await options.startMd5();
    const done = await encryptInto(md5, sources, key, sink, options).finally(() => md5.stop());
    if (done.outcome === "encrypted") {
      options.signal?.throwIfAborted();
      await sink.commit();
      isKept = true;
    }
    return done;
  } finally {
    if (!isKept) await sink.abort();
  }
}
