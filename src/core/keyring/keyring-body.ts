/**
 * The keyring as the bytes that get sealed: JSON in UTF-8, padded with spaces to a multiple of
 * {@link PADDED_TO} bytes, so that the sealed length tells little about how many keys there are.
 *
 * Reading is strict: every property known, every value in its bounds; only of settings one may be missing or
 * unknown. What does not fit is `damaged`, or named where it is only too much; a body version above
 * {@link BODY_VERSION} is `unsupported-version`. docs/formats.md has the properties.
 */

import * as v from "valibot";
import { bytesToUtf8, utf8ToBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { formatBackupKey } from "../key/backup-key.ts";
import { exact, list, read } from "../schema.ts";
import { BODY_VERSION, migrateBody } from "./keyring-migrations.ts";
import { entrySchema, type Keyring, vaultNoteSchema } from "./opened-keyring.ts";
import { SETTINGS, storedSettingsSchemaOf } from "./settings.ts";
import { MOST_FORGOTTEN_NOTES, MOST_STORED, MOST_VAULT_NOTES } from "./storage-budget.ts";
import { type TooMuch, whatIsTooMuchIn } from "./too-much.ts";

export const PADDED_TO = 1024;

/** UTF-8 bytes; the caller wipes them after sealing. */
export function writeBody(keyring: Keyring): Uint8Array {
  const entries = keyring.entries.map((e) => ({ ...e, key: formatBackupKey(e.key) }));
  const json = utf8ToBytes(JSON.stringify({ version: BODY_VERSION, ...keyring, entries }));
  const padded = new Uint8Array(Math.ceil(json.length / PADDED_TO) * PADDED_TO).fill(0x20);
  padded.set(json);
  wipe(json);
  return padded;
}

const bodySchema = exact({
  version: v.literal(BODY_VERSION),
  settings: storedSettingsSchemaOf(SETTINGS),
  entries: list(entrySchema, MOST_STORED),
  vaults: list(vaultNoteSchema, MOST_VAULT_NOTES + MOST_FORGOTTEN_NOTES),
});

export type UnreadBody = "damaged" | "unsupported-version" | TooMuch;

export function readBody(bytes: Uint8Array): Result<Keyring, UnreadBody> {
  let raw: unknown;
  try {
    raw = JSON.parse(bytesToUtf8(bytes));
  } catch {
    return fail("damaged");
  }
  const current = migrateBody(raw);
  if (!current.ok) return current;
  const tooMuch = whatIsTooMuchIn(current.value);
  if (tooMuch !== null) return fail(tooMuch);
  const keyring = read(bodySchema, current.value);
  if (!keyring) return fail("damaged");
  const { version: _, ...kept } = keyring;
  return ok(kept);
}
