/** The opened keyring as the worker holds it, and how its next state is written. */
import { equalBytes } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { followedBy, isEarlier } from "../../core/keyring/earlier-states.ts";
import type { Keyring } from "../../core/keyring/opened-keyring.ts";
import { MOST_SEALED_BYTES } from "../../core/keyring/storage-budget.ts";
import { type TooMuch, weigh, whatIsTooMuch } from "../../core/keyring/too-much.ts";
import type { Wrapped } from "../../core/sealed/rotation.ts";
import { sealReadably, stateName } from "../../core/sealed/sealed-keyring.ts";
import type { Place } from "../../core/sealed/stored-copies.ts";
import { type NotStored, whyNotStored } from "./copies-status.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";

export type Opened = Wrapped & {
  keyring: Keyring;
  /** The highest that a state was written with. One that was refused may lie where nobody can read it now. */
  counter: number;
  /** Names of states that were refused since. */
  refused: string[];
  /** Names this state: the next one says that it comes from it. */
  name: string;
  newest: Place;
  /** Places whose bytes must be kept aside before anything is written there. */
  blocked: Set<Place>;
};

/** An earlier version's keyring may be larger than what has room twice. */
const isTooLarge = (sealed: Uint8Array): boolean => sealed.length > MOST_SEALED_BYTES;

/** A state as it will be stored. `isNoLarger`: than the one before it. */
export type SealedState = {
  sealed: Uint8Array;
  state: Omit<Opened, "newest">;
  isNoLarger: () => boolean;
};

/** `isBegun`: with `to: "everywhere"`, some places may have it all the same. */
export type Written = { after: Opened; stored: Stored } | { after: null; why: NotStored; isBegun: boolean };

/**
 * Before the first wait of an act: a lock overwrites the keys, and what is sealed after it holds zeros in their
 * place.
 *
 * @returns what is more than a keyring may be.
 */
export function sealState(
  before: Opened,
  next: Keyring,
  { wrapping, keyringKey }: Wrapped,
): Result<SealedState, TooMuch> {
  const tooMuch = whatIsTooMuch(before.keyring, next);
  if (tooMuch !== null) return fail(tooMuch);
  const isNewKey = !equalBytes(wrapping, before.wrapping);
  const counter = before.counter + 1;
  const keyring = followedBy(before.keyring, [...before.refused, before.name], next, isNewKey);
  const sealed = sealReadably(wrapping, keyringKey, counter, keyring);
  if (!sealed) return fail("keyring-full");
  const { blocked } = before;
  return ok({
    sealed,
    state: { keyring, wrapping, keyringKey, counter, refused: [], name: stateName(sealed), blocked },
    isNoLarger: () => isTooLarge(sealed) && weigh(next) <= weigh(before.keyring),
  });
}

/** The state of before as one that follows the failed one, wherever both are left: newer, and naming it. */
export function sealBack(before: Opened, { state }: SealedState): Result<SealedState, TooMuch> {
  const refused = [...before.refused, state.name];
  return sealState({ ...before, counter: state.counter, refused }, before.keyring, before);
}

/** The next state follows also what was refused, which a place that cannot be read may have taken. */
function noteRefused(before: Opened, { counter, name }: SealedState["state"]): void {
  before.counter = counter;
  before.refused.push(name);
}

/**
 * A third copy that could not be read when the keyring was opened is often only late. It need not be kept where
 * it turns out to be a state that this one comes from.
 */
async function unblockThird(store: KeyringStore, { blocked, ...opened }: Opened): Promise<void> {
  if (!blocked.has("third")) return;
  const third = (await store.read()).intact.find(({ place }) => place === "third");
  if (!third) return;
  const name = stateName(third.sealed);
  if (name === opened.name || isEarlier(opened.keyring, name)) blocked.delete("third");
}

/** Where a state is too large, more room on the disk would not help. */
function whyRefused(stored: Stored, sealed: Uint8Array): NotStored {
  const why = whyNotStored(stored);
  return why === "not-stored" && isTooLarge(sealed) ? "keyring-full" : why;
}

function writtenTo(stored: Stored, { state, sealed }: SealedState): Written {
  if (!stored.isStored) return { after: null, why: whyRefused(stored, sealed), isBegun: stored.isBegun };
  return { after: { ...state, newest: stored.place }, stored };
}

export async function writeState(
  store: KeyringStore,
  before: Opened,
  next: SealedState,
  to: "next" | "everywhere",
): Promise<Written> {
  await unblockThird(store, before);
  const put = to === "next" ? store.writeNext : store.writeEverywhere;
  const written = writtenTo(await put(before.newest, next.sealed, before.blocked, next.isNoLarger), next);
  if (!written.after && written.isBegun) noteRefused(before, next.state);
  return written;
}

/**
 * The state of before over what a failed write to every place has left.
 *
 * @param back - the state of before, with a counter above the failed one's.
 * @returns `after`: the state that counts. It is the failed one where a place keeps that and lets nothing go:
 *   its newer key would make the one of before count as replaced.
 */
export async function writeBack(
  store: KeyringStore,
  before: Opened,
  back: SealedState,
  failed: SealedState,
): Promise<Written> {
  const names = { before: before.name, failed: failed.state.name };
  const stored = await store.writeBack(before.newest, back.sealed, before.blocked, names);
  const left = (await store.read()).intact.find(({ sealed }) => stateName(sealed) === names.failed);
  if (left) return writtenTo({ ...stored, isStored: true, place: left.place }, failed);
  if (!stored.isStored) noteRefused(before, back.state);
  return writtenTo(stored, back);
}
