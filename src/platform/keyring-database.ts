/**
 * The browser's database, beside `storage.local`: what destroys the one may spare the other. It has one store;
 * in it lie the third copy (`third-copy.ts`) and what was set aside (`set-aside.ts`).
 */
const DATABASE = "sixtyfour";
const STORE = "keyring";

/** How long to wait for a database that does not answer: the two local copies must not wait for it. */
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

async function act<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  try {
    // "strict": the transaction completes only when the bytes are on disk.
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB"));
    });
    const [value] = await Promise.all([settle(ask(transaction.objectStore(STORE))), done]);
    return value;
  } finally {
    database.close();
  }
}

/** One request in a transaction of its own. Rejects where the database does not do it, or does not answer. */
export function transact<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return inTime(act(mode, ask));
}
