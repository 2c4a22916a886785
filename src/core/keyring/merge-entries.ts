/** Several states of one entry become one: see `merge-keyrings.ts` for what is kept. */

import { mergeMarks } from "./entry-marks.ts";
import type { Entry, KeyPlace } from "./opened-keyring.ts";
import { LONGEST_NOTE } from "./storage-budget.ts";
import { withoutGone } from "./verified-places.ts";

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.max(a, b)), null);
}

/** Of verified and gone, the later one counts. */
function mergePlace(one: KeyPlace, other: KeyPlace): KeyPlace {
  const verifiedAtMs = latest([one.verifiedAtMs, other.verifiedAtMs]);
  const goneAtMs = latest([one.goneAtMs, other.goneAtMs]);
  const isGone = goneAtMs !== null && goneAtMs >= (verifiedAtMs ?? 0);
  return {
    place: one.place,
    ...(isGone ? { verifiedAtMs: null, goneAtMs } : { verifiedAtMs, goneAtMs: null }),
  };
}

/** Every place once; of too many, those go that have long since lost the key. */
function mergePlaces(places: readonly KeyPlace[]): KeyPlace[] {
  const byPlace = new Map<string, KeyPlace>();
  for (const one of places) byPlace.set(one.place, mergePlace(byPlace.get(one.place) ?? one, one));
  return withoutGone([...byPlace.values()]);
}

/**
 * The first note, then the lines of the others that are not in it. Whole lines are left out beyond the bound.
 */
function mergeNotes([newest = "", ...others]: readonly string[]): { note: string; isShortened: boolean } {
  const seen = new Set(newest.split("\n"));
  let note = newest;
  let isShortened = false;
  for (const line of others.flatMap((other) => other.split("\n"))) {
    if (line.trim() === "" || seen.has(line)) continue;
    seen.add(line);
    const longer = note === "" ? line : `${note}\n${line}`;
    if (longer.length > LONGEST_NOTE) isShortened = true;
    else note = longer;
  }
  return { note, isShortened };
}

/**
 * @param states - of one key, the newest first, one or more.
 * @returns the entry; its `id` and `supersededBy` are the newest's and still to be settled.
 */
export function mergeEntries(states: readonly Entry[]): { entry: Entry; isShortened: boolean } {
  const [newest] = states;
  if (newest === undefined) throw new RangeError("nothing to merge");
  const filled = (texts: readonly string[]) => texts.find((text) => text !== "") ?? "";
  const { note, isShortened } = mergeNotes(states.map((e) => e.note));
  const entry: Entry = {
    ...newest,
    label: filled(states.map((e) => e.label)),
    phoneEnding: filled(states.map((e) => e.phoneEnding)),
    note,
    origin: states.some((e) => e.origin === "generated") ? "generated" : "whatsapp",
    createdAtMs: Math.min(...states.map((e) => e.createdAtMs)),
    lastUsedAtMs: latest(states.map((e) => e.lastUsedAtMs)),
    testedAtMs: latest(states.map((e) => e.testedAtMs)),
    marks: mergeMarks(states.flatMap((e) => e.marks)),
    places: mergePlaces(states.flatMap((e) => e.places)),
    deletedAtMs: states.some((e) => e.deletedAtMs === null) ? null : latest(states.map((e) => e.deletedAtMs)),
  };
  return { entry, isShortened };
}
