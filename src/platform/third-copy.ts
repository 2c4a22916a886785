/** The third copy of the sealed keyring, in IndexedDB: what destroys `storage.local` may spare it. */
import { foreignBytes } from "./foreign-value.ts";
import { log } from "./log.ts";

const DATABASE = "sixtyfour";
const STORE = "keyring";
const KEY = "sealed";

/** How long to wait for a database that does not answer: the two slots must not wait for it. */
const ANSWER_WITHIN_MS = 3_000;

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("IndexedDB is silent")), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settle(request);
}

async function transact<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    // "strict": the transaction completes only when the bytes are on disk.
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
    });
    const [value] = await Promise.all([settle(act(transaction.objectStore(STORE))), done]);
    return value;
  } finally {
    database.close();
  }
}

/** Null when there is none; `unreadable` when the database does not say: it may hold the only good copy. */
export async function readThirdCopy(): Promise<Uint8Array | null | "unreadable"> {
  try {
    const stored: unknown = await inTime(transact("readonly", (store) => store.get(KEY)));
    return stored === undefined ? null : foreignBytes(stored);
  } catch (reason) {
    log("storage-failed", reason);
    return "unreadable";
  }
}

export async function writeThirdCopy(sealed: Uint8Array): Promise<void> {
  await inTime(transact("readwrite", (store) => store.put(sealed, KEY)));
}

export async function removeThirdCopy(): Promise<void> {
  await inTime(transact("readwrite", (store) => store.delete(KEY)));
}
