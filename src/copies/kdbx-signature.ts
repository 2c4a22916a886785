/** The first bytes of a KeePass database: apart from the rest, which is loaded only for one. */
import { bytesToHex } from "../core/bytes.ts";

export const KDBX_SIGNATURE = "03d9a29a67fb4bb5";
const KEEPASS_1_SIGNATURE = "03d9a29a65fb4bb5";

/** `keepass-1`: the format before KDBX, which is not read here. */
export function kdbxSignature(bytes: Uint8Array): "kdbx" | "keepass-1" | null {
  const start = bytesToHex(bytes.subarray(0, 8));
  return start === KDBX_SIGNATURE ? "kdbx" : start === KEEPASS_1_SIGNATURE ? "keepass-1" : null;
}
