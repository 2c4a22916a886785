/**
 * The opened keyring and its life: created, unlocked, changed, locked. The one writer.
 *
 * Changes run one after the other: read, change, seal, write, read back, then publish; when any of it fails
 * the old state stands. Locking waits for nothing. Files and what is set aside: `keyring-files.ts`.
 */
import { wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { type KeyringStatus, type LockEvent, nextStatus } from "../../core/keyring/lock-state.ts";
import { type Keyring, keysGone } from "../../core/keyring/opened-keyring.ts";
import { knownSettings } from "../../core/keyring/settings.ts";
import type { Nothing } from "../../core/schema.ts";
import type { OpenedCopies } from "../../core/sealed/opened-copies.ts";
import type { Ways } from "../../core/sealed/rotation.ts";
import { stateName } from "../../core/sealed/sealed-keyring.ts";
import type { UnlockMethod } from "../../core/sealed/slots/unlock-method.ts";
import type { CopiesReading } from "../../core/sealed/stored-copies.ts";
import { keyringIdOf } from "../../core/sealed/wrapping.ts";
import type { KeyringState, StorageNotice } from "../../protocol/page.ts";
import type { Payload } from "../../protocol/page-requests.ts";
import type { Ports } from "../ports.ts";
import { createQueue } from "../queue.ts";
import {
  isRolledBack,
  type NotStored,
  newestWrapping,
  noticesOf,
  statusOf,
  unreadableLocalCopies,
} from "./copies-status.ts";
import { eraseDue } from "./erase-due.ts";
import { writeFirstState } from "./first-state.ts";
import { createFoundDamage } from "./found-damage.ts";
import { createKeyringFiles } from "./keyring-files.ts";
import { createKeyringStore } from "./keyring-store.ts";
import { type Amend, createNewKey, type Make } from "./new-key.ts";
import { type Opened, type SealedState, sealState, type Written, writeState } from "./opened-state.ts";
import { orLock } from "./or-lock.ts";
import { createSession } from "./session.ts";
import { createStorageNotices } from "./storage-notices.ts";
import { reopenCopies, unlockCopies } from "./unlocking.ts";

export type KeyringService = ReturnType<typeof createKeyringService>;

export function createKeyringService(ports: Ports) {
  const store = createKeyringStore(ports.sealed);
  const session = createSession(ports);
  const queue = createQueue();
  const damage = createFoundDamage();
  const log = (reason: unknown) => ports.faults.log("handler-failed", reason);
  const notices = createStorageNotices();
  const { noteStored } = notices;
  let status: KeyringStatus = "locked";
  let opened: Opened | null = null;
  /** Counts how often it was locked: a lock that comes while the keyring is being opened is noticed by it. */
  let locks = 0;

  function step(event: LockEvent): void {
    const next = nextStatus(status, event);
    if (!next) throw new Error("no such step");
    status = next;
  }

  function take(event: LockEvent): void {
    step(event);
    ports.publish("state");
  }

  async function observe(): Promise<CopiesReading> {
    const reading = await store.read();
    status = damage.isAll(reading) ? "damaged" : statusOf(reading);
    noteStored({ isThirdStored: true, unreadable: reading.unreadable });
    return reading;
  }

  /** What is stored may have changed since the last look. */
  async function look(): Promise<KeyringStatus> {
    const before = status;
    if (!opened) await observe();
    if (status !== before) ports.publish("state");
    return status;
  }

  async function lock(): Promise<void> {
    locks++;
    const before = opened;
    opened = null;
    wipe(before?.keyringKey, ...(before?.keyring.entries.map((e) => e.key) ?? []));
    const wasUnlocked = status === "unlocked";
    if (wasUnlocked) status = "locked";
    // Pages hear of it when it holds: also a worker that dies now would wake locked.
    await session.end();
    if (wasUnlocked) ports.publish("state");
  }

  async function become(next: Opened): Promise<void> {
    opened = next;
    await session.note({ keyringId: keyringIdOf(next.wrapping), counter: next.counter });
  }

  /** Heals the copies and takes the best one as the state. */
  async function adopt(reading: CopiesReading, copies: OpenedCopies, keyringKey: Uint8Array): Promise<void> {
    const healing = await store.heal(reading, copies);
    notices.add(...noticesOf(reading, copies, healing));
    const { header, place, sealed } = copies.best;
    await become({
      keyring: copies.keyring,
      keyringKey,
      wrapping: header.wrapping,
      counter: header.counter,
      refused: [],
      name: stateName(sealed),
      newest: place,
      blocked: new Set([...healing.blocked, ...reading.unreadable]),
    });
  }

  /** What is stored, and is it still unlocked? @returns whether it is. */
  async function resume(): Promise<boolean> {
    const locksBefore = locks;
    const reading = await observe();
    const keyringKey = await session.load();
    if (!keyringKey || status !== "locked") return false;
    const copies = reopenCopies(reading, keyringKey, await session.seen());
    if (!copies.ok) {
      if (copies.error.code === "rolled-back") notices.add("rolled-back");
      return false;
    }
    await adopt(reading, copies.value, keyringKey);
    if (locks !== locksBefore) return false;
    status = "unlocked";
    return true;
  }

  /** At each start of the worker. Never rejects: whatever fails, it can be locked and asked. */
  async function start(): Promise<void> {
    // First: it takes room from the local copies, which may be healed now.
    await ports.sealed.moveAside();
    const isUnlocked = await resume().catch((reason) => ports.faults.log("resume-failed", reason));
    // It may have died unlocked: pages that are open since then must not go on showing that.
    if (!isUnlocked) await lock().catch(() => undefined);
    if (!isUnlocked) ports.publish("state");
  }

  const ready = start();

  async function write(before: Opened, next: SealedState, to: "next" | "everywhere"): Promise<Written> {
    const written = await writeState(store, before, next, to);
    if (written.after) noteStored(written.stored);
    return written;
  }

  async function seal(next: Keyring): Promise<Result<Keyring, "locked" | NotStored>> {
    const before = opened;
    if (!before) return fail("locked");
    const sealed = sealState(before, next, before);
    if (!sealed.ok) return sealed;
    const written = await write(before, sealed.value, "next");
    if (!written.after) return fail(written.why);
    wipe(...keysGone(before.keyring, next));
    // Locked in the meantime: it is stored, and stays locked.
    if (opened === before) await become(written.after).catch(log);
    else wipe(...next.entries.map((e) => e.key));
    ports.publish("state");
    return ok(next);
  }

  /** The end of creating and unlocking: a lock that came meanwhile stands. */
  async function settle(event: LockEvent, locksBefore: number): Promise<Result<Nothing, "locked">> {
    step(event);
    // Said once, of what holds: by a lock, or here.
    if (locks !== locksBefore) await lock();
    else ports.publish("state");
    return status === "unlocked" ? ok({}) : fail("locked");
  }

  const newKey = createNewKey(store, session, {
    current: () => opened,
    become,
    write,
    noteStored,
    lock,
    publish: () => ports.publish("state"),
    log,
  });

  const files = createKeyringFiles(store, { look, take, newest: () => opened?.newest ?? null });

  return {
    ready,
    lock,
    exportSealed: () => queue(files.exportAll),
    setAside: (seen: Payload<"keyring.set-aside">["seen"]) => queue(() => files.setAside(seen)),

    /** The deadline holds on every wake, whether or not its alarm came. `isIdle`: nobody is there. */
    async enforceDeadline(isIdle = false): Promise<void> {
      await ready;
      if (session.isOver(isIdle)) await lock();
    },

    /** What could not be read may be there again: a page that shows damage need not wait for the next start. */
    async lookAtDamage(): Promise<void> {
      if (status === "damaged") await queue(look);
    },

    state(): KeyringState {
      const settings = opened && knownSettings(opened.keyring.settings);
      return { status, notices: notices.all(), settings, locksAtMs: session.locksAtMs() };
    },

    /** The opened keyring. Its keys are wiped when it locks: copy what must live longer. */
    read(): Result<Keyring, "locked"> {
      return opened ? ok(opened.keyring) : fail("locked");
    },

    /** Of the opened keyring, or the newest stored; nobody vouches for that. Null: nothing whole is stored. */
    wrapping: () => queue(async () => (opened ? opened.wrapping : newestWrapping(await store.read()))),

    /** A use of the extension by its user. */
    async touch(): Promise<void> {
      // It comes with requests that may store something: what is stored is acknowledged all the same.
      if (opened) await session.touch(opened.keyring.settings.autoLockMinutes).catch(log);
    },

    /** The minute's sign of life. */
    async tick(): Promise<void> {
      if (opened && !(await session.tick())) await lock();
    },

    create(passphrase: string) {
      const locksBefore = locks;
      return queue(async (): Promise<Result<Nothing, "keyring-exists" | "locked" | NotStored>> => {
        if ((await look()) !== "empty") return fail("keyring-exists");
        const written = await writeFirstState(store, passphrase, ports.deriveKey);
        if (!written.ok) return written;
        const { first, stored } = written.value;
        noteStored(stored);
        const starting = session.start(first.keyringKey, first.keyring.settings.autoLockMinutes);
        await orLock(lock, starting, () => become(first));
        return settle("create", locksBefore);
      });
    },

    /**
     * @param method - what was given. @param ways - who opens it from now on, where it needs a new key; null:
     *   this method cannot say, so that waits for one that can.
     */
    unlock(method: UnlockMethod, ways: Ways | null) {
      const locksBefore = locks;
      return queue(async (): Promise<Result<{ notices: StorageNotice[] }>> => {
        if (opened) return ok({ notices: notices.all() });
        // Another passphrase may show that there is none.
        damage.forget();
        const reading = await observe();
        if (status === "empty") return fail("no-keyring");
        if (status !== "locked") return fail(status === "damaged" ? "damaged" : "unsupported-version");
        const found = await unlockCopies(reading, method);
        if (!found.ok) {
          if (found.error.code !== "damaged") return found;
          damage.note(reading);
          take("find-damage");
          return found;
        }
        const { keyringKey, copies, isOutdated } = found.value;
        notices.clear();
        if (isRolledBack(await session.seen(), copies)) notices.add("rolled-back");
        const starting = session.start(keyringKey, copies.keyring.settings.autoLockMinutes);
        await orLock(lock, starting, () => adopt(reading, copies, keyringKey));
        const settled = await settle("unlock", locksBefore);
        if (!settled.ok) return settled;
        const kept = await eraseDue(copies.keyring, keyringKey, ports);
        // While a local copy cannot be read it would keep the old key: that waits until it can.
        const isDue = isOutdated && unreadableLocalCopies(reading).length === 0;
        const renewed = ways !== null && isDue ? await newKey.renew(kept, ways) : null;
        if (!renewed && kept !== copies.keyring) await seal(kept);
        if (renewed && renewed.dropped.length > 0) {
          notices.add("passkeys-dropped");
          ports.publish("state");
        }
        return opened ? ok({ notices: notices.all() }) : fail("locked");
      });
    },

    /** Stores what `change` makes of the keyring; answers only when it can be read back. */
    change: <C extends string>(change: (keyring: Keyring) => Result<Keyring, C>) =>
      queue(async (): Promise<Result<Keyring, C | "locked" | NotStored>> => {
        if (!opened) return fail("locked");
        const { keyringKey } = opened;
        const next = change(opened.keyring);
        return next.ok ? seal(await eraseDue(next.value, keyringKey, ports)) : next;
      }),

    /** Another wrapping: another passphrase, or a way to unlock more or less. */
    rewrap: <C extends string>(make: Make<C>, amend?: Amend) => queue(() => newKey.rewrap(make, amend)),
  };
}
