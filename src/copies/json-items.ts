/** Finds keys in parsed JSON: each value is an entry, and every text in it is searched. */
import { fail, type Result } from "../core/errors.ts";
import type { FilePlace } from "../core/keyring/verified-places.ts";
import { type Item, startCollecting } from "./collect.ts";
import { type Found, type ImportError, MOST_ENTRIES_READ } from "./found.ts";
import { textAt, textsIn, valueAt } from "./json-walk.ts";
import { mayHoldKey } from "./key-search.ts";

function timeIn(text: string): number | null {
  const atMs = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

/** Names as Bitwarden gives them; in the JSON of others they are often the same, or missing. */
function itemOf(value: unknown): Item | null {
  const texts = textsIn(value, mayHoldKey);
  const login = valueAt(value, "login");
  return (
    texts && {
      title: textAt(value, "name"),
      username: textAt(login, "username"),
      notes: textAt(value, "notes"),
      createdAtMs: timeIn(textAt(value, "creationDate")),
      texts,
    }
  );
}

/** Never throws. @param keptIn - as in {@link Found}. */
export function readItems(
  values: readonly unknown[],
  keptIn: FilePlace | null = null,
): Result<Found, ImportError> {
  if (values.length > MOST_ENTRIES_READ) return fail("too-many-entries");
  const collector = startCollecting(keptIn);
  for (const value of values) {
    const item = itemOf(value);
    if (!item) return fail("damaged");
    collector.add(item);
  }
  return collector.result();
}
