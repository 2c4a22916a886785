/**
 * What is noted of a key by name, such as that others have seen it. A mark that this program does not know is kept
 * as it is, so that a later one can add marks without a new version of the body.
 *
 * A mark that was taken away stays noted: an older state that is merged in brings it not back.
 */
import { MOST_MARKS } from "./storage-budget.ts";

/** `exposed`: others may have seen the key, so WhatsApp should make a new one. */
export const MARK_NAMES = ["exposed"] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** `name`: of {@link MARK_NAMES} or a later program's. `atMs`: when it was set or taken away. */
export type Mark = { name: string; isSet: boolean; atMs: number };

type Marked = { readonly marks: readonly Mark[] };

const isKnown = ({ name }: Mark): boolean => (MARK_NAMES as readonly string[]).includes(name);

/** The known ones, and of the others as many as there is room for. */
function bounded(marks: readonly Mark[]): Mark[] {
  const known = marks.filter(isKnown);
  return [...known, ...marks.filter((mark) => !isKnown(mark)).slice(0, MOST_MARKS - known.length)];
}

/** Since when the key counts as exposed; null if it does not. */
export function exposedAtMs({ marks }: Marked): number | null {
  const mark = marks.find(({ name }) => name === "exposed");
  return mark?.isSet ? mark.atMs : null;
}

/** The marks with this one set, or taken away. */
export function withMark({ marks }: Marked, name: MarkName, isSet: boolean, nowMs: number): Mark[] {
  return bounded([...marks.filter((mark) => mark.name !== name), { name, isSet, atMs: nowMs }]);
}

/** Of each mark the latest word counts; of two at one time, that it is set. */
export function mergeMarks(marks: readonly Mark[]): Mark[] {
  const byName = new Map<string, Mark>();
  for (const mark of marks) {
    const other = byName.get(mark.name);
    const isLater = !other || mark.atMs > other.atMs || (mark.atMs === other.atMs && mark.isSet);
    if (isLater) byName.set(mark.name, mark);
  }
  return bounded([...byName.values()]);
}

/** From a file: no prepared one takes our warning away, and no time is later than now. */
export function importedMarks({ marks }: Marked, nowMs: number): Mark[] {
  return marks
    .filter((mark) => mark.isSet || !isKnown(mark))
    .map((mark) => ({ ...mark, atMs: Math.min(mark.atMs, nowMs) }));
}
