/**
 * Bytes that do not open, kept unchanged beside the keyring: in the database, where they take no room from the
 * two local copies.
 *
 * Where the database does not work they go into `storage.local`, as they did in earlier versions; there is room
 * for one keyring (core `storage-budget.ts`). What lies there moves into the database as soon as it works. Each
 * run of bytes has its SHA-256 as its name: whatever is cut off between the two places, it lies in one of them,
 * and what lies in both is one run.
 */
import { equalBytes, fromBase64, toBase64 } from "../core/bytes.ts";
import { MOST_SET_ASIDE, MOST_SET_ASIDE_BYTES } from "../core/keyring/storage-budget.ts";
import { asideName, isAsideName } from "../core/sealed/stored-copies.ts";
import { browser } from "./browser.ts";
import { foreignBytes } from "./foreign-value.ts";
import { transact } from "./keyring-database.ts";
import { log, logged } from "./log.ts";

const IN_LOCAL = "keyring.set-aside";

const isAside = (name: IDBValidKey): name is string => typeof name === "string" && isAsideName(name);

export function bytesOf(stored: unknown): Uint8Array {
  return (typeof stored === "string" ? fromBase64(stored) : null) ?? foreignBytes(stored);
}

/** Base64 texts. Anything else that lies there is kept as the bytes that it is. */
async function readLocal(): Promise<unknown[]> {
  const stored: unknown = (await browser.storage.local.get(IN_LOCAL))[IN_LOCAL];
  if (stored === undefined) return [];
  return Array.isArray(stored) ? stored : [stored];
}

async function writeLocal(left: readonly unknown[]): Promise<void> {
  const { local } = browser.storage;
  await (left.length > 0 ? local.set({ [IN_LOCAL]: left }) : local.remove(IN_LOCAL));
}

async function readDatabase(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await transact("readonly", (store) => store.getAllKeys())).filter(isAside);
  const read = async (name: string) => {
    const stored: unknown = await transact("readonly", (store) => store.get(name));
    return { name, bytes: foreignBytes(stored) };
  };
  return Promise.all(names.map(read));
}

/** False when there is no more room for them. Rejects where the database does not work. */
async function putIntoDatabase(sealed: Uint8Array): Promise<boolean> {
  const name = asideName(sealed);
  const kept = await readDatabase();
  if (kept.some((one) => one.name === name && equalBytes(one.bytes, sealed))) return true;
  const size = kept.reduce((sum, { bytes }) => sum + bytes.length, sealed.length);
  if (kept.length >= MOST_SET_ASIDE || size > MOST_SET_ASIDE_BYTES) return false;
  await transact("readwrite", (store) => store.put(sealed, name));
  const readBack: unknown = await transact("readonly", (store) => store.get(name));
  if (!equalBytes(foreignBytes(readBack), sealed)) throw new Error("not stored");
  return true;
}

async function putIntoLocal(sealed: Uint8Array): Promise<void> {
  const kept = await readLocal();
  const text = toBase64(sealed);
  if (kept.includes(text)) return;
  if (kept.length >= MOST_SET_ASIDE) throw new Error("no room");
  await writeLocal([...kept, text]);
  if (!(await readLocal()).includes(text)) throw new Error("not stored");
}

const nothing = (reason: unknown): [] => {
  log("storage-failed", reason);
  return [];
};

export const asideStorage = {
  /** Rejects when there is no more room for them. */
  async setAside(sealed: Uint8Array): Promise<void> {
    let isKept: boolean;
    try {
      isKept = await putIntoDatabase(sealed);
    } catch (reason) {
      log("storage-failed", reason);
      return putIntoLocal(sealed);
    }
    if (!isKept) throw new Error("no room");
  },

  /** What can be read of it. */
  async readAside(): Promise<Uint8Array[]> {
    const inLocal = (await readLocal().catch(nothing)).map(bytesOf);
    const inDatabase = (await readDatabase().catch(nothing)).map(({ bytes }) => bytes);
    return [...inLocal, ...inDatabase.filter((one) => !inLocal.some((other) => equalBytes(one, other)))];
  },

  /** Both places are tried, whatever the other one says. */
  async dropAside(isDropped: (sealed: Uint8Array) => boolean): Promise<void> {
    const fromLocal = async () => {
      const kept = await readLocal();
      const left = kept.filter((stored) => !isDropped(bytesOf(stored)));
      if (left.length < kept.length) await writeLocal(left);
    };
    const fromDatabase = async () => {
      const dropped = (await readDatabase()).filter(({ bytes }) => isDropped(bytes));
      for (const { name } of dropped) await transact("readwrite", (store) => store.delete(name));
    };
    const [local, database] = await Promise.allSettled([fromLocal(), fromDatabase()]);
    for (const one of [local, database])
      if (one.status === "rejected") await logged("storage-failed", Promise.reject(one.reason));
  },

  /** From `storage.local` into the database, as far as it takes it. Never rejects. */
  async moveAside(): Promise<void> {
    try {
      const kept = await readLocal();
      for (const [moved, stored] of kept.entries()) {
        if (!(await putIntoDatabase(bytesOf(stored)))) return;
        await writeLocal(kept.slice(moved + 1));
      }
    } catch (reason) {
      log("storage-failed", reason);
    }
  },
};
