/**
 * Bitwarden's unencrypted JSON: written as logins, read whatever the item's type.
 *
 * Shape: bitwarden/clients `CipherWithIdExport`, tried with `@bitwarden/cli`. Type 1 is a
 * login, field type 1 a hidden one. The key stands in the password, in a field of its own and in the note, as
 * the programs that take this format each drop another one. `reprompt` asks for the master password before
 * the item is shown.
 */

import { utf8ToBytes } from "../../core/bytes.ts";
import { fail, type Result } from "../../core/errors.ts";
import { keyIdOf } from "../../core/key/backup-key.ts";
import { type ExportEntry, NOTE_FIELDS } from "../export-entry.ts";
import type { Found, ImportError } from "../found.ts";
import { readItems } from "../json-items.ts";
import { textAt, valueAt } from "../json-walk.ts";
import { FIT, type Format } from "./format-definition.ts";

const LOGIN = 1;
const TEXT_FIELD = 0;
const HIDDEN_FIELD = 1;
const ASK_AGAIN = 1;

function itemFrom(entry: ExportEntry): object {
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
      { name: NOTE_FIELDS.keyId, value: keyIdOf(entry.key), type: TEXT_FIELD },
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
export function writeBitwarden(entries: readonly ExportEntry[]): string {
  return JSON.stringify({ encrypted: false, folders: [], items: entries.map(itemFrom) }, null, 2);
}

/**
 * Has Bitwarden itself written it? Its exports name each item by a UUID; what is written to be imported, as by
 * {@link writeBitwarden}, has none and shows nothing about Bitwarden.
 */
const isExportOfBitwarden = (items: readonly unknown[]): boolean =>
  items.every((item) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(textAt(item, "id")));

/** Reads the items of parsed JSON. Never throws. */
export function readBitwarden(value: unknown): Result<Found, ImportError> {
  const items = valueAt(value, "items");
  return Array.isArray(items)
    ? readItems(items, isExportOfBitwarden(items) ? "bitwarden" : null)
    : fail("damaged");
}

export const bitwarden = {
  id: "bitwarden",
  place: "bitwarden",
  encrypted: false,
  fileName: () => "sixtyfour-keys-bitwarden.json",
  recognise: ({ json }) => (valueAt(json, "encrypted") === false ? FIT.certain : FIT.none),
  read: ({ json }) => readBitwarden(json),
  write: (entries) => utf8ToBytes(writeBitwarden(entries)),
} as const satisfies Format;
