/**
 * Bitwarden's unencrypted JSON: written as logins, read whatever the item's type.
 *
 * Shape: bitwarden/clients `CipherWithIdExport`, tried with `@bitwarden/cli`. Type 1 is a
 * login, field type 1 a hidden one. The key stands in the password, in a field of its own and in the note, as
 * the programs that take this format each drop another one. `reprompt` asks for the master password before
 * the item is shown.
 */

import { fail, type Result } from "../../core/errors.ts";
import { fingerprint } from "../../core/key/backup-key.ts";
import { type Item, startCollecting } from "../collect.ts";
import type { CopyEntry } from "../copy-entry.ts";
import { type CopyFormat, type Import, type ImportError, MOST_ENTRIES_READ } from "../found.ts";
import { mayHoldKey } from "../key-search.ts";
import { textAt, textsIn, valueAt } from "./json-walk.ts";

const LOGIN = 1;
const TEXT_FIELD = 0;
const HIDDEN_FIELD = 1;
const ASK_AGAIN = 1;

function itemFrom(entry: CopyEntry): object {
  const written = new Date(entry.createdAtMs).toISOString();
  return {
    type: LOGIN,
    name: entry.title,
    notes: entry.notes,
    favorite: false,
    reprompt: ASK_AGAIN,
    organizationId: null,
    folderId: null,
    collectionIds: null,
    creationDate: written,
    revisionDate: written,
    fields: [
      { name: "64-digit key", value: entry.hex, type: HIDDEN_FIELD },
      { name: "Fingerprint", value: fingerprint(entry.key), type: TEXT_FIELD },
    ],
    login: {
      uris: [{ match: null, uri: entry.url }],
      username: entry.username,
      password: entry.hex,
      totp: null,
    },
  };
}

/** The whole file as text. */
export function writeBitwarden(entries: readonly CopyEntry[]): string {
  return JSON.stringify({ encrypted: false, folders: [], items: entries.map(itemFrom) }, null, 2);
}

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

function collect(values: readonly unknown[], format: CopyFormat): Result<Import, ImportError> {
  if (values.length > MOST_ENTRIES_READ) return fail("too-many-entries");
  const collector = startCollecting();
  for (const value of values) {
    const item = itemOf(value);
    if (!item) return fail("damaged");
    collector.add(item);
  }
  return collector.result(format);
}

/** Is this Bitwarden's, encrypted or not? */
export function isBitwarden(value: unknown): boolean {
  return typeof valueAt(value, "encrypted") === "boolean";
}

/**
 * Reads parsed JSON: Bitwarden's items, or any other value as one entry for each of its elements.
 *
 * @param format - `bitwarden-protected` when the JSON came out of such a file. Never throws.
 */
export function readJsonImport(
  value: unknown,
  format: "bitwarden" | "bitwarden-protected" | "json",
): Result<Import, ImportError> {
  if (format === "json") return collect(Array.isArray(value) ? value : [value], format);
  const items = valueAt(value, "items");
  return Array.isArray(items) ? collect(items, format) : fail("damaged");
}
