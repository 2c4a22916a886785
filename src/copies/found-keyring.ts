/** The chosen part of an import, as a keyring to be merged. */

import { randomId } from "../core/bytes.ts";
import type { DatedKeyring } from "../core/keyring/merge-keyrings.ts";
import { type Entry, emptyKeyring, KIND_OF_NEW_KEYS } from "../core/keyring/opened-keyring.ts";
import { parseVaultAccount } from "../core/keyring/vault-record.ts";
import type { Findings, FoundRow } from "./findings.ts";
import type { Found } from "./found.ts";

/**
 * A key of another's file as an entry. Where it is here already it counts as later than that, so that its date
 * stays as it is.
 */
function entryOf({ found, there }: FoundRow, nowMs: number): Entry {
  const { key, label, phoneEnding, note, origin, createdAtMs } = found;
  return {
    id: randomId(),
    kind: KIND_OF_NEW_KEYS,
    key,
    label,
    phoneEnding,
    note,
    origin: there?.origin ?? origin,
    createdAtMs: there ? there.createdAtMs + 1 : (createdAtMs ?? nowMs),
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    supersededBy: null,
    deletedAtMs: null,
    marks: [],
  };
}

/**
 * @param all - what was shown. @param chosen - the part of it that was not left out.
 * @returns from our own files all that they say of the chosen keys, but for the places that were left out.
 */
export function keyringOf({ state }: Found, all: Findings, chosen: Findings, nowMs: number): DatedKeyring {
  if (state === null) {
    const entries = chosen.rows.map((row) => entryOf(row, nowMs));
    return { keyring: { ...emptyKeyring(), entries }, atMs: 0 };
  }
  const { keyring, atMs } = state;
  const rows = new Map(chosen.rows.map((row) => [row.found.key, row]));
  const shown = new Map(all.rows.map((row) => [row.found.key, row]));
  const entries = keyring.entries.flatMap((entry) => {
    const row = rows.get(entry.key);
    if (!row) return [];
    const isIn = (of: FoundRow | undefined, place: string) => of?.places.some((one) => one.place === place);
    const places = entry.places.filter(({ place }) => isIn(row, place) || !isIn(shown.get(entry.key), place));
    return [{ ...entry, places }];
  });
  const ids = new Set(entries.map(({ id }) => id));
  const leftOut = new Set(keyring.entries.map(({ id }) => id).filter((id) => !ids.has(id)));
  const shownNotes = new Set(all.records.map(({ note }) => note.id));
  const chosenNotes = new Set(chosen.records.map(({ note }) => note.id));
  // A vault entry does not come without its key where that was left out. What nobody was shown comes with its
  // key, or with everything.
  const vaults = keyring.vaults.filter(({ id, text }) => {
    const entryId = parseVaultAccount(text)?.entryId ?? "";
    if (shownNotes.has(id)) return chosenNotes.has(id) && !leftOut.has(entryId);
    return leftOut.size === 0 || ids.has(entryId);
  });
  return { keyring: { ...keyring, entries, vaults }, atMs };
}
