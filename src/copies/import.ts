/**
 * Keys back in: from any copy that this room writes, from what managers export, from any text.
 *
 * One function for both uses: importing, and verifying a place by reading it back. Nothing is saved or compared
 * here.
 */

import { equalBytes, wipe } from "../core/bytes.ts";
import { ok, type Result } from "../core/errors.ts";
import type { BackupKey } from "../core/key/backup-key.ts";
import type { DeriveKey } from "../core/sealed/kdf.ts";
import { FORMATS } from "./formats/registry.ts";
import { readKeyText } from "./formats/text.ts";
import type { Found, FoundKey, Import, ImportError, ImportFailure } from "./found.ts";
import { recogniseFile } from "./recognise.ts";

/**
 * Reads every key that bytes hold. Never throws, whatever they are.
 *
 * @param bytes - the whole file. @param password - as typed; null while none was asked for.
 * @param deriveKey - opens our own files.
 * @returns what was found, perhaps no key at all; or why the file cannot be read, or whose it is.
 */
export async function importFile(
  bytes: Uint8Array,
  password: string | null,
  deriveKey: DeriveKey,
  formats: Parameters<typeof recogniseFile>[1] = FORMATS,
): Promise<Result<Import, ImportFailure>> {
  const recognised = recogniseFile(bytes, formats);
  if (!recognised.ok) return recognised;
  const { format, file } = recognised.value;
  const read = await format.read(file, password, deriveKey);
  return read.ok ? ok({ ...read.value, format: format.id, isPlainFile: !format.encrypted }) : read;
}

/** What a code or typed rows gave. */
export function importByHand(text: string): Result<Import, ImportError> {
  const read = readKeyText(text);
  return read.ok ? ok({ ...read.value, format: "by-hand", isPlainFile: false }) : read;
}

/** Where managers keep what was: KeePass's `History` and recycle bin, Bitwarden's `passwordHistory`. */
const EARLIER = /^(?:History|RecycleBin|passwordHistory)\./;

/**
 * Where an import holds this key: what verifies a place. Null where it does not, and where the key stands only
 * in what an entry was before, or in what was thrown away: nobody finds it there, and it goes with the next
 * tidying up.
 */
export function findInImport({ keys }: Found, key: BackupKey): FoundKey | null {
  const found = keys.find((one) => equalBytes(one.key, key));
  return found?.places.some(({ field }) => field === null || !EARLIER.test(field)) ? found : null;
}

/** What was found is not wanted any more. */
export function wipeFound({ keys }: Found): void {
  wipe(...keys.map(({ key }) => key));
}
