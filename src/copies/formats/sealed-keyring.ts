/** The keyring as it lies in a browser. */
import { ownFormatOf, readOwnFile } from "../own-files.ts";
import { FIT, type Format } from "./format-definition.ts";

export const sealedKeyring = {
  id: "sealed-keyring",
  encrypted: true,
  recognise: ({ bytes }) => (ownFormatOf(bytes) === "sealed-keyring" ? FIT.certain : FIT.none),
  read: ({ bytes }, password, deriveKey) => readOwnFile("sealed-keyring", bytes, password, deriveKey),
} as const satisfies Format;
