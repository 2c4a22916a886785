/** What was exported once must open for ever. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { fromBase64 } from "../../../src/core/bytes.ts";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { deriveKey } from "../../../src/core/sealed/derive-key.ts";
import { readKeyringExport } from "../../../src/core/sealed/keyring-export.ts";
import { readToday } from "../../support/frozen-bodies.ts";

const vectorIn = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../vectors/${name}.json`), "utf8"));

test.each([
  ["1, which knew no reminder", vectorIn("keyring-export-v1")],
  ["2, which knew no vaults", vectorIn("keyring-export-body-2")],
  ["3, which had other names", vectorIn("keyring-export-body-3")],
  ["4", vectorIn("keyring-export-body-4")],
  ["5", vectorIn("keyring-export-body-5")],
])("the frozen export with a body of version %s opens, value for value", async (_, vector) => {
  const read = await readKeyringExport(
    fromBase64(vector.file) ?? new Uint8Array(),
    vector.passphrase,
    deriveKey,
  );
  if (!read.ok) throw new Error(read.error.code);
  const { keyring, atMs } = read.value;
  expect(atMs).toBe(vector.writtenAtMs);
  const entries = keyring.entries.map((e) => ({ ...e, key: formatBackupKey(e.key) }));
  expect({ ...keyring, entries }).toEqual(readToday(vector.keyring));
});
