/**
 * The {@link Sightings} as the bytes that lie beside the keyring: nonce 24 ‖ sealed JSON ‖ tag 16, under the
 * keyring key. The JSON is an object of times by entry ids, filled up with spaces to a multiple of 1,024 bytes,
 * so that its length tells little.
 */
import * as v from "valibot";
import { bytesToUtf8, utf8ToBytes } from "../bytes.ts";
import type { Sightings } from "../keyring/expiry.ts";
import { MOST_STORED } from "../keyring/storage-budget.ts";
import { id, read, timeMs } from "../schema.ts";
import { open, seal } from "./aead.ts";

const PADDED_TO = 1024;
const NO_CONTEXT = new Uint8Array(0);

const sightingsSchema = v.pipe(
  v.record(id, timeMs),
  v.check((seen) => Object.keys(seen).length <= MOST_STORED),
);

export function sealSightings(keyringKey: Uint8Array, seen: Sightings): Uint8Array {
  const json = JSON.stringify(seen);
  const padded = json.padEnd(Math.ceil(json.length / PADDED_TO) * PADDED_TO);
  return seal("sightings", keyringKey, NO_CONTEXT, utf8ToBytes(padded));
}

/** None where the bytes are not of this key, or not as they were written. */
export function openSightings(keyringKey: Uint8Array, sealed: Uint8Array | null): Sightings {
  const bytes = sealed && open("sightings", keyringKey, NO_CONTEXT, sealed);
  if (!bytes) return {};
  try {
    return read(sightingsSchema, JSON.parse(bytesToUtf8(bytes))) ?? {};
  } catch {
    return {};
  }
}
