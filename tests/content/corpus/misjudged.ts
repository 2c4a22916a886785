/** What the finder makes of the corpus and should not: exact lists, to be changed with what changes them. */
import { LAYOUTS } from "./layouts.ts";

const EVERY = Object.keys(LAYOUTS);
const BOXES = EVERY.filter((layout) => layout.endsWith("16 boxes"));
const SINGLE = EVERY.filter((layout) => !BOXES.includes(layout));

const named = (kind: string, layouts: readonly string[], groups: readonly string[]) =>
  groups.flatMap((group) => layouts.map((layout) => `${kind}, ${group}, ${layout}`));

/**
 * Boxes that make 64 are believed in any words but those against it; of fields none is offered. None is
 * missed.
 */
export const MISJUDGED: readonly string[] = named("OTHER_FIELDS", BOXES, [
  "en: Key facts / Key facts",
  "en: Piano lesson / Number of keys",
  "en: Add a song / Key",
  "de: Schlüsseldienst / Straße",
]);

/** Missed: 64 in words, in a field for anything. None is offered falsely. */
export const MISJUDGED_UNSEEN: readonly string[] = named(
  "unseen restore",
  SINGLE.filter((layout) => layout === "dialog beside a chat"),
  ["en: End-to-end encrypted backup / Backup encryption key"],
);

/** Missed: 64 in words. None is offered falsely. */
export const MISJUDGED_MORE: readonly string[] = named(
  "more restore",
  SINGLE.filter((layout) => layout === "dialog beside a chat"),
  ["zh: 解密備份 / 備份金鑰"],
);
