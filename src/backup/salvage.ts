/**
 * Saves what can still be read of a damaged file, under the right key.
 *
 * GCM has one tag for everything, so of a damaged file nothing is verified: what comes out is whatever the key
 * makes of the bytes, up to the first place that cannot be unpacked. It is kept apart from `open`, which gives
 * verified files alone, and its outcome is never called complete. A header that is damaged is looked behind
 * (`find-data.ts`).
 */
import type { Bytes } from "../core/bytes.ts";
import { type ExactInflater, type InflateState, startExactInflate } from "./exact-inflate.ts";
import { type Facts, observe } from "./facts.ts";
import { findData } from "./find-data.ts";
import { startGcm } from "./gcm-stream.ts";
import type { Kind } from "./kind.ts";
import { MD5_BYTES, TAG_BYTES } from "./magic.ts";
import type { OpenOptions, Sink } from "./open.ts";
import { hasZlibHeader } from "./payload.ts";
import { type Layout, layoutOf, type Opener, passThrough, readStart, type Start } from "./sealed-pass.ts";
import { readChunks, type Source } from "./source.ts";
import { findEnd, tagBytesAt } from "./true-end.ts";

/** The end of the name of every salvaged file. */
export const UNVERIFIED_ENDING = ".unverified";

export type SalvageOptions = OpenOptions & {
  /** Something else has shown that the key is right. Of media, nothing else does. */
  isKeyKnown: boolean;
};

export type Salvaged = {
  facts: Facts;
  /** Whether a tag shows that all that came out is unchanged. */
  isAuthentic: boolean;
  /** Bytes of a tag that is cut short, where those that are there fit: 0 if there are none. */
  tagBytes: number;
  /**
   * How the compressed content ended; `cut`: it goes on where the file ends. Null: it is not compressed, and
   * shows no damage.
   */
  end: Exclude<InflateState, "open"> | "cut" | null;
  /** Offset in the file up to which it could be read, and the file's bytes. */
  readTo: number;
  fileBytes: number;
  /** Where the data was found behind a damaged header. Null: the header is right. */
  foundAt: number | null;
};

export type SalvageOutcome =
  | { outcome: "salvaged"; salvaged: Salvaged }
  /** The key opens no part of it. */
  | { outcome: "nothing" }
  | { outcome: "too-large" };

const FOOTER_BYTES = TAG_BYTES + MD5_BYTES;

type Place = { layout: Layout; opener: Opener; start: Start; foundAt: number | null };

/** Where readable data begins. Null: nowhere under this key. */
async function findPlace(
  source: Source,
  kind: Kind,
  opener: Opener,
  options: SalvageOptions,
): Promise<Place | null> {
  const layout = layoutOf(kind, source.size);
  const start = layout && (await readStart(source, layout, opener));
  if (layout && start && (start.fit === "known" || (layout.isMedia && options.isKeyKnown)))
    return { layout, opener, start, foundAt: null };
  if (layout?.isMedia) return null;
  const found = await findData(source, kind, opener.key, options.signal);
  if (!found) return layout && start?.fit === "plausible" ? { layout, opener, start, foundAt: null } : null;
  const foundOpener = { ...opener, iv: found.iv };
  return {
    layout: found.layout,
    opener: foundOpener,
    start: await readStart(source, found.layout, foundOpener),
    foundAt: found.layout.dataOffset,
  };
}

/** Does any readable data begin under this key? The other parameters are those of {@link salvage}. */
export async function canSalvage(
  source: Source,
  kind: Kind,
  opener: Opener,
  options: SalvageOptions,
): Promise<boolean> {
  return (await findPlace(source, kind, opener, options)) !== null;
}

/** Is this a file in which a backup may be: one with a header that reads, or with the name of one? */
export function maySalvage(kind: Kind): boolean {
  if (kind.kind === "other") return ["cut-header", "damaged-header", "unknown"].includes(kind.look);
  return kind.kind === "media" || "prefix" in kind;
}

class TooLargeError extends Error {}

/** What came out, and how the reading ended. `readTo`: offset in the file. */
type Read = { end: Salvaged["end"]; readTo: number };

/** Where the content ends that its tag verifies. Null: no tag does. */
async function verifiedEnd(
  source: Source,
  { layout, opener }: Place,
  { signal }: SalvageOptions,
): Promise<number | null> {
  const options = { startMd5: null, ...(signal ? { signal } : {}) };
  const checked = await passThrough(source, layout, opener, options, null);
  if (checked.tag === "ok") return layout.dataEnd - (checked.md5 === "absent" ? TAG_BYTES : FOOTER_BYTES);
  const end = await findEnd(source, layout, opener, checked, signal);
  return end && end.dataEnd - (end.mayHaveMd5 ? FOOTER_BYTES : TAG_BYTES);
}

/** Unpacks one zlib stream after the other. What follows them comes out as it is if it is authentic. */
async function unpack(
  source: Source,
  { layout, opener }: Place,
  isAuthentic: boolean,
  take: (bytes: Bytes) => Promise<void>,
  options: SalvageOptions,
): Promise<Read> {
  const gcm = await startGcm(opener.key, opener.iv);
  let inflater: ExactInflater | null = startExactInflate(take);
  let end: Read["end"] = "cut";
  let readTo = layout.dataOffset;
  for await (const chunk of readChunks(source, layout.dataOffset, layout.dataEnd)) {
    options.signal?.throwIfAborted();
    let rest: Bytes = await gcm.decrypt(chunk);
    while (rest.length > 0 && end === "cut") {
      inflater ??= hasZlibHeader(rest) ? startExactInflate(take) : null;
      if (!inflater) {
        end = "ended";
        break;
      }
      const used = await inflater.write(rest);
      readTo += used;
      rest = rest.subarray(used);
      const state = inflater.state();
      if (state === "ended" && isAuthentic) inflater = null;
      else if (state !== "open") end = state;
    }
    options.onProgress?.(readTo);
    if (end === "cut") continue;
    if (end !== "ended" || !isAuthentic) break;
    await take(rest);
    readTo += rest.length;
  }
  return { end: inflater === null ? "ended" : end, readTo };
}

async function copyPlain(
  source: Source,
  { layout, opener }: Place,
  take: (bytes: Bytes) => Promise<void>,
  options: SalvageOptions,
): Promise<Read> {
  const gcm = await startGcm(opener.key, opener.iv);
  let readTo = layout.dataOffset;
  for await (const chunk of readChunks(source, layout.dataOffset, layout.dataEnd)) {
    options.signal?.throwIfAborted();
    await take(await gcm.decrypt(chunk));
    readTo += chunk.length;
    options.onProgress?.(readTo);
  }
  return { end: null, readTo };
}

async function salvageInto(
  source: Source,
  kind: Kind,
  given: Opener,
  sink: Sink,
  options: SalvageOptions,
): Promise<SalvageOutcome> {
  const place = await findPlace(source, kind, given, options);
  if (!place) return { outcome: "nothing" };
  const { layout, opener, start, foundAt } = place;
  const observer = observe();
  let size = 0;
  const take = async (bytes: Bytes) => {
    size += bytes.length;
    if (size > options.mostBytes) throw new TooLargeError();
    observer.see(bytes);
    await sink.write(bytes);
  };
  const whole = await verifiedEnd(source, place, options);
  const isAuthentic = whole !== null;
  const within = whole === null ? place : { ...place, layout: { ...layout, dataEnd: whole } };
  const isZlib = start.fit !== "none" && start.zlib;
  const { end, readTo } = isZlib
    ? await unpack(source, within, isAuthentic, take, options)
    : await copyPlain(source, within, take, options);
  const facts = observer.facts();
  // One wrong key in two thousand begins like zlib: without more, it is no sign of a right one.
  const isKey = start.fit === "known" || options.isKeyKnown || end === "ended" || facts.kind !== "other";
  if (size === 0 || !isKey) return { outcome: "nothing" };
  const tag = end === "ended" && !isAuthentic ? await tagBytesAt(source, layout, opener, readTo) : null;
  const tagBytes = tag?.right ? tag.bytes : 0;
  const salvaged = { facts, isAuthentic, tagBytes, end, readTo, fileBytes: source.size, foundAt };
  return { outcome: "salvaged", salvaged };
}

/**
 * Saves what can be read into a sink, and commits it, whatever is damaged. Aborts if nothing is, if more than
 * `mostBytes` would come out, and when it rejects: when the file cannot be read, the sink fails, or the signal
 * is aborted.
 *
 * @param opener - of a file whose header does not read, its IV is not used.
 */
export async function salvage(
  source: Source,
  kind: Kind,
  opener: Opener,
  sink: Sink,
  options: SalvageOptions,
): Promise<SalvageOutcome> {
  let isKept = false;
  try {
    const done = await salvageInto(source, kind, opener, sink, options);
    if (done.outcome === "salvaged") {
      options.signal?.throwIfAborted();
      await sink.commit();
      isKept = true;
    }
    return done;
  } catch (reason) {
    if (reason instanceof TooLargeError) return { outcome: "too-large" };
    throw reason;
  } finally {
    if (!isKept) await sink.abort();
  }
}
