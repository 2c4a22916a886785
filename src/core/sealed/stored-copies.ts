/**
 * Three stored copies of the sealed keyring, and what each of them is before any key is at hand.
 *
 * A state goes to the local copy that does not hold the newest one, then to the third copy. So whenever the
 * browser dies, one local copy holds state N, the other N − 1 or N, the third N or N − 1. Which state is the
 * newest *true* one is known only after opening: counters in headers can be forged (`opened-copies.ts`).
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "../bytes.ts";
import { areSameBytes, inspectSealed, type SealedHeader } from "./sealed-keyring.ts";

export const PLACES = ["copy-a", "copy-b", "third"] as const;
export type Place = (typeof PLACES)[number];

/**
 * Null: nothing is there. `unreadable`: the browser did not say what is there; it may be the only good copy.
 */
export type StoredCopy = Uint8Array | null | "unreadable";
export type StoredCopies = Record<Place, StoredCopy>;

export type IntactCopy = { place: Place; sealed: Uint8Array; header: SealedHeader };

export type CopiesReading = {
  /** Newest first by their headers; of those as new what most places hold, then local copies before the third. */
  intact: IntactCopy[];
  /** Places with bytes that are not as they were written. */
  damaged: Place[];
  /** Places with a whole keyring of a newer version. */
  newer: Place[];
  absent: Place[];
  unreadable: Place[];
};

export function readCopies(copies: StoredCopies): CopiesReading {
  const reading: CopiesReading = { intact: [], damaged: [], newer: [], absent: [], unreadable: [] };
  for (const place of PLACES) {
    const sealed = copies[place];
    if (sealed === null) reading.absent.push(place);
    else if (sealed === "unreadable") reading.unreadable.push(place);
    else {
      const header = inspectSealed(sealed);
      if (header.ok) reading.intact.push({ place, sealed, header: header.value });
      else reading[header.error.code === "unsupported-version" ? "newer" : "damaged"].push(place);
    }
  }
  // What was stored is in two places where they took it; a state that was refused is in one. Sorting is stable:
  // what is left equal keeps the order of PLACES.
  const count = ({ sealed }: IntactCopy) =>
    reading.intact.filter((other) => areSameBytes(other.sealed, sealed)).length;
  reading.intact.sort((a, b) => b.header.counter - a.header.counter || count(b) - count(a));
  return reading;
}

/** The local copy for the next state: never the one that holds the newest. */
export function nextLocalCopy(newest: Place): "copy-a" | "copy-b" {
  return newest === "copy-a" ? "copy-b" : "copy-a";
}

const ASIDE = "aside-";

/** The name under which bytes are set aside: the same for the same bytes, so that none lie there twice. */
export const asideName = (bytes: Uint8Array): string => ASIDE + bytesToHex(sha256(bytes));
export const isAsideName = (name: string): boolean => name.startsWith(ASIDE);
