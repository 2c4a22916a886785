/**
 * Opens a backup: decrypts and inflates it straight to where the caller wants it, never whole in memory.
 *
 * What is written before the tag is known is unverified, so the {@link Sink} keeps it apart until `commit`,
 * and `abort` removes it. The file is read once if its payload begins like a known one, and twice if only the
 * tag can tell whether the key is right. Not done here: extracting ZIPs, and choosing where the file goes.
 */
import type { Bytes } from "../core/bytes.ts";
import { checkWhole } from "./check.ts";
import { type Facts, observe } from "./facts.ts";
import { type Inflater, startInflate } from "./inflate.ts";
import type { Kind } from "./kind.ts";
import {
  type Checked,
  layoutOf,
  type Opener,
  type PassOptions,
  passThrough,
  readStart,
  type Start,
} from "./sealed-pass.ts";
import type { Source } from "./source.ts";

/**
 * Where bytes go that are not verified yet: nobody sees them before `commit`, nothing is left after `abort`.
 */
export type Sink = {
  write(bytes: Bytes): Promise<void>;
  commit(): Promise<void>;
  abort(): Promise<void>;
};

export type OpenOptions = PassOptions & {
  /** The most bytes that may come out: deflate makes a thousand of one. */
  mostBytes: number;
};

export type OpenOutcome =
  /** `checked.verdict` is `right-key`, or `damaged` where only header or checksum are. */
  | { outcome: "opened"; facts: Facts; checked: Checked }
  /** The tag is good and the payload no zlib stream to its end: nothing was kept. */
  | { outcome: "will-not-inflate"; checked: Checked }
  /** More than `mostBytes` would have come out: nothing was kept. */
  | { outcome: "too-large" }
  /** The key or the file is not right: nothing was kept. */
  | { outcome: "refused"; checked: Checked };

/** What is written when nobody says otherwise: ten times the file, and no less than 1 GiB. */
export function usualMostBytes(size: number): number {
  return Math.max(10 * size, 2 ** 30);
}

class TooLargeError extends Error {}

/**
 * Takes the plaintext to the sink: inflates zlib, counts the bytes, and notes what the file says of itself.
 */
function startOutput(start: Start, sink: Sink, mostBytes: number, onWritten: () => void) {
  const observer = observe();
  let size = 0;
  const take = async (bytes: Bytes) => {
    size += bytes.length;
    if (size > mostBytes) throw new TooLargeError();
    observer.see(bytes);
    await sink.write(bytes);
    onWritten();
  };
  const inflater: Inflater | null = start.fit !== "none" && start.zlib ? startInflate(take) : null;
  return {
    facts: () => observer.facts(),
    async write(bytes: Bytes): Promise<boolean> {
      if (inflater) return inflater.write(bytes);
      await take(bytes);
      return true;
    },
    end: async () => (inflater ? inflater.end() : true),
    stop: async () => inflater?.stop(),
  };
}

/**
 * Opens a backup or media file into a sink.
 *
 * Commits only after a good tag and aborts in every other case. It also aborts when it rejects: when the file
 * cannot be read, the sink fails, or the signal is aborted.
 */
export async function open(
  source: Source,
  kind: Kind,
  opener: Opener,
  sink: Sink,
  options: OpenOptions,
): Promise<OpenOutcome> {
  let done: OpenOutcome | null = null;
  try {
    done = await openInto(source, kind, opener, sink, options);
    if (done.outcome === "opened") {
      options.signal?.throwIfAborted();
      await sink.commit();
    }
    return done;
  } catch (reason) {
    done = null;
    if (reason instanceof TooLargeError) return { outcome: "too-large" };
    throw reason;
  } finally {
    if (done?.outcome !== "opened") await sink.abort();
  }
}

async function openInto(
  source: Source,
  kind: Kind,
  opener: Opener,
  sink: Sink,
  options: OpenOptions,
): Promise<OpenOutcome> {
  const layout = layoutOf(kind, source.size);
  let start: Start | null = layout && (await readStart(source, layout, opener));
  if (!layout || (start?.fit !== "known" && !layout.isMedia)) {
    const checked = await checkWhole(source, kind, opener, options);
    if (!layout || checked.tag !== "ok") return { outcome: "refused", checked };
  }
  start ??= { fit: "none" };
  let read = 0;
  const onProgress = (bytes: number) => {
    read = bytes;
    options.onProgress?.(read);
  };
  // A little of the file may inflate to a lot that takes long to write: that too gets on.
  const output = startOutput(start, sink, options.mostBytes, () => options.onProgress?.(read));
  try {
    let inflates = true;
    const checked = await passThrough(
      source,
      layout,
      opener,
      { ...options, onProgress },
      async (plaintext) => {
        inflates = await output.write(plaintext);
        return inflates;
      },
    );
    if (checked.tag !== "ok") return { outcome: "refused", checked };
    if (!inflates || !(await output.end())) return { outcome: "will-not-inflate", checked };
    return { outcome: "opened", facts: output.facts(), checked };
  } finally {
    await output.stop();
  }
}
