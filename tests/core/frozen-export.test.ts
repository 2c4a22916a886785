/** What was exported once must open for ever. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { formatBackupKey } from "../../src/core/backup-key.ts";
import { fromBase64 } from "../../src/core/bytes.ts";
import { readKeyringExport } from "../../src/core/keyring-export.ts";

const vector = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../vectors/keyring-export-v1.json"), "utf8"),
);

test("the frozen export of version 1 opens, value for value", async () => {
  const read = await readKeyringExport(fromBase64(vector.file) ?? new Uint8Array(), vector.passphrase);
  if (!read.ok) throw new Error(read.error.code);
  const { keyring, atMs } = read.value;
  expect(atMs).toBe(vector.writtenAtMs);
  const entries = keyring.entries.map((e) => ({ ...e, key: formatBackupKey(e.key) }));
  expect({ ...keyring, entries }).toEqual(vector.keyring);
});
