/** The opened keyring as the worker holds it, and how its next state is written. */
import { equalBytes } from "../../core/bytes.ts";
import { followedBy, isEarlier } from "../../core/keyring/earlier-states.ts";
import type { Keyring } from "../../core/keyring/opened-keyring.ts";
import type { Wrapped } from "../../core/sealed/rotation.ts";
import { sealReadably, stateName } from "../../core/sealed/sealed-keyring.ts";
import type { Place } from "../../core/sealed/stored-copies.ts";
import { type NotStored, whyNotStored } from "./copies-status.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";

export type Opened = Wrapped & {
  keyring: Keyring;
  counter: number;
  /** Names this state: the next one says that it comes from it. */
  name: string;
  newest: Place;
  /** Places whose bytes must be kept aside before anything is written there. */
  blocked: Set<Place>;
};

/** The state, what wraps it and under which key, and to where. */
export type NextState = [next: Keyring, wrapped: Wrapped, to: "next" | "everywhere" | "back"];

/** `isBegun`: with `to: "everywhere"`, some places may have it all the same. */
export type Written = { after: Opened; stored: Stored } | { after: null; why: NotStored; isBegun: boolean };

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

export async function writeState(
  store: KeyringStore,
  before: Opened,
  ...[next, { wrapping, keyringKey }, to]: NextState
): Promise<Written> {
  const counter = before.counter + 1;
  const isNewKey = !equalBytes(wrapping, before.wrapping);
  const keyring = followedBy(before.keyring, before.name, next, isNewKey);
  // Before the first wait: a lock overwrites the keys, and what is sealed after it holds zeros in their place.
  const sealed = sealReadably(wrapping, keyringKey, counter, keyring);
  if (!sealed) return { after: null, why: "not-stored", isBegun: false };
  await unblockThird(store, before);
  const put = { next: store.writeNext, everywhere: store.writeEverywhere, back: store.writeBack }[to];
  const stored = await put(before.newest, sealed, before.blocked);
  if (!stored.isStored) return { after: null, why: whyNotStored(stored), isBegun: stored.isBegun };
  const [name, newest] = [stateName(sealed), stored.place];
  return { after: { ...before, keyring, wrapping, keyringKey, counter, name, newest }, stored };
}
