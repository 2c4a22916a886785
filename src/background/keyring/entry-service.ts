/** What pages may ask about entries: every answer is without keys but that of `key.reveal`. */

import { hexToBytes, randomId, wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import {
  type BackupKey,
  formatBackupKey,
  generateBackupKey,
  keyDigest,
  keyIdOf,
} from "../../core/key/backup-key.ts";
import {
  addEntry,
  deleteEntry,
  type Entry,
  editEntry,
  eraseEntry,
  findEntry,
  type Keyring,
  markEntry,
  type NewEntry,
  RESTORABLE_MS,
  restoreEntry,
} from "../../core/keyring/opened-keyring.ts";
import type { Settings } from "../../core/keyring/settings.ts";
import { countVerifiedPlaces, heldPlaces, isSafe } from "../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../protocol/page.ts";
import type { Payload, Value } from "../../protocol/page-requests.ts";
import type { NotStored } from "./copies-status.ts";
import type { KeyringService } from "./keyring-service.ts";

function summarise({ key, kind: _, ...entry }: Entry): EntrySummary {
  const erasedAtMs = entry.deletedAtMs === null ? null : entry.deletedAtMs + RESTORABLE_MS;
  const verifiedPlaces = countVerifiedPlaces(entry);
  const places = heldPlaces(entry);
  return { ...entry, places, keyId: keyIdOf(key), verifiedPlaces, safe: isSafe(entry), erasedAtMs };
}

export function createEntryService(keyring: KeyringService, nowMs: () => number) {
  async function changed<C extends string>(
    id: string,
    change: (keyring: Keyring) => Result<Keyring, C>,
  ): Promise<Result<EntrySummary, C | "locked" | "not-found" | NotStored>> {
    const next = await keyring.change(change);
    return next.ok ? summary(id) : next;
  }

  /** A new key that does not come in is wiped. */
  async function added(entry: NewEntry): Promise<Result<EntrySummary>> {
    const stored = await keyring.change((k) => addEntry(k, entry, nowMs()));
    if (stored.ok) return summary(entry.id);
    wipe(entry.key);
    return stored;
  }

  function summary(id: string): Result<EntrySummary, "locked" | "not-found"> {
    const entry = find(id);
    return entry.ok ? ok(summarise(entry.value)) : entry;
  }

  function find(id: string): Result<Entry, "locked" | "not-found"> {
    const current = keyring.read();
    if (!current.ok) return current;
    const entry = findEntry(current.value, id);
    return entry ? ok(entry) : fail("not-found");
  }

  /** The key of an entry that is not deleted. */
  function keyOf(id: string): Result<BackupKey, "locked" | "not-found"> {
    const entry = find(id);
    if (!entry.ok) return entry;
    return entry.value.deletedAtMs === null ? ok(entry.value.key) : fail("not-found");
  }

  return {
    list(): Result<EntrySummary[]> {
      const current = keyring.read();
      return current.ok ? ok(current.value.entries.map(summarise)) : current;
    },

    generate({ label, phoneEnding }: Payload<"entry.generate">): Promise<Result<EntrySummary>> {
      return added({
        id: randomId(),
        key: generateBackupKey(),
        label,
        phoneEnding,
        origin: "generated",
        replaces: null,
      });
    },

    add({ hex, ...given }: Payload<"entry.add">): Promise<Result<EntrySummary>> {
      return added({ ...given, id: randomId(), key: hexToBytes(hex), origin: "whatsapp" });
    },

    edit: ({ id, ...edit }: Payload<"entry.edit">): Promise<Result<EntrySummary>> =>
      changed(id, (k) => editEntry(k, id, edit)),

    mark: ({ id, ...mark }: Payload<"entry.mark">): Promise<Result<EntrySummary>> =>
      changed(id, (k) => markEntry(k, id, mark, nowMs())),

    delete: ({ id }: Payload<"entry.delete">): Promise<Result<EntrySummary>> =>
      changed(id, (k) => deleteEntry(k, id, nowMs())),

    restore: ({ id }: Payload<"entry.restore">): Promise<Result<EntrySummary>> =>
      changed(id, (k) => restoreEntry(k, id)),

    async erase({ id }: Payload<"entry.erase">): Promise<Result<Record<string, never>>> {
      const stored = await keyring.change((k) => eraseEntry(k, id));
      return stored.ok ? ok({}) : stored;
    },

    /** By the whole key: another one with its Key ID is another key. */
    find({ digests }: Payload<"entry.find">): Result<Value<"entry.find">> {
      const current = keyring.read();
      if (!current.ok) return current;
      const byDigest = new Map(current.value.entries.map(({ id, key }) => [keyDigest(key), id]));
      return ok({ ids: digests.map((digest) => byDigest.get(digest) ?? null) });
    },

    keyOf,

    /** 64 hex characters of an entry that is not deleted. */
    reveal(id: string): Result<{ hex: string }, "locked" | "not-found"> {
      const key = keyOf(id);
      return key.ok ? ok({ hex: formatBackupKey(key.value) }) : key;
    },

    async saveSettings(settings: Settings): Promise<Result<Settings>> {
      const next = await keyring.change<never>((k) => ok({ ...k, settings: { ...k.settings, ...settings } }));
      if (next.ok) await keyring.touch();
      return next.ok ? ok(settings) : next;
    },
  };
}

export type EntryService = ReturnType<typeof createEntryService>;
