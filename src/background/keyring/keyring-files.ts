/**
 * The sealed bytes as such: saved to a file, taken from one, set aside. No passphrase is needed for any of
 * it.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import type { KeyringStatus, LockEvent } from "../../core/keyring/lock-state.ts";
import { inspectSealed } from "../../core/sealed/sealed-keyring.ts";
import { PLACES, type Place } from "../../core/sealed/stored-copies.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";

type Nothing = Record<string, never>;

type Keyring = {
  look(): Promise<KeyringStatus>;
  take(event: LockEvent): void;
  noteThird(stored: Stored): void;
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
      const status = await keyring.look();
      if (status !== "empty" && status !== "damaged") return fail("keyring-exists");
      if (!(await store.keepBeside(PLACES))) return fail("not-stored");
      const stored = await store.writeEverywhere("slot-b", sealed, new Set());
      if (!stored.isStored) {
        await store.undo(sealed);
        return fail("not-stored");
      }
      keyring.noteThird(stored);
      keyring.take("import");
      return ok({});
    },

    /** A keyring that is damaged, too new, or whose passphrase is lost makes room for another; it is kept. */
    async setAside(): Promise<Result<Nothing>> {
      const status = await keyring.look();
      if (status === "empty" || status === "unlocked") return fail("keyring-exists");
      if (!(await store.setAsideAll())) return fail("not-stored");
      keyring.take("set-aside");
      return ok({});
    },
  };
}
