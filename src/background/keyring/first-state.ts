/** The first state of a new keyring, stored in every place before it counts. */
import { wipe } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { emptyKeyring } from "../../core/keyring/opened-keyring.ts";
import type { DeriveKey } from "../../core/sealed/kdf.ts";
import { createWrapping } from "../../core/sealed/rotation.ts";
import { sealKeyring, stateName } from "../../core/sealed/sealed-keyring.ts";
import { type NotStored, whyNotStored } from "./copies-status.ts";
import type { KeyringStore, Stored } from "./keyring-store.ts";
import type { Opened } from "./opened-state.ts";

export async function writeFirstState(
  store: KeyringStore,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<{ first: Opened; stored: Stored }, NotStored>> {
  const { wrapping, keyringKey } = await createWrapping(passphrase, deriveKey);
  const keyring = emptyKeyring();
  const sealed = sealKeyring(wrapping, keyringKey, 1, keyring);
  // What a database that cannot be read just now may hold is not overwritten.
  const blocked = new Set(await store.findUnreadable());
  const stored = await store.writeEverywhere("copy-b", sealed, blocked);
  if (!stored.isStored) {
    wipe(keyringKey);
    await store.undo(sealed);
    return fail(whyNotStored(stored));
  }
  const name = stateName(sealed);
  return ok({
    first: { keyring, keyringKey, wrapping, counter: 1, refused: [], name, newest: stored.place, blocked },
    stored,
  });
}
