/**
 * The keyring as the bytes that get sealed: JSON in UTF-8, padded with spaces to a multiple of
 * {@link PADDED_TO} bytes, so that the sealed length tells little about how many keys there are.
 *
 * Reading is strict: every property known, every value in its bounds. What does not fit is `damaged`; a body
 * version above {@link BODY_VERSION} is `unsupported-version`. docs/formats.md has the properties.
 */

import { bytesToUtf8, utf8ToBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { formatBackupKey, parseBackupKey } from "../key/backup-key.ts";
import { exactly, isId, isText, isTime } from "../shapes.ts";
import { BODY_VERSION, migrateBody } from "./keyring-migrations.ts";
import {
  areSettings,
  type Copy,
  type Entry,
  isPhoneEnding,
  type Keyring,
  LONGEST_LABEL,
  LONGEST_NOTE,
  LONGEST_VAULT_NOTE,
  MOST_ENTRIES,
  MOST_FORGOTTEN_NOTES,
  MOST_VAULT_NOTES,
  type Settings,
  type VaultNote,
} from "./opened-keyring.ts";

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

const isTimeOrNull = (value: unknown): value is number | null => value === null || isTime(value);

function readCopy(raw: unknown): Copy | null {
  const { place, provenAtMs, goneAtMs } = exactly(raw, "place", "provenAtMs", "goneAtMs") ?? {};
  if (!isText(place, LONGEST_LABEL) || !isTimeOrNull(provenAtMs) || !isTimeOrNull(goneAtMs)) return null;
  return provenAtMs === null || goneAtMs === null ? { place, provenAtMs, goneAtMs } : null;
}

/** Every element read, or null when one cannot be. */
function readAll<T>(raw: unknown, most: number, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(raw) || raw.length > most) return null;
  const items = raw.map(read).filter((item): item is T => item !== null);
  return items.length === raw.length ? items : null;
}

const ENTRY_FIELDS = [
  "id",
  "key",
  "label",
  "phoneEnding",
  "note",
  "origin",
  "createdAtMs",
  "lastUsedAtMs",
  "provenAtMs",
  "copies",
  "supersededBy",
  "deletedAtMs",
] as const;

function readEntry(raw: unknown): Entry | null {
  const f = exactly(raw, ...ENTRY_FIELDS);
  if (!f) return null;
  const { id, key, label, phoneEnding, note, origin, createdAtMs } = f;
  const { lastUsedAtMs, provenAtMs, supersededBy, deletedAtMs } = f;
  const bytes = typeof key === "string" ? parseBackupKey(key) : null;
  const copies = readAll(f.copies, MOST_ENTRIES, readCopy);
  if (!isId(id) || !bytes || !copies || !isText(label, LONGEST_LABEL) || !isText(note, LONGEST_NOTE))
    return null;
  if (!isText(phoneEnding, 4) || !isPhoneEnding(phoneEnding)) return null;
  if (origin !== "generated" && origin !== "whatsapp") return null;
  if (!isTime(createdAtMs) || !isTimeOrNull(lastUsedAtMs) || !isTimeOrNull(provenAtMs)) return null;
  if (!isTimeOrNull(deletedAtMs) || !(supersededBy === null || isId(supersededBy))) return null;
  const times = { createdAtMs, lastUsedAtMs, provenAtMs, deletedAtMs };
  return { id, key: bytes, label, phoneEnding, note, origin, copies, supersededBy, ...times };
}

/** The settings when they are exactly that, every value in its bounds. */
export function readSettings(raw: unknown): Settings | null {
  const f = exactly(raw, "autoLockMinutes", "clipboardSeconds", "fillWarningRead", "drillAfterMs");
  if (!f) return null;
  const settings = f as unknown as Settings;
  return areSettings(settings) ? settings : null;
}

/** Strict, as all of the body is. */
export function readVaultNote(raw: unknown): VaultNote | null {
  const n = exactly(raw, "id", "text");
  return n && isId(n.id) && isText(n.text, LONGEST_VAULT_NOTE) ? { id: n.id, text: n.text } : null;
}

export function readBody(bytes: Uint8Array): Result<Keyring, "damaged" | "unsupported-version"> {
  let raw: unknown;
  try {
    raw = JSON.parse(bytesToUtf8(bytes));
  } catch {
    return fail("damaged");
  }
  const current = migrateBody(raw);
  if (!current.ok) return current;
  const body = exactly(current.value, "version", "settings", "entries", "vaults");
  const settings = readSettings(body?.settings);
  const entries = readAll(body?.entries, MOST_ENTRIES, readEntry);
  const vaults = readAll(body?.vaults, MOST_VAULT_NOTES + MOST_FORGOTTEN_NOTES, readVaultNote);
  return settings && entries && vaults ? ok({ settings, entries, vaults }) : fail("damaged");
}
