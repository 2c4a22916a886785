/**
 * The stored copies once the keyring key is at hand: which of them is the newest true state, and what is
 * wrong with the others. Only a copy whose body opens is believed; its tag vouches for its counter.
 */
import { equalBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { isEarlier, namesEarlier } from "../keyring/earlier-states.ts";
import { holdsKeysOf, type Keyring } from "../keyring/opened-keyring.ts";
import { openKeyring, stateName } from "./sealed-keyring.ts";
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

/** @param keyring - what is in the copy; null where its key is another one. */
function isForked({ sealed }: IntactCopy, keyring: Keyring | null, best: OpenedCopy): boolean {
  if (equalBytes(sealed, best.copy.sealed) || isEarlier(best.keyring, stateName(sealed))) return false;
  // Where no states are named, the keys are all that there is to tell by.
  return namesEarlier(best.keyring) || keyring === null || !holdsKeysOf(best.keyring, keyring);
}

type OpenedCopy = { copy: IntactCopy; keyring: Keyring };
const keysOf = (opened: readonly OpenedCopy[]) =>
  opened.flatMap(({ keyring }) => keyring.entries.map(({ key }) => key));

/**
 * Of the keys that were read, only those of the returned keyring are left.
 *
 * @returns `damaged` when no body opens; `unsupported-version` when one does and says that it is newer;
 *   `replaced` when another copy has a newer keyring key and shows that it was made by this keyring's owner.
 */
export function openCopies(
  reading: CopiesReading,
  keyringKey: Uint8Array,
): Result<OpenedCopies, "damaged" | "unsupported-version" | "replaced"> {
  const opened: OpenedCopy[] = [];
  const closed: IntactCopy[] = [];
  for (const copy of reading.intact) {
    const keyring = openKeyring(copy.sealed, keyringKey);
    if (keyring.ok) opened.push({ copy, keyring: keyring.value });
    else if (keyring.error.code === "unsupported-version") {
      wipe(...keysOf(opened));
      return keyring;
    } else closed.push(copy);
  }
  const [newest, ...older] = opened;
  const best = newest?.copy;
  const lineageKey = best ? lineageKeyOf(best.header.wrapping, keyringKey) : null;
  if (!newest || !best || !lineageKey) {
    wipe(...keysOf(opened));
    return fail("damaged");
  }
  const isNewer = ({ header }: IntactCopy) =>
    header.wrapGeneration > best.header.wrapGeneration && isOfLineage(header.wrapping, lineageKey);
  const isPast = closed.some(isNewer);
  const replaced = closed.filter((copy) => isReplaced(copy, best, lineageKey));
  const forked = [
    ...older.filter(({ copy, keyring }) => isForked(copy, keyring, newest)).map(({ copy }) => copy),
    ...replaced.filter((copy) => isForked(copy, null, newest)),
  ];
  wipe(lineageKey, ...keysOf(isPast ? opened : older));
  if (isPast) return fail("replaced");
  const earlier = [...older.map(({ copy }) => copy), ...replaced];
  return ok({
    best,
    keyring: newest.keyring,
    unopened: closed.filter((copy) => !replaced.includes(copy)),
    forked: forked.map(({ place }) => place),
    outdated: earlier.filter((c) => c.header.counter < best.header.counter - 1).map((c) => c.place),
    otherWrapping: earlier
      .filter((c) => !equalBytes(c.header.wrapping, best.header.wrapping))
      .map((c) => c.place),
  });
}
