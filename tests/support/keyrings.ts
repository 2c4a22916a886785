/** Keyrings made of as little as a test cares about. */

import { toBase64Url } from "../../src/core/base64url.ts";
import { parseBackupKey } from "../../src/core/key/backup-key.ts";
import { type Entry, emptyKeyring, type Keyring } from "../../src/core/keyring/opened-keyring.ts";
import type { VaultAccount } from "../../src/core/keyring/vault-record.ts";

export { HEX, OTHER_HEX } from "./export-sources.ts";
export const NOW_MS = Date.UTC(2026, 10, 23, 12);

export type Given = Partial<Omit<Entry, "key">> & { hex: string };

export function entryOf({ hex, ...given }: Given): Entry {
  const key = parseBackupKey(hex);
  if (!key) throw new RangeError("not a key");
  return {
    id: hex.slice(-32),
    kind: "whatsapp-64",
    key,
    label: "",
    phoneEnding: "",
    note: "",
    origin: "whatsapp",
    createdAtMs: NOW_MS,
    lastUsedAtMs: null,
    testedAtMs: null,
    places: [],
    supersededBy: null,
    deletedAtMs: null,
    marks: [],
    ...given,
  };
}

export function keyringOf(entries: readonly Given[]): Keyring {
  return { ...emptyKeyring(), entries: entries.map(entryOf) };
}

export const filled = (length: number, fill = length) => toBase64Url(new Uint8Array(length).fill(fill));

/** An account in a vault, nothing pending. */
export const someAccount: VaultAccount = {
  address: "https://vault.example.org",
  name: "four-words-in-a-row",
  vaultId: filled(16),
  publicKey: filled(32),
  stateKey: filled(32),
  rowId: filled(32),
  deviceSeed: filled(32, 1),
  deviceKey: filled(32, 2),
  generation: 2,
  sequence: 5,
  signed: null,
  entryId: "a".repeat(32),
  createdAtMs: 1,
  pending: null,
};

/** Two keys of one Key ID: it has 40 bits, so that such a pair is found in seconds. */
export const TWINS = [
  "7477696e206b657973206f66206f6e6520343020626974207072696e00141626",
  "7477696e206b657973206f66206f6e6520343020626974207072696e0002e591",
] as const;
