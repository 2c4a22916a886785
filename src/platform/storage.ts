/**
 * `storage.local` for sealed bytes and what is no secret, `storage.session` for what must survive the worker but not the
 * browser.
 *
 * Chromium closes both to content scripts; Firefox has no session storage there and cannot close the local
 * one.
 */
import { fromBase64, toBase64 } from "../core/bytes.ts";
import type { Place, StoredCopies, StoredCopy } from "../core/sealed/stored-copies.ts";
import type { ClosableArea } from "./beside-polyfill.ts";
import { browser } from "./browser.ts";
import { log, logged } from "./log.ts";
import { asideStorage, bytesOf } from "./set-aside.ts";
import { readThirdCopy, removeThirdCopy, writeThirdCopy } from "./third-copy.ts";

const LOCAL_KEYS = { "copy-a": "keyring.slot-a", "copy-b": "keyring.slot-b" } as const;
const SIGHTINGS = "keyring.sightings";

/** Only where the browser can (Chrome 140): content scripts see neither area. */
export async function closeStorageToContentScripts(): Promise<void> {
  const areas: ClosableArea[] = [browser.storage.local, browser.storage.session];
  for (const area of areas) await area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

function copyOf(stored: unknown): StoredCopy {
  return stored === undefined ? null : bytesOf(stored);
}

/** By itself: a browser that cannot give one value gives none of those that are asked for with it. */
async function readLocalCopy(key: string): Promise<StoredCopy> {
  try {
    return copyOf((await browser.storage.local.get(key))[key]);
  } catch (reason) {
    log("storage-failed", reason);
    return "unreadable";
  }
}

export const sealedStorage = {
  /** Never rejects: a local copy that cannot be read is reported as such, and the others are still read. */
  async read(): Promise<StoredCopies> {
    const [a, b, third] = await Promise.all([
      readLocalCopy(LOCAL_KEYS["copy-a"]),
      readLocalCopy(LOCAL_KEYS["copy-b"]),
      readThirdCopy(),
    ]);
    return { "copy-a": a, "copy-b": b, third };
  },

  /** Rejects when the browser does not take it. */
  async write(place: Place, sealed: Uint8Array): Promise<void> {
    await logged(
      "storage-failed",
      place === "third"
        ? writeThirdCopy(sealed)
        : browser.storage.local.set({ [LOCAL_KEYS[place]]: toBase64(sealed) }),
    );
  },

  async remove(place: Place): Promise<void> {
    await logged(
      "storage-failed",
      place === "third" ? removeThirdCopy() : browser.storage.local.remove(LOCAL_KEYS[place]),
    );
  },

  ...asideStorage,

  async readSightings(): Promise<Uint8Array | null> {
    const stored: unknown = (await browser.storage.local.get(SIGHTINGS))[SIGHTINGS];
    return typeof stored === "string" ? fromBase64(stored) : null;
  },

  async writeSightings(sealed: Uint8Array | null): Promise<void> {
    const { local } = browser.storage;
    await logged(
      "storage-failed",
      sealed ? local.set({ [SIGHTINGS]: toBase64(sealed) }) : local.remove(SIGHTINGS),
    );
  },
};

const valuesIn = (area: "session" | "local") => ({
  async get(key: string): Promise<unknown> {
    return (await browser.storage[area].get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage[area].set({ [key]: value });
  },
  async remove(key: string): Promise<void> {
    await browser.storage[area].remove(key);
  },
});

export const sessionStorage = valuesIn("session");
export const lastingStorage = valuesIn("local");
