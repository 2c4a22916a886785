/**
 * The stored copies once the keyring key is at hand: which of them is the newest true state, and what is
 * wrong with the others. Only a copy whose body opens is believed; its tag vouches for its counter.
 */
import { equalBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { isEarlier, namesEarlier } from "../keyring/earlier-states.ts";
import { holdsAllOf, type Keyring } from "../keyring/opened-keyring.ts";
import { areSameBytes, isSealedWith, openKeyring, stateName } from "./sealed-keyring.ts";
import type { CopiesReading, IntactCopy, Place } from "./stored-copies.ts";
import { isOfLineage, lineageKeyOf } from "./wrapping.ts";

export type OpenedCopies = {
  /** The newest copy that opens. */
  best: IntactCopy;
  keyring: Keyring;
  /** Whole by their hash, yet they do not open with this key: altered, or another keyring's. */
  unopened: IntactCopy[];
  /** Of this keyring, and not known as states that the best one comes from: of a copied profile, say. */
  forked: Place[];
  /** Older states, but older than any crash leaves behind. */
  outdated: Place[];
  /** Older states under another passphrase, other KDF parameters or an earlier keyring key. */
  otherWrapping: Place[];
};

/** An earlier state of the same keyring, whose key this one has replaced. Version 1 has no seal to show. */
function isReplaced({ header }: IntactCopy, best: IntactCopy, lineageKey: Uint8Array): boolean {
  return (
    header.keyringId === best.header.keyringId &&
    header.wrapGeneration < best.header.wrapGeneration &&
    header.counter < best.header.counter &&
    (header.version === 1 || isOfLineage(header.wrapping, lineageKey))
  );
}

const keysOf = (keyring: Keyring) => keyring.entries.map(({ key }) => key);

type Newest = { best: IntactCopy; keyring: Keyring };

/** Is it no state that the newest one is known to come from? */
function isForked({ sealed }: IntactCopy, { best, keyring }: Newest, keyringKey: Uint8Array): boolean {
  if (areSameBytes(sealed, best.sealed) || isEarlier(keyring, stateName(sealed))) return false;
  if (namesEarlier(keyring)) return true;
  // Where no states are named, what is in them is all that there is to tell by.
  const other = openKeyring(sealed, keyringKey);
  if (!other.ok) return true;
  const holdsAll = holdsAllOf(keyring, other.value);
  wipe(...keysOf(other.value));
  return !holdsAll;
}

/**
 * The newest body alone is read. Of the older ones the tag counts, and a second copy of the newest needs none.
 *
 * @returns `damaged` when no body opens; `unsupported-version` when one does and says that it is newer;
 *   `replaced` when another copy has a newer keyring key and shows that it was made by this keyring's owner.
 */
export function openCopies(
  reading: CopiesReading,
  keyringKey: Uint8Array,
): Result<OpenedCopies, "damaged" | "unsupported-version" | "replaced"> {
  let newest: Newest | null = null;
  const older: IntactCopy[] = [];
  const closed: IntactCopy[] = [];
  for (const copy of reading.intact) {
    if (newest) {
      const opens = areSameBytes(copy.sealed, newest.best.sealed) || isSealedWith(copy.sealed, keyringKey);
      (opens ? older : closed).push(copy);
      continue;
    }
    const keyring = openKeyring(copy.sealed, keyringKey);
    if (keyring.ok) newest = { best: copy, keyring: keyring.value };
    else if (keyring.error.code === "unsupported-version") return keyring;
    else closed.push(copy);
  }
  if (!newest) return fail("damaged");
  const { best, keyring } = newest;
  const lineageKey = lineageKeyOf(best.header.wrapping, keyringKey);
  if (!lineageKey) {
    wipe(...keysOf(keyring));
    return fail("damaged");
  }
  // Also one under a newer key, where that was refused and the old one put back.
  const isNamed = ({ sealed }: IntactCopy) => isEarlier(keyring, stateName(sealed));
  const isNewer = ({ header }: IntactCopy) =>
    header.wrapGeneration > best.header.wrapGeneration && isOfLineage(header.wrapping, lineageKey);
  const isPast = closed.some((copy) => isNewer(copy) && !isNamed(copy));
  const replaced = closed.filter((copy) => isNamed(copy) || isReplaced(copy, best, lineageKey));
  wipe(lineageKey, ...(isPast ? keysOf(keyring) : []));
  if (isPast) return fail("replaced");
  const earlier = [...older, ...replaced];
  const forked = earlier.filter((copy) => isForked(copy, { best, keyring }, keyringKey));
  return ok({
    best,
    keyring,
    unopened: closed.filter((copy) => !replaced.includes(copy)),
    forked: forked.map(({ place }) => place),
    outdated: earlier.filter((c) => c.header.counter < best.header.counter - 1).map((c) => c.place),
    otherWrapping: earlier
      .filter((c) => !equalBytes(c.header.wrapping, best.header.wrapping))
      .map((c) => c.place),
  });
}
