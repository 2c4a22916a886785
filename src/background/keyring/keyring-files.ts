/** The sealed bytes as such: saved to a file, or set aside. Neither needs the passphrase. */
import { fail, ok, type Result } from "../../core/errors.ts";
import type { KeyringStatus, LockEvent } from "../../core/keyring/lock-state.ts";
import type { Nothing } from "../../core/schema.ts";
import type { Place } from "../../core/sealed/stored-copies.ts";
import { whyNotStored } from "./copies-status.ts";
import type { KeyringStore } from "./keyring-store.ts";

type Keyring = {
  look(): Promise<KeyringStatus>;
  take(event: LockEvent): void;
  /** Where the opened state lies; null while locked. */
  newest(): Place | null;
};

export function createKeyringFiles(store: KeyringStore, keyring: Keyring) {
  return {
    /** The bytes to save first, then all others that lie there or were set aside. */
    exportAll: (): Promise<Uint8Array[]> => store.exportAll(keyring.newest()),

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
