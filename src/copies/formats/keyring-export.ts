/**
 * The exported keyring, with all that Sixtyfour knows. The background writes it, as pages have no keys of
 * deleted entries.
 */
import { beginsWith, EXPORT_MAGIC, exportFileName } from "../../core/sealed/keyring-file.ts";
import { readOwnFile } from "../own-files.ts";
import { FIT, type Format } from "./format-definition.ts";

export const keyringExport = {
  id: "keyring-export",
  place: "keyring-file",
  encrypted: true,
  fileName: exportFileName,
  recognise: ({ bytes }) => (beginsWith(bytes, EXPORT_MAGIC) ? FIT.certain : FIT.none),
  read: ({ bytes }, password, deriveKey) => readOwnFile("keyring-export", bytes, password, deriveKey),
} as const satisfies Format;
