/**
 * The stored copies of the sealed keyring: written so that a crash at any moment leaves one that opens, read
 * back before anyone is told, and never overwritten when they do not open: such bytes are kept aside first.
 */
import { equalBytes } from "../../core/bytes.ts";
import type { OpenedCopies } from "../../core/sealed/opened-copies.ts";
import { stateName } from "../../core/sealed/sealed-keyring.ts";
import {
  type CopiesReading,
  nextLocalCopy,
  PLACES,
  type Place,
  readCopies,
  type StoredCopies,
} from "../../core/sealed/stored-copies.ts";
import type { SealedPort } from "../ports.ts";
import { unreadableLocalCopies } from "./copies-status.ts";

/** `place`: where the newest state is now. */
export type Stored = {
  isStored: boolean;
  /** Also where it is not stored: some places may have it. */
  isBegun: boolean;
  isThirdStored: boolean;
  place: Place;
  /** Places that the browser does not let us read. */
  unreadable: Place[];
};

export type Healing = {
  /** Places that hold the opened state now. */
  healed: Place[];
  /** Places whose bytes could not be kept aside: nothing may be written there before they are. */
  blocked: Place[];
};

/** `isNoLarger`: than the state of now. Two large ones may have no room beside each other. */
type Next = [newest: Place, sealed: Uint8Array, blocked: Set<Place>, isNoLarger: () => boolean];

export function createKeyringStore(port: SealedPort) {
  /** As of the last reading. */
  let unreadable: Place[] = [];

  async function look(): Promise<StoredCopies> {
    const copies = await port.read();
    unreadable = PLACES.filter((place) => copies[place] === "unreadable");
    return copies;
  }

  /** True only when the very bytes can be read again. */
  async function put(place: Place, sealed: Uint8Array): Promise<boolean> {
    try {
      await port.write(place, sealed);
      const readBack = (await look())[place];
      return readBack instanceof Uint8Array && equalBytes(readBack, sealed);
    } catch {
      // A place that takes nothing may be one that cannot be read any more, either.
      await look();
      return false;
    }
  }

  /** Keeps what lies there beside the keyring. False when the browser did not take it or cannot read it. */
  async function keepBeside(places: readonly Place[]): Promise<boolean> {
    try {
      const copies = await look();
      for (const place of places) {
        const bytes = copies[place];
        if (bytes === "unreadable") return false;
        if (bytes !== null) await port.setAside(bytes);
      }
      return true;
    } catch {
      return false;
    }
  }

  /** Places that the browser does not let us read just now. */
  async function findUnreadable(): Promise<Place[]> {
    await look();
    return unreadable;
  }

  const notStored = (newest: Place, isBegun = true): Stored => ({
    isStored: false,
    isBegun,
    isThirdStored: false,
    place: newest,
    unreadable,
  });

  /**
   * The next state where a local copy cannot be read, or has no room for one that is no larger than the last:
   * the other one and the third copy take turns. The one with the newest state is never written first.
   */
  async function writeAround(
    refused: Place,
    ...[newest, sealed, blocked, isNoLarger]: Next
  ): Promise<Stored> {
    const closed = await findUnreadable();
    const isFull = unreadableLocalCopies({ unreadable }).length === 0;
    if (isFull && !isNoLarger()) return notStored(newest);
    const readable = PLACES.filter((place) => !closed.includes(place) && !(isFull && place === refused));
    const [first] = readable.filter((place) => place !== newest);
    if (first === undefined || !(await putSafely(first, sealed, blocked))) return notStored(newest);
    let isThirdStored = first === "third";
    for (const place of readable)
      if (place !== first && (await putSafely(place, sealed, blocked))) isThirdStored ||= place === "third";
    return { isStored: true, isBegun: true, isThirdStored, place: first, unreadable };
  }

  /** Writes where nothing unopened would be lost. */
  async function putSafely(place: Place, sealed: Uint8Array, blocked: Set<Place>): Promise<boolean> {
    if (blocked.has(place) && !(await keepBeside([place]))) return false;
    blocked.delete(place);
    return put(place, sealed);
  }

  return {
    async read(): Promise<CopiesReading> {
      return readCopies(await look());
    },

    /**
     * The next state, to the local copy that does not hold `newest`, then to the third copy or else the other
     * local copy.
     */
    async writeNext(...next: Next): Promise<Stored> {
      const [newest, sealed, blocked] = next;
      const place = nextLocalCopy(newest);
      if (!(await putSafely(place, sealed, blocked))) return writeAround(place, ...next);
      const isThirdStored = await putSafely("third", sealed, blocked);
      if (!isThirdStored) await putSafely(nextLocalCopy(place), sealed, blocked);
      return { isStored: true, isBegun: true, isThirdStored, place, unreadable };
    },

    /** To every place: a first state, or one under a new keyring key. */
    async writeEverywhere(newest: Place, sealed: Uint8Array, blocked: Set<Place>): Promise<Stored> {
      // A local copy that cannot be read would keep the state before, and its key: then nothing is begun.
      await look();
      if (unreadableLocalCopies({ unreadable }).length > 0) return notStored(newest, false);
      const first = nextLocalCopy(newest);
      const second = nextLocalCopy(first);
      if (!(await putSafely(first, sealed, blocked))) return notStored(newest);
      const isThirdStored = await putSafely("third", sealed, blocked);
      // A third copy that cannot be replaced must not go on opening with an old key.
      if (!isThirdStored && !blocked.has("third")) await port.remove("third").catch(() => undefined);
      if (!(await putSafely(second, sealed, blocked))) return notStored(newest);
      return { isStored: true, isBegun: true, isThirdStored, place: first, unreadable };
    },

    /**
     * The state of before over what a failed {@link writeEverywhere} left: to every place that takes it, the
     * newest one last, and only when another has it. A place that cannot be read back may still have taken
     * it. What is left of the failed state then goes, wherever one of before is sure to be.
     */
    async writeBack(
      newest: Place,
      sealed: Uint8Array,
      blocked: Set<Place>,
      names: { before: string; failed: string },
    ): Promise<Stored> {
      const stored: Place[] = [];
      for (const place of [...PLACES.filter((other) => other !== newest), newest])
        if ((place !== newest || stored.length > 0) && (await putSafely(place, sealed, blocked)))
          stored.push(place);
      // With the new key it would count as newer than all that is stored from now on.
      const copies = await look();
      const has = (place: Place, name: string) => {
        const bytes = copies[place];
        return bytes instanceof Uint8Array && stateName(bytes) === name;
      };
      if (stored.length > 0 || has(newest, names.before))
        for (const place of PLACES)
          if (has(place, names.failed)) await port.remove(place).catch(() => undefined);
      const [first] = stored;
      if (first === undefined) return notStored(newest);
      return {
        isStored: true,
        isBegun: true,
        isThirdStored: stored.includes("third"),
        place: first,
        unreadable,
      };
    },

    /** Gives every other place the opened state; what does not open, or is no earlier one, is kept aside first. */
    async heal({ damaged, absent }: CopiesReading, opened: OpenedCopies): Promise<Healing> {
      const { best, unopened, forked, outdated, otherWrapping } = opened;
      const blocked = new Set([...damaged, ...unopened.map((c) => c.place), ...forked]);
      const healed: Place[] = [];
      for (const place of new Set([...blocked, ...absent, ...outdated, ...otherWrapping]))
        if (await putSafely(place, best.sealed, blocked)) healed.push(place);
      return { healed, blocked: [...blocked] };
    },

    /** Takes first copies back that were written before one of them failed. */
    async undo(sealed: Uint8Array): Promise<void> {
      const copies = await look();
      for (const place of PLACES) {
        const bytes = copies[place];
        if (bytes instanceof Uint8Array && equalBytes(bytes, sealed)) await port.remove(place);
      }
    },

    findUnreadable,

    /** Lets go of copies that were set aside; what the browser does not let go stays there. */
    async dropAside(isDropped: (sealed: Uint8Array) => boolean): Promise<void> {
      await port.dropAside(isDropped).catch(() => undefined);
    },

    /**
     * Moves everything out of the way, unchanged. False when it could not be kept: then all stays. A third
     * copy that cannot be read stays where it is.
     */
    async setAsideAll(): Promise<boolean> {
      const closed = await findUnreadable();
      const places = PLACES.filter((place) => place !== "third" || !closed.includes(place));
      if (!(await keepBeside(places))) return false;
      try {
        for (const place of places) await port.remove(place);
        return true;
      } catch {
        return false;
      }
    },

    /**
     * The bytes to save first, then what was set aside. Where no keyring is opened nobody knows which copy
     * matters: then every different one of them, the newest intact one first.
     */
    async exportAll(opened: Place | null): Promise<Uint8Array[]> {
      const copies = await look();
      const intact = readCopies(copies).intact.map((c) => c.place);
      const order = opened ? [opened] : [...intact, ...PLACES];
      const found = order.map((place) => copies[place]).concat(await port.readAside());
      const bytes = found.filter((b) => b instanceof Uint8Array);
      return bytes.filter((b, i) => bytes.findIndex((other) => equalBytes(other, b)) === i);
    },
  };
}

export type KeyringStore = ReturnType<typeof createKeyringStore>;
