/** What was exported once must open for ever. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { fromBase64 } from "../../../src/core/bytes.ts";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { deriveKey } from "../../../src/core/sealed/derive-key.ts";
import { readKeyringExport } from "../../../src/core/sealed/keyring-export.ts";

const vectorIn = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../vectors/${name}.json`), "utf8"));

/** Copies of versions before 3 could not be gone. */
const frozen = (keyring: { entries: { copies: object[] }[] }) => ({
  ...keyring,
  entries: keyring.entries.map((entry) => ({
    ...entry,
    copies: entry.copies.map((copy) => ({ goneAtMs: null, ...copy })),
  })),
});

test.each([
  ["1, which knew no drill", vectorIn("keyring-export-v1"), { drillAfterMs: null }, { vaults: [] }],
  ["2, which knew no vaults", vectorIn("keyring-export-body-2"), {}, { vaults: [] }],
  ["3", vectorIn("keyring-export-body-3"), {}, {}],
])(
  "the frozen export with a body of version %s opens, value for value",
  async (_, vector, addedSettings, added) => {
    const read = await readKeyringExport(
      fromBase64(vector.file) ?? new Uint8Array(),
      vector.passphrase,
      deriveKey,
    );
    if (!read.ok) throw new Error(read.error.code);
    const { keyring, atMs } = read.value;
    expect(atMs).toBe(vector.writtenAtMs);
    const entries = keyring.entries.map((e) => ({ ...e, key: formatBackupKey(e.key) }));
    const settings = { ...vector.keyring.settings, ...addedSettings };
    expect({ ...keyring, entries }).toEqual({ ...frozen(vector.keyring), settings, ...added });
  },
);
