/**
 * Keys back in: from any copy that this room writes, from what managers export, from any text.
 *
 * One function for both uses: importing, and proving a copy by reading it back. Nothing is saved or compared
 * here.
 */

import { bytesToUtf8, equalBytes, wipe } from "../core/bytes.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import type { BackupKey } from "../core/key/backup-key.ts";
import type { DeriveKey } from "../core/sealed/kdf.ts";
import { readJsonImport } from "./formats/bitwarden.ts";
import { openBitwardenProtected } from "./formats/bitwarden-protected.ts";
import { readCsvImport } from "./formats/csv-read.ts";
import { parseJson } from "./formats/json-walk.ts";
import { readKeyFileCopy, readTextImport } from "./formats/key-text-file.ts";
import { readOwnFile } from "./formats/own-files.ts";
import type { FoundKey, Import, ImportError, OtherFile } from "./found.ts";
import { readKdbx } from "./kdbx/kdbx-file.ts";
import { recogniseCopy } from "./recognise.ts";

export type ImportFailure = ImportError | OtherFile;

async function readProtected(sealed: unknown, password: string): Promise<Result<Import, ImportError>> {
  const opened = await openBitwardenProtected(sealed, password);
  if (!opened.ok) return opened;
  const value = parseJson(bytesToUtf8(opened.value));
  wipe(opened.value);
  return readJsonImport(value, "bitwarden-protected");
}

/** A table of no known manager that is not whole may be a text with commas. */
function readTable(text: string): Result<Import, ImportError> {
  const read = readCsvImport(text);
  return read.ok || read.error.code !== "damaged" ? read : readTextImport(text);
}

/**
 * Reads every key that bytes hold. Never throws, whatever they are.
 *
 * @param bytes - the whole file. @param password - as typed; null while none was asked for.
 * @param deriveKey - opens our own files.
 * @returns what was found, perhaps no key at all; or why the file cannot be read, or whose it is.
 */
export async function importCopy(
  bytes: Uint8Array,
  password: string | null,
  deriveKey: DeriveKey,
): Promise<Result<Import, ImportFailure>> {
  const recognised = recogniseCopy(bytes);
  if (!recognised.ok) return recognised;
  const file = recognised.value;
  switch (file.format) {
    case "kdbx":
      return password === null ? fail("needs-password") : readKdbx(bytes, password);
    case "bitwarden-protected":
      return password === null ? fail("needs-password") : readProtected(file.value, password);
    case "key-file": {
      const found = readKeyFileCopy(bytes);
      return found ? ok(found) : fail("damaged");
    }
    case "bitwarden":
    case "json":
      return readJsonImport(file.value, file.format);
    case "text":
      return readTextImport(file.text);
    case "csv":
      return readTable(file.text);
    case "sealed-keyring":
    case "keyring-export":
      return readOwnFile(file.format, bytes, password, deriveKey);
    case "picture":
    case "crypt14-key":
      return fail(file.format);
    default:
      return readCsvImport(file.text);
  }
}

/** Where managers keep what was: KeePass's `History` and recycle bin, Bitwarden's `passwordHistory`. */
const EARLIER = /^(?:History|RecycleBin|passwordHistory)\./;

/**
 * Where an import holds this key: the proof of a copy. Null where it does not, and where the key stands only
 * in what an entry was before, or in what was thrown away: nobody finds it there, and it goes with the next
 * tidying up.
 */
export function findInImport({ keys }: Import, key: BackupKey): FoundKey | null {
  const found = keys.find((one) => equalBytes(one.key, key));
  return found?.places.some(({ field }) => !EARLIER.test(field)) ? found : null;
}
