/** Gathers the keys of an import: each once, with every place it stood in and what is known of it. */

import { fail, ok, type Result } from "../core/errors.ts";
import { type BackupKey, formatBackupKey, keyIdOf } from "../core/key/backup-key.ts";
import { LONGEST_LABEL, LONGEST_NOTE } from "../core/keyring/storage-budget.ts";
import type { FilePlace } from "../core/keyring/verified-places.ts";
import { MADE_HERE, MADE_HERE_TITLE } from "./export-entry.ts";
import { shortened, toOneLine } from "./foreign-text.ts";
import { type Found, type FoundKey, MOST_KEYS_FOUND } from "./found.ts";
import { findKeys, mayHoldKey } from "./key-search.ts";
import { readNotes } from "./notes.ts";

/** One login, note or row as any format gives it. Texts are searched in this order. */
export type Item = {
  title: string;
  username: string;
  notes: string;
  createdAtMs: number | null;
  /** Every text of the item that may hold a key: the file's own word for the field, and the text. */
  texts: readonly (readonly [string, string])[];
};

/** No more places are listed for one key: a file may hold it a million times. */
const MOST_PLACES = 100;
/**
 * The last day of the year 9999: a later year does not fit into four digits. Dates before 1970 are not taken
 * either.
 */
const LAST_DAY_MS = 253_402_300_799_999;
/** Titles that Sixtyfour wrote hold nothing that would make a useful label. */
const OUR_TITLE = /^(WhatsApp backup key|Sixtyfour file key)( \(…\d{0,4}\))?$/;

/** The ending that our usernames name, or the last two digits of a phone number. */
function endingIn(username: string): string {
  const ours = /^…(\d{1,4})(?= |$)/.exec(username)?.[1];
  if (ours !== undefined) return ours;
  const digits = username.replace(/[\s()./-]/g, "");
  return /^\+?\d{7,15}$/.test(digits) ? digits.slice(-2) : "";
}

export type Collector = {
  add(item: Item): void;
  /** `too-many-entries` above {@link MOST_KEYS_FOUND} keys: a list of hashes, not of keys. */
  result(): Result<Found, "too-many-entries">;
};

/** @param keptIn - as in {@link Found}. */
export function startCollecting(keptIn: FilePlace | null = null): Collector {
  const keys = new Map<string, FoundKey>();
  let entries = 0;
  let ignored = 0;

  /** @param key - the first one in it. */
  const describe = (item: Item, key: BackupKey): Omit<FoundKey, "key" | "places" | "isDoubtful"> => {
    const { label, phoneEnding, createdAtMs, note } = readNotes(item.notes);
    const name = label ?? (OUR_TITLE.test(item.title) ? "" : item.title);
    const atMs = createdAtMs ?? item.createdAtMs;
    // Our username where no ending is known; one in ten thousand has digits only, like a phone number.
    const isKeyId = item.username === keyIdOf(key);
    return {
      label: holdsNoKey(name) ? shortened(toOneLine(name), LONGEST_LABEL) : "",
      phoneEnding: phoneEnding ?? (isKeyId ? "" : endingIn(item.username)),
      origin: isMadeHere(item) ? "generated" : "whatsapp",
      note: note !== null && holdsNoKey(note) ? shortened(note, LONGEST_NOTE) : "",
      createdAtMs: atMs !== null && atMs >= 0 && atMs <= LAST_DAY_MS ? atMs : null,
    };
  };

  return {
    add(item) {
      entries++;
      const here = new Set<FoundKey>();
      const keyIds = new Set<string>();
      let about: ReturnType<typeof describe> | undefined;
      for (const [field, text] of item.texts) {
        if (!mayHoldKey(text) || keys.size > MOST_KEYS_FOUND) continue;
        for (const key of findKeys(text)) {
          about ??= describe(item, key);
          const hex = formatBackupKey(key);
          const known = keys.get(hex) ?? { key, ...about, isDoubtful: false, places: [] };
          keys.set(hex, known);
          if (known.places.length < MOST_PLACES)
            known.places.push({ entry: entries, field: shortened(field, LONGEST_LABEL) });
          here.add(known);
          keyIds.add(keyIdOf(key));
        }
      }
      if (here.size === 0) {
        ignored++;
        return;
      }
      const written = readNotes(item.notes).keyId;
      if (written !== null && !keyIds.has(written)) for (const found of here) found.isDoubtful = true;
    },
    result: () =>
      keys.size > MOST_KEYS_FOUND
        ? fail("too-many-entries")
        : ok({ keys: [...keys.values()], entries, ignored, keptIn, state: null }),
  };
}

/** Only Sixtyfour writes such a username, and a manager that drops title and notes still keeps it. */
function isMadeHere({ title, notes }: Item): boolean {
  return title.startsWith(MADE_HERE_TITLE) || notes.includes(MADE_HERE);
}

/** Labels and notes are shown without the key being asked for. */
function holdsNoKey(text: string): boolean {
  return !mayHoldKey(text) || findKeys(text).length === 0;
}
