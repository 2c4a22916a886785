/** From keys to the bytes of one file. */

import type { CopyEntry } from "../../../copies/copy-entry.ts";
import type { ExportFormat } from "../../../copies/export-formats.ts";
import { writeBitwarden } from "../../../copies/formats/bitwarden.ts";
import { writeBitwardenProtected } from "../../../copies/formats/bitwarden-protected.ts";
import { writeCsvFormat } from "../../../copies/formats/csv-formats.ts";
import { writeKeyFileCopy, writeKeyText } from "../../../copies/formats/key-text-file.ts";
import { writeKdbx } from "../../../copies/kdbx/kdbx-file.ts";
import { utf8ToBytes } from "../../../core/bytes.ts";

/** All but the exported keyring, which the background writes: pages have no keys of deleted entries. */
export type CopyFileFormat = Exclude<ExportFormat, "keyring-export">;

export type ExportedFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** They say nothing of whose keys they are. */
const NAMES: Record<Exclude<CopyFileFormat, "key-file">, string> = {
  kdbx: "sixtyfour-keys.kdbx",
  "bitwarden-protected": "sixtyfour-keys-bitwarden-protected.json",
  bitwarden: "sixtyfour-keys-bitwarden.json",
  chromium: "sixtyfour-keys-chrome.csv",
  firefox: "sixtyfour-keys-firefox.csv",
  apple: "sixtyfour-keys-apple.csv",
  keepassxc: "sixtyfour-keys-keepassxc.csv",
  proton: "sixtyfour-keys-proton-pass.csv",
  "1password": "sixtyfour-keys-1password.csv",
  text: "sixtyfour-keys.txt",
};

/**
 * @param entries - at least one; exactly one for `key-file`. @param password - used by the encrypted formats
 *   alone.
 * @throws RangeError for a key file of none.
 */
export async function writeExport(
  format: CopyFileFormat,
  entries: readonly CopyEntry[],
  password: string,
): Promise<ExportedFile> {
  switch (format) {
    case "kdbx":
      return { name: NAMES[format], bytes: await writeKdbx(entries, password) };
    case "bitwarden-protected":
      return { name: NAMES[format], bytes: utf8ToBytes(await writeBitwardenProtected(entries, password)) };
    case "bitwarden":
      return { name: NAMES[format], bytes: utf8ToBytes(writeBitwarden(entries)) };
    case "key-file": {
      const [entry] = entries;
      if (!entry) throw new RangeError("a key file holds one key");
      return writeKeyFileCopy(entry);
    }
    case "text":
      return { name: NAMES[format], bytes: utf8ToBytes(writeKeyText(entries)) };
    default:
      return { name: NAMES[format], bytes: utf8ToBytes(writeCsvFormat(format, entries)) };
  }
}
