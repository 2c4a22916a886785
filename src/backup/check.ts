/** The whole file: tag, MD5, and the verdict that only both together allow. */

import type { Kind } from "./kind.ts";
import { readMetadata, tryMetadata } from "./media.ts";
import { type Checked, layoutOf, type Opener, type PassOptions, passThrough } from "./sealed-pass.ts";
import type { Source } from "./source.ts";
import { findEnd, passToEnd } from "./true-end.ts";

const NOT_A_BACKUP: Checked = {
  verdict: "not-a-backup",
  md5: "unread",
  tag: "unread",
  start: { fit: "none" },
};

/** Checks a backup or a media file; rejects when it cannot be read, or when the signal is aborted. */
export async function checkWhole(
  source: Source,
  kind: Kind,
  opener: Opener,
  options: PassOptions,
): Promise<Checked> {
  const layout = layoutOf(kind, source.size);
  if (!layout) return NOT_A_BACKUP;
  const checked = await passThrough(source, layout, opener, options, null);
  const end = await findEnd(source, layout, opener, checked, options.signal);
  return end ? passToEnd(source, layout, end, opener, options, null) : checked;
}

/** @param keys - 64 bytes, as `deriveFor` gives them for `media-metadata`. Its MAC stands as the tag. */
export async function checkMetadata(source: Source, keys: Uint8Array<ArrayBuffer>): Promise<Checked> {
  const metadata = readMetadata(await source.read(0, source.size));
  if (!metadata) return NOT_A_BACKUP;
  const { answer } = await tryMetadata(keys, metadata);
  const isRight = answer === "right-key";
  return {
    verdict: answer,
    md5: "absent",
    tag: isRight ? "ok" : "bad",
    start: answer === "not-its-key" ? { fit: "none" } : { fit: "known", kind: null, zlib: false },
  };
}
