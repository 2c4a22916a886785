/**
 * Opens a backup: decrypts and inflates it straight to where the caller wants it, never whole in memory.
 *
 * What is written before the tag is known is unverified, so the {@link Sink} keeps it apart until `commit`,
 * and `abort` removes it. The file is read once if its payload begins like a known one, and twice if only the
 * tag can tell whether the key is right. A file that something follows, or whose content something follows, is read
 * again to find its end. Not done here: extracting ZIPs, and choosing where the file goes.
 */
import { type Bytes, concatBytes } from "../core/bytes.ts";
import { checkWhole } from "./check.ts";
import { startExactInflate } from "./exact-inflate.ts";
import { type Facts, observe } from "./facts.ts";
import { type Inflater, startInflate } from "./inflate.ts";
import type { Kind } from "./kind.ts";
import {
  type Checked,
  type Layout,
  layoutOf,
  type Opener,
  type PassOptions,
  passThrough,
  readStart,
  type Start,
} from "./sealed-pass.ts";
import type { Source } from "./source.ts";
import { endsInZeros, findEnd, passToEnd, SEARCHED_BYTES } from "./true-end.ts";

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
  | {
      outcome: "opened";
      facts: Facts;
      checked: Checked;
      /** Bytes of the verified payload behind the end of its zlib stream: they did not come out. */
      leftOver: number;
    }
  /** The tag is good and the payload no zlib stream to its end: nothing was kept. */
  | { outcome: "will-not-inflate"; checked: Checked }
  /** More than `mostBytes` would have come out: nothing was kept. */
  | { outcome: "too-large" }
  /** The key or the file is not right: nothing was kept. */
  | { outcome: "refused"; checked: Checked };

/** Did all come out that the file says it holds? */
export function isAllOpened({ facts, leftOver }: Extract<OpenOutcome, { outcome: "opened" }>): boolean {
  return leftOver === 0 && facts.missesOf === undefined;
}

/** What is written when nobody says otherwise: ten times the file, and no less than 1 GiB. */
export function usualMostBytes(size: number): number {
  return Math.max(10 * size, 2 ** 30);
}

class TooLargeError extends Error {}

/** Takes the plaintext of one reading. */
type Reading = {
  /** Once it returns false, the rest is only checked. */
  write(plaintext: Bytes): Promise<boolean>;
  /** Whether all of it could be unpacked, and how many bytes follow the end of the compressed content. */
  end(): Promise<{ unpacked: boolean; leftOver: number }>;
};

/**
 * Takes plaintext to the sink: counts the bytes, and notes what the file says of itself. Of a second reading
 * it leaves out what the first one has written.
 */
function startOutput(sink: Sink, mostBytes: number, onWritten: () => void) {
  const observer = observe();
  let size = 0;
  let inflater: Inflater | null = null;
  const startTaking = () => {
    let at = 0;
    return async (bytes: Bytes) => {
      const fresh = bytes.subarray(Math.max(0, size - at));
      at += bytes.length;
      if (fresh.length === 0) return;
      size += fresh.length;
      if (size > mostBytes) throw new TooLargeError();
      observer.see(fresh);
      await sink.write(fresh);
      onWritten();
    };
  };
  const stop = async () => inflater?.stop();
  return {
    facts: () => observer.facts(),
    stop,
    /** Holds back what may stand behind the end of the file: only the tag shows that it does not. */
    readPlain(): Reading {
      const take = startTaking();
      let held: Bytes = new Uint8Array(0);
      const write = async (bytes: Bytes) => {
        const all = concatBytes(held, bytes);
        const shown = Math.max(0, all.length - SEARCHED_BYTES);
        held = all.slice(shown);
        await take(all.subarray(0, shown));
        return true;
      };
      const end = async () => {
        await take(held);
        return { unpacked: true, leftOver: 0 };
      };
      return { write, end };
    },
    /** At the browser's speed. */
    async readZlib(): Promise<Reading> {
      await stop();
      const started = startInflate(startTaking());
      inflater = started;
      return { write: started.write, end: async () => ({ unpacked: await started.end(), leftOver: 0 }) };
    },
    /** To the exact end of the compressed content, whatever follows it. */
    readExactly(): Reading {
      const exact = startExactInflate(startTaking());
      let leftOver = 0;
      return {
        async write(bytes) {
          leftOver += bytes.length - (await exact.write(bytes));
          return exact.state() === "open" || exact.state() === "ended";
        },
        end: async () => ({ unpacked: exact.state() === "ended", leftOver }),
      };
    },
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
  const output = startOutput(sink, options.mostBytes, () => options.onProgress?.(read));
  const isZlib = start.fit !== "none" && start.zlib;
  let end: Layout | null = null;
  const readInto = async (reading: Reading) => {
    let isWanted = true;
    const visit = async (plaintext: Bytes) => {
      isWanted = await reading.write(plaintext);
      return isWanted;
    };
    const passing = { ...options, onProgress };
    const checked = end
      ? await passToEnd(source, layout, end, opener, passing, visit)
      : await passThrough(source, layout, opener, passing, visit);
    if (checked.tag !== "ok") return { checked, unpacked: false, leftOver: 0 };
    return { checked, ...(isWanted ? await reading.end() : { unpacked: false, leftOver: 0 }) };
  };
  const readFast = async () => readInto(isZlib ? await output.readZlib() : output.readPlain());
  try {
    // Zeros may follow the file, more of them than are held back. A tag of zeros does not come by chance.
    if (!isZlib && (await endsInZeros(source, layout))) {
      const checked = await passThrough(source, layout, opener, options, null);
      end = await findEnd(source, layout, opener, checked, options.signal);
    }
    let done = await readFast();
    end ??= await findEnd(source, layout, opener, done.checked, options.signal);
    if (end && done.checked.tag !== "ok") done = await readFast();
    if (done.checked.tag !== "ok") return { outcome: "refused", checked: done.checked };
    if (!done.unpacked) done = await readInto(output.readExactly());
    const { checked, unpacked, leftOver } = done;
    if (!unpacked) return { outcome: "will-not-inflate", checked };
    return { outcome: "opened", facts: output.facts(), checked, leftOver };
  } finally {
    await output.stop();
  }
}
