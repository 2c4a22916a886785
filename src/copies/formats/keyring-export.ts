/**
 * The Sixtyfour file: everything that is saved. The background writes it, because pages do not have the keys
 * of deleted entries.
 */
import { exportFileName } from "../../core/sealed/keyring-file.ts";
import { ownFormatOf, readOwnFile } from "../own-files.ts";
import { FIT, type Format } from "./format-definition.ts";

export const keyringExport = {
  id: "keyring-export",
  place: "keyring-file",
  encrypted: true,
  fileName: exportFileName,
  recognise: ({ bytes }) => (ownFormatOf(bytes) === "keyring-export" ? FIT.certain : FIT.none),
  read: ({ bytes }, password, deriveKey) => readOwnFile("keyring-export", bytes, password, deriveKey),
} as const satisfies Format;
