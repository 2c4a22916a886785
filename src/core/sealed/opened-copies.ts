/**
 * The stored copies once the keyring key is at hand: which of them is the newest true state, and what is
 * wrong with the others. Only a copy whose body opens is believed; its tag vouches for its counter.
 */
import { equalBytes } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import type { Keyring } from "../keyring/opened-keyring.ts";
import { openKeyring } from "./sealed-keyring.ts";
import type { CopiesReading, IntactCopy, Place } from "./stored-copies.ts";

export type OpenedCopies = {
  /** The newest copy that opens. */
  best: IntactCopy;
  keyring: Keyring;
  /** Whole by their hash, yet they do not open with this key: altered, or another keyring's. */
  unopened: IntactCopy[];
  /** They open, but are older than any crash leaves behind. */
  outdated: Place[];
  /** They open, under another passphrase or other KDF parameters. */
  otherWrapping: Place[];
};

/** @returns `damaged` when no body opens; `unsupported-version` when one does and says that it is newer. */
export function openCopies(
  reading: CopiesReading,
  keyringKey: Uint8Array,
): Result<OpenedCopies, "damaged" | "unsupported-version"> {
  const opened: { copy: IntactCopy; keyring: Keyring }[] = [];
  const unopened: IntactCopy[] = [];
  for (const copy of reading.intact) {
    const keyring = openKeyring(copy.sealed, keyringKey);
    if (keyring.ok) opened.push({ copy, keyring: keyring.value });
    else if (keyring.error.code === "unsupported-version") return keyring;
    else unopened.push(copy);
  }
  const [newest] = opened;
  if (!newest) return fail("damaged");
  const best = newest.copy;
  const others = opened.slice(1).map(({ copy }) => copy);
  return ok({
    best,
    keyring: newest.keyring,
    unopened,
    outdated: others.filter((c) => c.header.counter < best.header.counter - 1).map((c) => c.place),
    otherWrapping: others
      .filter((c) => !equalBytes(c.header.wrapping, best.header.wrapping))
      .map((c) => c.place),
  });
}
