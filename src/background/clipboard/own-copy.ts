/**
 * Whether what Sixtyfour itself has copied may be on the clipboard. A key that is copied here and pasted here says
 * nothing about any other place.
 *
 * Sixtyfour cannot read the clipboard. So it notes when it begins to hold a copy of ours, and when it surely holds
 * none any more: our own clearing has succeeded, or something else was copied in our pages. What other programs
 * copy in between is not known, and nothing is concluded from time alone.
 *
 * The note also outlives the browser: whoever quits before the clearing leaves the key there. It says nothing but
 * a time.
 */
import { exact, read, type TypeOf, timeOrNull } from "../../core/schema.ts";
import type { Ports } from "../ports.ts";

const OWN_COPY = "clipboard.own-copy";
/** The system takes the change of its clipboard over a little later. */
const MARGIN_MS = 1_000;

/** `untilMs`: it may have been ours up to then; null: it may be still. */
const noteSchema = exact({ untilMs: timeOrNull });
type Note = TypeOf<typeof noteSchema>;

export function createOwnCopy({
  session,
  lasting,
  nowMs,
  faults,
}: Pick<Ports, "session" | "lasting" | "nowMs" | "faults">) {
  /** What was noted in this run of the browser is newer than what was left over. */
  const noted = async (): Promise<Note | null> =>
    read(noteSchema, await session.get(OWN_COPY)) ??
    read(noteSchema, await lasting.get(OWN_COPY).catch(() => null));

  /** A disk that is full must not keep a key from being copied out. */
  async function note(next: Note): Promise<void> {
    await session.set(OWN_COPY, next);
    await lasting.set(OWN_COPY, next).catch((reason) => faults.log("storage-failed", reason));
  }

  return {
    /** Before the clipboard is written. @returns takes it back, where nothing was written. */
    async begin(): Promise<() => Promise<void>> {
      const before = await noted();
      await note({ untilMs: null });
      return () => note(before ?? { untilMs: 0 });
    },

    /** It holds nothing of ours any more. */
    async end(): Promise<void> {
      const now = await noted();
      if (now && now.untilMs === null) await note({ untilMs: nowMs() + MARGIN_MS });
    },

    /**
     * The clipboard is empty: what is pasted from now on is not ours. What was pasted before, in another window,
     * still is.
     */
    forget: () => note({ untilMs: nowMs() }),

    async covers(atMs: number): Promise<boolean> {
      const now = await noted();
      return now !== null && (now.untilMs === null || atMs <= now.untilMs);
    },
  };
}
