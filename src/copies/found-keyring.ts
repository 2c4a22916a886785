/** What an import found, beside what is here, and the part of it that is taken in. */

import { randomId } from "../core/bytes.ts";
import { keyIdOf } from "../core/key/backup-key.ts";
import { takenIn } from "../core/keyring/clamp-imported.ts";
import type { DatedKeyring } from "../core/keyring/merge-keyrings.ts";
import { type Entry, emptyKeyring } from "../core/keyring/opened-keyring.ts";
import { parseVaultAccount } from "../core/keyring/vault-record.ts";
import type { Found, FoundKey } from "./found.ts";

/** An entry that is here, without its key. */
type KnownEntry = Pick<Entry, "origin" | "createdAtMs" | "deletedAtMs"> & { keyId: string };

export type FoundRow = {
  found: FoundKey;
  keyId: string;
  /** The entry that has this key already, deleted ones too. */
  there: KnownEntry | null;
};

export function rowsOf({ keys }: Found, entries: readonly KnownEntry[]): FoundRow[] {
  const byPrint = new Map(entries.map((entry) => [entry.keyId, entry]));
  return keys.map((found) => {
    const print = keyIdOf(found.key);
    return { found, keyId: print, there: byPrint.get(print) ?? null };
  });
}

/**
 * A key of another's file as an entry. Where it is here already it counts as later than that, so that id and
 * date stay as they are: also where only its Key ID is the same, which can be made so (2⁴⁰ tries).
 */
function entryOf({ found, there }: FoundRow, nowMs: number): Entry {
  const { key, label, phoneEnding, note, origin, createdAtMs } = found;
  return {
    id: randomId(),
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
  };
}

/**
 * The chosen rows of an import as a keyring to be merged: from our own files with all that they say of them.
 */
export function keyringOf({ state }: Found, chosen: readonly FoundRow[], nowMs: number): DatedKeyring {
  if (state === null) {
    const entries = chosen.map((row) => entryOf(row, nowMs));
    return { keyring: takenIn({ ...emptyKeyring(), entries }, nowMs), atMs: 0 };
  }
  const keys = new Set(chosen.map(({ found }) => found.key));
  const entries = state.keyring.entries.filter(({ key }) => keys.has(key));
  const ids = new Set(entries.map(({ id }) => id));
  const isWhole = entries.length === state.keyring.entries.length;
  // Records in vaults come with their keys, and what was forgotten of them only with everything.
  const vaults = state.keyring.vaults.filter(
    ({ text }) => isWhole || ids.has(parseVaultAccount(text)?.entryId ?? ""),
  );
  return { keyring: takenIn({ ...state.keyring, entries, vaults }, nowMs), atMs: state.atMs };
}
