/** Keyrings made of as little as a test cares about. */
import { parseBackupKey } from "../../src/core/backup-key.ts";
import { type Entry, emptyKeyring, type Keyring } from "../../src/core/keyring.ts";

export { HEX, OTHER_HEX } from "./copies.ts";
export const NOW_MS = Date.UTC(2026, 10, 23, 12);

export type Given = Partial<Omit<Entry, "key">> & { hex: string };

export function entryOf({ hex, ...given }: Given): Entry {
  const key = parseBackupKey(hex);
  if (!key) throw new RangeError("not a key");
  return {
    id: hex.slice(-32),
    key,
    label: "",
    phoneEnding: "",
    note: "",
    origin: "whatsapp",
    createdAtMs: NOW_MS,
    lastUsedAtMs: null,
    provenAtMs: null,
    copies: [],
    supersededBy: null,
    deletedAtMs: null,
    ...given,
  };
}

export function keyringOf(entries: readonly Given[]): Keyring {
  return { ...emptyKeyring(), entries: entries.map(entryOf) };
}
