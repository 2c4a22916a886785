/**
 * A new keyring key for the opened keyring: written to every place before it counts, or the old one is put
 * back.
 *
 * What old copies there are of the keyring then opens nothing that is saved afterwards (`rotation.ts`).
 */
import { wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { type Keyring, keysGone } from "../../core/keyring/opened-keyring.ts";
import type { Nothing } from "../../core/schema.ts";
import { isReplacedCopy } from "../../core/sealed/replaced-copies.ts";
import { type Rotated, rotate, type Ways, type Wrapped } from "../../core/sealed/rotation.ts";
import type { NotStored } from "./copies-status.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";
import {
  type Opened,
  type SealedState,
  sealBack,
  sealState,
  type Written,
  writeBack,
} from "./opened-state.ts";
import { orLock } from "./or-lock.ts";
import type { Session } from "./session.ts";

type Service = {
  /** The opened state; null once it is locked. */
  current(): Opened | null;
  become(next: Opened): Promise<void>;
  write(before: Opened, next: SealedState, to: "everywhere"): Promise<Written>;
  noteStored(stored: Stored): void;
  lock(): Promise<void>;
  publish(): void;
  log(reason: unknown): void;
};

type Dropped = Pick<Rotated, "dropped">;

/** Another wrapping from the one of now. */
export type Make<C extends string> = (old: Wrapped) => Promise<Result<Rotated, C>>;

/** What the keyring itself says of its ways to unlock, once they are others. */
export type Amend = (keyring: Keyring, rotated: Rotated) => Keyring;

export function createNewKey(store: KeyringStore, session: Session, service: Service) {
  const { current, become, write, lock } = service;

  /** Some places may have the new key. The old state is put back over them, also where it was locked meanwhile. */
  async function putBack(before: Opened, back: SealedState, failed: SealedState): Promise<Written> {
    const undone = await writeBack(store, before, back, failed);
    if (!undone.after) return undone;
    service.noteStored(undone.stored);
    const isBack = undone.after.name === back.state.name;
    if (isBack && current() === before) await become(undone.after);
    return isBack ? { after: null, why: "not-stored", isBegun: true } : undone;
  }

  /** The opened state has the new key now, in memory and in the session. */
  async function take(before: Opened, after: Opened, endsOldWay: boolean): Promise<void> {
    try {
      // What the session held opens nothing any more. It is stored, so that is no failure, only locked.
      await orLock(lock, become(after), () => session.replaceKey(after.keyringKey)).catch(service.log);
      await store.dropAside((aside) => isReplacedCopy(aside, before, endsOldWay));
    } finally {
      wipe(before.keyringKey, ...keysGone(before.keyring, after.keyring));
    }
  }

  /**
   * The state under a new keyring key. @param rotated - made for `before`. @param endsOldWay - the user wants
   * an old way to unlock to end.
   */
  async function seal(
    before: Opened,
    next: Keyring,
    rotated: Wrapped,
    endsOldWay: boolean,
  ): Promise<Result<Nothing, "locked" | NotStored>> {
    if (current() !== before) {
      // While the new key was being wrapped.
      wipe(rotated.keyringKey);
      return fail("locked");
    }
    const sealed = sealState(before, next, rotated);
    const back = sealed.ok ? sealBack(before, sealed.value) : sealed;
    if (!sealed.ok || !back.ok) {
      wipe(rotated.keyringKey);
      return sealed.ok ? fail("not-stored") : sealed;
    }
    const written = await write(before, sealed.value, "everywhere");
    const { after } =
      !written.after && written.isBegun ? await putBack(before, back.value, sealed.value) : written;
    if (!after) {
      wipe(rotated.keyringKey);
      return fail(written.after ? "not-stored" : written.why);
    }
    if (current() === before) await take(before, after, endsOldWay);
    else wipe(rotated.keyringKey);
    service.publish();
    return ok({});
  }

  /** The same ways to unlock, for a new key. Null where that failed: the old key stays, and what is open. */
  async function renew(next: Keyring, ways: Ways): Promise<Dropped | null> {
    const before = current();
    if (!before) return null;
    try {
      const rotated = await rotate(before, ways);
      const stored = await seal(before, next, rotated, false);
      return stored.ok ? { dropped: rotated.dropped } : null;
    } catch (reason) {
      // No memory for a second derivation, say. The next unlock tries again.
      service.log(reason);
      return null;
    }
  }

  /** Stored together with what `amend` changes, or not at all. */
  async function rewrap<C extends string>(
    make: Make<C>,
    amend: Amend = (keyring) => keyring,
  ): Promise<Result<Dropped, C | "locked" | NotStored>> {
    const before = current();
    if (!before) return fail("locked");
    // A lock wipes the key, and must not look like a wrong passphrase.
    const old = { wrapping: before.wrapping, keyringKey: before.keyringKey.slice() };
    const rotated = await make(old).finally(() => wipe(old.keyringKey));
    if (!rotated.ok) return rotated;
    const stored = await seal(before, amend(before.keyring, rotated.value), rotated.value, true);
    return stored.ok ? ok({ dropped: rotated.value.dropped }) : stored;
  }

  return { renew, rewrap };
}
