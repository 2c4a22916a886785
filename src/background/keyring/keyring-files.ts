/**
 * The sealed bytes as such: saved to a file, taken from one, set aside. No passphrase is needed for any of
 * it.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import type { KeyringStatus, LockEvent } from "../../core/keyring/lock-state.ts";
import { MOST_SEALED_BYTES } from "../../core/keyring/storage-budget.ts";
import type { Nothing } from "../../core/schema.ts";
import { inspectSealed } from "../../core/sealed/sealed-keyring.ts";
import { PLACES, type Place } from "../../core/sealed/stored-copies.ts";
import { whyNotStored } from "./copies-status.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";

/**
 * No keyring counts so far by being used. A prepared one that begins at the last number could not be changed,
 * or its next key would count as older than the one that its maker has.
 */
const MOST_GENERATION = 2 ** 31;
const MOST_COUNTER = 2 ** 52;

type Keyring = {
  look(): Promise<KeyringStatus>;
  take(event: LockEvent): void;
  noteStored(stored: Stored): void;
  /** Where the opened state lies; null while locked. */
  newest(): Place | null;
};

export function createKeyringFiles(store: KeyringStore, keyring: Keyring) {
  return {
    /** The bytes to save first, then all others that lie there or were set aside. */
    exportAll: (): Promise<Uint8Array[]> => store.exportAll(keyring.newest()),

    /** Only where no keyring opens. What lies there is kept aside before anything is written over it. */
    async importSealed(sealed: Uint8Array): Promise<Result<Nothing>> {
      const header = inspectSealed(sealed);
      if (!header.ok) return header;
      const { wrapGeneration, counter } = header.value;
      if (wrapGeneration > MOST_GENERATION || counter > MOST_COUNTER) return fail("damaged");
      // Two slots could not hold it beside each other: then nothing could be changed any more.
      if (sealed.length > MOST_SEALED_BYTES) return fail("file-too-large");
      const status = await keyring.look();
      if (status !== "empty" && status !== "damaged") return fail("keyring-exists");
      const unreadable = await store.findUnreadable();
      const readable = PLACES.filter((place) => !unreadable.includes(place));
      if (!(await store.keepBeside(readable))) return fail(whyNotStored({ unreadable }));
      // Noted first: whoever made the file may hold its key, and its first unlock must bring a new one.
      if (!(await store.noteTakenIn())) return fail(whyNotStored({ unreadable }));
      const stored = await store.writeEverywhere("slot-b", sealed, new Set(unreadable));
      if (!stored.isStored) {
        await store.undo(sealed);
        return fail(whyNotStored(stored));
      }
      keyring.noteStored(stored);
      keyring.take("import");
      return ok({});
    },

    /**
     * A keyring that is damaged, too new, or whose passphrase is lost makes room for another; it is kept.
     *
     * @param seen - what the user was shown. Storage may be readable again, and the keyring whole.
     */
    async setAside(seen: "damaged" | "whole"): Promise<Result<Nothing>> {
      const status = await keyring.look();
      const found = { damaged: "damaged", locked: "whole", "unsupported-version": "whole" } as const;
      if (status === "empty" || status === "unlocked" || found[status] !== seen)
        return fail("keyring-exists");
      if (!(await store.setAsideAll()))
        return fail(whyNotStored({ unreadable: await store.findUnreadable() }));
      keyring.take("set-aside");
      return ok({});
    },
  };
}
