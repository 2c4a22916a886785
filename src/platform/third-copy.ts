/** The third copy of the sealed keyring, in IndexedDB: what destroys `storage.local` may spare it. */
import { foreignBytes } from "./foreign-value.ts";
import { transact } from "./keyring-database.ts";
import { log } from "./log.ts";

const KEY = "sealed";

/** Null when there is none; `unreadable` when the database does not say: it may hold the only good copy. */
export async function readThirdCopy(): Promise<Uint8Array | null | "unreadable"> {
  try {
    const stored: unknown = await transact("readonly", (store) => store.get(KEY));
    return stored === undefined ? null : foreignBytes(stored);
  } catch (reason) {
    log("storage-failed", reason);
    return "unreadable";
  }
}

export async function writeThirdCopy(sealed: Uint8Array): Promise<void> {
  await transact("readwrite", (store) => store.put(sealed, KEY));
}

export async function removeThirdCopy(): Promise<void> {
  await transact("readwrite", (store) => store.delete(KEY));
}
