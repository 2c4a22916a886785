/** Copies that were set aside, once the keyring has a new key: which of them need not stay. */
import { equalBytes, wipe } from "../bytes.ts";
import { isEarlier } from "../keyring/earlier-states.ts";
import { holdsAllOf, type Keyring } from "../keyring/opened-keyring.ts";
import type { Wrapped } from "./rotation.ts";
import { inspectSealed, openKeyring, readSealedHeader, stateName } from "./sealed-keyring.ts";
import { fieldsOf, readWrapping } from "./wrapping.ts";

/** The state whose key was replaced. */
export type ReplacedState = Wrapped & { keyring: Keyring; counter: number };

/**
 * Is nothing lost with this copy? It is an earlier state of the same keyring, and one of these:
 *
 * - it opens with the key of then, and all its keys and records in vaults are in the keyring;
 * - it has the very wrapping of that key, and does not open with it: then nobody opens it any more;
 * - `old` comes from it, under whatever key;
 * - it is damaged, and the user has ended an old way to unlock, which may stand in its first bytes.
 *
 * What belongs to another keyring, to another key or to a later state is kept. Another key may have the same
 * generation: where a profile was copied, either browser has made one.
 */
export function isReplacedCopy(aside: Uint8Array, old: ReplacedState, endsOldWay: boolean): boolean {
  const copy = readWrapping(aside);
  const { keyringId } = fieldsOf(old.wrapping);
  if (copy?.keyringId !== keyringId) return false;
  // Cut in front of its counter, it holds no state at all.
  if ((readSealedHeader(aside)?.counter ?? 0) > old.counter) return false;
  const whole = inspectSealed(aside);
  // Also where a key in it was deleted for good since.
  if (whole.ok && isEarlier(old.keyring, stateName(aside))) return true;
  const opened = openKeyring(aside, old.keyringKey);
  if (opened.ok) {
    const { entries } = opened.value;
    const isContained = holdsAllOf(old.keyring, opened.value);
    wipe(...entries.map(({ key }) => key));
    return isContained;
  }
  if (opened.error.code !== "damaged") return false;
  return whole.ok ? equalBytes(whole.value.wrapping, old.wrapping) : endsOldWay;
}
