/**
 * Which sealed states this one comes from. A copied profile makes two keyrings of one id, with counters and
 * generations of their own, so these cannot tell an earlier state of this keyring from a state of the other.
 * So each state names those before it: only what is named may be overwritten without being kept.
 *
 * The names stand in the settings of the sealed body, as those of passkeys do: they cannot be forged without
 * the keyring key, and a program that does not know them keeps them.
 */
import { base64Url, exact, list, read, type TypeOf } from "../schema.ts";
import type { Keyring } from "./opened-keyring.ts";

/** Of what a state's name is made (`sealed-keyring.ts`). */
export const STATE_NAME_BYTES = 16;
/** A crash leaves a copy one state behind; storage that could not be read for a while, a few. */
const MOST_RECENT = 16;
const MOST_REPLACED = 32;
/** Refused ones that a state follows: each place has taken one of them at most. */
const MOST_AT_ONCE = 4;

const name = base64Url(STATE_NAME_BYTES);

const storedSchema = exact({
  /** Under the keyring key of now, the latest last. */
  recent: list(name, MOST_RECENT),
  /** The last ones under each earlier key. */
  replaced: list(name, MOST_REPLACED),
});
type EarlierStates = TypeOf<typeof storedSchema>;

const SETTING = "earlierStates";

/** Null where none are named: a program that did not know of them has written this state, or it is the first. */
function earlierStates({ settings }: Pick<Keyring, "settings">): EarlierStates | null {
  return Object.hasOwn(settings, SETTING) ? read(storedSchema, Reflect.get(settings, SETTING)) : null;
}

export const namesEarlier = (keyring: Pick<Keyring, "settings">): boolean => earlierStates(keyring) !== null;

export const areEarlierStates = (name: string, value: unknown): boolean =>
  name === SETTING && read(storedSchema, value) !== null;

/** Is the state of this name known to be one that the keyring comes from? */
export function isEarlier(keyring: Pick<Keyring, "settings">, state: string): boolean {
  const { recent, replaced } = earlierStates(keyring) ?? { recent: [], replaced: [] };
  return recent.includes(state) || replaced.includes(state);
}

/**
 * @param before - the state that `next` follows. @param followed - names of what it follows: that state last,
 *   and before it those that were refused since. @param isNewKey - `next` will be sealed under another keyring
 *   key.
 */
export function followedBy(
  before: Keyring,
  followed: readonly string[],
  next: Keyring,
  isNewKey: boolean,
): Keyring {
  const { recent, replaced } = earlierStates(before) ?? { recent: [], replaced: [] };
  const named = [...recent, ...followed.slice(-MOST_AT_ONCE)].slice(-MOST_RECENT);
  const earlier: EarlierStates = isNewKey
    ? { recent: [], replaced: [...replaced, ...named].slice(-MOST_REPLACED) }
    : { recent: named, replaced };
  return { ...next, settings: Object.assign({}, next.settings, { [SETTING]: earlier }) };
}
