/**
 * Where a sealed file really ends, when its tag is not where the file ends: something may follow it, a
 * newline of a mail program, the zeros of a disk, a page of a failed download.
 *
 * The tag itself shows the place: no key is needed to try one more, and none is right by chance. It is looked
 * for in the last {@link SEARCHED_BYTES} before any zeros. A zlib payload ends itself, so its tag is found
 * behind it whatever follows.
 */
import type { Bytes } from "../core/bytes.ts";
import { startExactInflate } from "./exact-inflate.ts";
import { startGcm } from "./gcm-stream.ts";
import { MD5_BYTES, TAG_BYTES } from "./magic.ts";
import {
  type Checked,
  type Layout,
  type Opener,
  type PassOptions,
  type PlaintextVisitor,
  passThrough,
} from "./sealed-pass.ts";
import { CHUNK_BYTES, readChunks, type Source } from "./source.ts";
import { judge } from "./verdict.ts";

/** So much of a file's end is searched byte by byte. */
export const SEARCHED_BYTES = 65_536;

const FOOTER_BYTES = TAG_BYTES + MD5_BYTES;

export async function endsInZeros(source: Source, { dataOffset, dataEnd }: Layout): Promise<boolean> {
  const last = await source.read(Math.max(dataOffset, dataEnd - TAG_BYTES), dataEnd);
  return last.every((byte) => byte === 0);
}

/** Where the zeros begin with which the file ends. */
async function zerosFrom(source: Source, { dataOffset, dataEnd }: Layout): Promise<number> {
  for (let end = dataEnd; end > dataOffset; ) {
    const start = Math.max(dataOffset, end - CHUNK_BYTES);
    const last = (await source.read(start, end)).findLastIndex((byte) => byte !== 0);
    if (last !== -1) return start + last + 1;
    end = start;
  }
  return dataOffset;
}

/** Offset of the tag in the file, found by the tag itself. */
async function tagBeforeEnd(source: Source, layout: Layout, opener: Opener, signal?: AbortSignal) {
  const { dataOffset, dataEnd } = layout;
  // Tag and MD5 may end in zeros themselves.
  const end = Math.min(dataEnd, (await zerosFrom(source, layout)) + FOOTER_BYTES);
  const blocks = Math.max(0, Math.ceil((end - dataOffset - SEARCHED_BYTES) / TAG_BYTES));
  const start = dataOffset + blocks * TAG_BYTES;
  const gcm = await startGcm(opener.key, opener.iv);
  for await (const chunk of readChunks(source, dataOffset, start)) {
    signal?.throwIfAborted();
    await gcm.absorb(chunk);
  }
  const found = gcm.findTag(await source.read(start, end));
  return found === null ? null : start + found;
}

/** Offset in the file at which the zlib payload ends by itself. Null: it does not, or it is broken. */
async function zlibEnd(
  source: Source,
  { dataOffset, dataEnd }: Layout,
  opener: Opener,
  signal?: AbortSignal,
): Promise<number | null> {
  const gcm = await startGcm(opener.key, opener.iv);
  const inflater = startExactInflate(async () => signal?.throwIfAborted());
  let end = dataOffset;
  for await (const chunk of readChunks(source, dataOffset, dataEnd)) {
    end += await inflater.write(await gcm.decrypt(chunk));
    if (inflater.state() !== "open") break;
  }
  return inflater.state() === "ended" ? end : null;
}

/** Is the tag of all before it at this place of the file? Compares as many of its bytes as are there. */
export async function tagBytesAt(
  source: Source,
  { dataOffset, dataEnd }: Layout,
  opener: Opener,
  at: number,
): Promise<{ right: boolean; bytes: number }> {
  const gcm = await startGcm(opener.key, opener.iv);
  let last: Bytes = new Uint8Array(0);
  for await (const chunk of readChunks(source, dataOffset, at)) {
    if (chunk.length < CHUNK_BYTES) last = chunk;
    else await gcm.absorb(chunk);
  }
  const tag = await gcm.tagAfter(last);
  const there = await source.read(at, Math.min(at + TAG_BYTES, dataEnd));
  return { right: there.every((byte, i) => byte === tag[i]), bytes: there.length };
}

/**
 * The file without what follows it. Null: no end was found, or there is none to look for, because the tag is
 * right, the checksum is, or the key is not.
 *
 * @param checked - what reading the file as it is has given.
 */
export async function findEnd(
  source: Source,
  layout: Layout,
  opener: Opener,
  { start, tag, md5 }: Checked,
  signal?: AbortSignal,
): Promise<Layout | null> {
  const isSettled = tag === "ok" || md5 === "ok" || start.fit === "none";
  if (isSettled || layout.dataEnd - layout.dataOffset < TAG_BYTES) return null;
  let at = await tagBeforeEnd(source, layout, opener, signal);
  if (at === null && start.zlib) {
    const end = await zlibEnd(source, layout, opener, signal);
    const isTag = end === null ? null : await tagBytesAt(source, layout, opener, end);
    if (isTag?.right && isTag.bytes === TAG_BYTES) at = end;
  }
  if (at === null) return null;
  const withMd5 = at + FOOTER_BYTES;
  const mayHaveMd5 = layout.mayHaveMd5 && withMd5 <= layout.dataEnd;
  return { ...layout, dataEnd: mayHaveMd5 ? withMd5 : at + TAG_BYTES, mayHaveMd5 };
}

/**
 * Reads a file of which {@link findEnd} has found the end. Says what stands behind it.
 *
 * @param whole - the layout of the file with everything that it holds.
 */
export async function passToEnd(
  source: Source,
  whole: Layout,
  end: Layout,
  opener: Opener,
  options: PassOptions,
  visit: PlaintextVisitor | null,
): Promise<Checked> {
  const checked = await passThrough(source, end, opener, options, visit);
  const { start } = checked;
  const behind = whole.dataEnd - end.dataEnd;
  // Media and backups of several files, which are bare ZIPs, have no checksum: that is another's bytes.
  const hasMd5 = whole.mayHaveMd5 && start.fit !== "none" && start.zlib;
  if (checked.md5 === "bad" && !hasMd5)
    return { ...checked, verdict: "right-key", md5: "absent", after: behind + MD5_BYTES };
  // A checksum that is cut off is one that does not fit.
  if (checked.md5 === "absent" && hasMd5)
    return { ...checked, verdict: judge(start.fit, "bad", checked.tag), md5: "bad" };
  return { ...checked, after: behind };
}
