/** The keyring as it lies in a browser. */
import { beginsWith, SEALED_MAGIC } from "../../core/sealed/keyring-file.ts";
import { readOwnFile } from "../own-files.ts";
import { FIT, type Format } from "./format-definition.ts";

export const sealedKeyring = {
  id: "sealed-keyring",
  encrypted: true,
  recognise: ({ bytes }) => (beginsWith(bytes, SEALED_MAGIC) ? FIT.certain : FIT.none),
  read: ({ bytes }, password, deriveKey) => readOwnFile("sealed-keyring", bytes, password, deriveKey),
} as const satisfies Format;
