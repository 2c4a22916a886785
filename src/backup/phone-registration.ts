/**
 * Which registration of WhatsApp a crypt12 or crypt14 backup belongs to, by what its header and WhatsApp's own
 * key file both say: no key is needed to see that a key file is another phone's.
 */
import type { Bytes } from "../core/bytes.ts";
import type { KeyFile } from "../core/key/key-file.ts";
import type { Prefix } from "./prefix.ts";

/** Two salts that are different differ in nearly every byte; damage to a header changes a few. */
const FEWEST_DIFFERENT = 0.75;

function differs(a: Bytes, b: Bytes): boolean {
  const different = a.filter((byte, i) => byte !== b[i]).length;
  return a.length === b.length && different >= a.length * FEWEST_DIFFERENT;
}

/** Certain where true: the key file belongs to another phone or another registration. */
export function isOtherRegistration(prefix: Prefix, file: KeyFile): boolean {
  if (file.kind !== "crypt14-key" || !prefix.serverSalt) return false;
  return differs(prefix.serverSalt, file.serverSalt);
}
