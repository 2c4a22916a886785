/** KeePass databases. */
import { fail } from "../../core/errors.ts";
import { readKdbx, writeKdbx } from "../kdbx/kdbx-file.ts";
import { kdbxSignature } from "../kdbx/kdbx-header.ts";
import { FIT, type Format } from "./format-definition.ts";

export const kdbx = {
  id: "kdbx",
  place: "keepass",
  encrypted: true,
  fileName: () => "sixtyfour-keys.kdbx",
  recognise({ bytes }) {
    const signature = kdbxSignature(bytes);
    if (signature === "keepass-1") return "unsupported";
    return signature === null ? FIT.none : FIT.certain;
  },
  read: ({ bytes }, password) => (password === null ? fail("needs-password") : readKdbx(bytes, password)),
  write: writeKdbx,
} as const satisfies Format;
