/**
 * The real storage of the keyring over fake-indexeddb and a small `chrome`, and the whole background over it.
 */
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { toBase64, utf8ToBytes } from "../../src/core/bytes.ts";
import { PLACES } from "../../src/core/sealed/stored-copies.ts";
import { installChromeStorage } from "../support/chrome-storage.ts";
import { createMemoryBrowser } from "../support/memory-browser.ts";

const chromeStorage = installChromeStorage();
const { closeStorageToContentScripts, sealedStorage, sessionStorage } = await import(
  "../../src/platform/storage.ts"
);

const SLOT_A = "keyring.slot-a";
const SLOT_B = "keyring.slot-b";
const SEALED = Uint8Array.from({ length: 256 }, (_, i) => i);

/** Puts a value into the third copy's own place, past our code. */
function putThird(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("sixtyfour", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("keyring");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction("keyring", "readwrite");
      transaction.objectStore("keyring").put(value, "sealed");
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

const setDatabase = (open: () => unknown) => Object.assign(globalThis, { indexedDB: { open } });

beforeEach(() => {
  chromeStorage.reset();
  Object.assign(globalThis, { indexedDB: new IDBFactory() });
});

describe("places", () => {
  test("nothing at first; each holds its own bytes, and gives them up", async () => {
    expect(await sealedStorage.read()).toEqual({ "copy-a": null, "copy-b": null, third: null });
    for (const [i, place] of PLACES.entries()) await sealedStorage.write(place, SEALED.subarray(i));
    expect(await sealedStorage.read()).toEqual({
      "copy-a": SEALED,
      "copy-b": SEALED.subarray(1),
      third: SEALED.subarray(2),
    });
    expect(chromeStorage.local.stored.get(SLOT_A)).toBe(toBase64(SEALED));
    for (const place of PLACES) await sealedStorage.remove(place);
    expect(await sealedStorage.read()).toEqual({ "copy-a": null, "copy-b": null, third: null });
  });

  test.each([
    ["text that is no base64", "NjQ=%", "NjQ=%"],
    ["base64 without its padding", "NjQ", "NjQ"],
    ["an object", { 0: 54, b: [1] }, '{"0":54,"b":[1]}'],
    ["a number", 64, "64"],
    ["null", null, "null"],
    ["no text at all", "", ""],
  ])("%s is damage whose bytes are kept whole", async (_, stored, text) => {
    chromeStorage.local.stored.set(SLOT_A, stored);
    await putThird(stored);
    const copies = await sealedStorage.read();
    expect(copies["copy-a"]).toEqual(utf8ToBytes(text));
    expect(copies.third).toEqual(utf8ToBytes(text));
    await sealedStorage.setAside(copies["copy-a"] as Uint8Array);
    expect(await sealedStorage.readAside()).toEqual([utf8ToBytes(text)]);
  });

  test("bytes of another kind in the database are read as they are", async () => {
    await putThird(SEALED.buffer);
    expect((await sealedStorage.read()).third).toEqual(SEALED);
    await putThird(new DataView(SEALED.buffer, 2, 5));
    expect((await sealedStorage.read()).third).toEqual(SEALED.subarray(2, 7));
  });

  test("a refused write rejects, and what was there stays", async () => {
    for (const place of PLACES) await sealedStorage.write(place, SEALED);
    chromeStorage.local.refuses.add("set");
    await expect(sealedStorage.write("copy-a", SEALED.subarray(1))).rejects.toThrow("QUOTA_BYTES");
    await expect(sealedStorage.write("copy-b", SEALED.subarray(1))).rejects.toThrow("QUOTA_BYTES");
    chromeStorage.local.refuses.add("remove");
    await expect(sealedStorage.remove("copy-a")).rejects.toThrow("QUOTA_BYTES");
    const database = indexedDB;
    setDatabase(() => {
      throw new DOMException("", "QuotaExceededError");
    });
    await expect(sealedStorage.write("third", SEALED.subarray(1))).rejects.toThrow();
    Object.assign(globalThis, { indexedDB: database });
    expect(await sealedStorage.read()).toEqual({ "copy-a": SEALED, "copy-b": SEALED, third: SEALED });
  });
});

describe("what cannot be read is not taken for nothing", () => {
  test("the slots: the third copy is read all the same", async () => {
    for (const place of PLACES) await sealedStorage.write(place, SEALED);
    chromeStorage.local.refuses.add("get");
    expect(await sealedStorage.read()).toEqual({
      "copy-a": "unreadable",
      "copy-b": "unreadable",
      third: SEALED,
    });
  });

  test.each([SLOT_A, SLOT_B])("one slot (%s): the other one is read all the same", async (spoilt) => {
    for (const place of PLACES) await sealedStorage.write(place, SEALED);
    chromeStorage.local.spoilt.add(spoilt);
    expect(await sealedStorage.read()).toEqual({
      "copy-a": spoilt === SLOT_A ? "unreadable" : SEALED,
      "copy-b": spoilt === SLOT_B ? "unreadable" : SEALED,
      third: SEALED,
    });
  });

  test.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new DOMException("", "SecurityError");
      },
    ],
    [
      "fails to open",
      () => {
        const request = { error: new DOMException("", "UnknownError"), onerror: () => undefined };
        setImmediate(() => request.onerror());
        return request;
      },
    ],
  ])("a database that %s: the slots are read all the same", async (_, open) => {
    await sealedStorage.write("copy-a", SEALED);
    setDatabase(open);
    expect(await sealedStorage.read()).toEqual({ "copy-a": SEALED, "copy-b": null, third: "unreadable" });
  });

  test("a silent database holds nothing up for longer than three seconds", async () => {
    await sealedStorage.write("copy-a", SEALED);
    setDatabase(() => ({}));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      let copies: unknown = "waiting";
      const reading = sealedStorage.read().then((read) => {
        copies = read;
      });
      const writing = expect(sealedStorage.write("third", SEALED)).rejects.toThrow("silent");
      await vi.advanceTimersByTimeAsync(2_999);
      expect(copies).toBe("waiting");
      await vi.advanceTimersByTimeAsync(1);
      await Promise.all([reading, writing]);
      expect(copies).toEqual({ "copy-a": SEALED, "copy-b": null, third: "unreadable" });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

test("sightings: none at first, written, read, removed; a refusal rejects, and what is no base64 is none", async () => {
  expect(await sealedStorage.readSightings()).toBeNull();
  await sealedStorage.writeSightings(SEALED);
  expect(await sealedStorage.readSightings()).toEqual(SEALED);
  chromeStorage.local.refuses.add("set");
  await expect(sealedStorage.writeSightings(SEALED)).rejects.toThrow("QUOTA_BYTES");
  chromeStorage.local.refuses.clear();
  await sealedStorage.writeSightings(null);
  expect(chromeStorage.local.stored.size).toBe(0);
  chromeStorage.local.stored.set("keyring.sightings", { no: "text" });
  expect(await sealedStorage.readSightings()).toBeNull();
});

test("session storage: set, read, removed, and nothing of it in the other area", async () => {
  expect(await sessionStorage.get("a")).toBeUndefined();
  await sessionStorage.set("a", { b: [1] });
  await sessionStorage.set("c", 2);
  expect([await sessionStorage.get("a"), await sessionStorage.get("c")]).toEqual([{ b: [1] }, 2]);
  await sessionStorage.remove("a");
  expect([await sessionStorage.get("a"), await sessionStorage.get("c")]).toEqual([undefined, 2]);
  expect(chromeStorage.local.stored.size).toBe(0);
});

test("both areas are closed to content scripts where the browser can, and nothing happens where not", async () => {
  await closeStorageToContentScripts();
  expect([chromeStorage.local.levels, chromeStorage.session.levels]).toEqual([[], []]);
  chromeStorage.makeClosable();
  await closeStorageToContentScripts();
  const closed = [{ accessLevel: "TRUSTED_CONTEXTS" }];
  expect([chromeStorage.local.levels, chromeStorage.session.levels]).toEqual([closed, closed]);
});

describe("the background over it", () => {
  const PASSPHRASE = "plain wide river stone";

  async function createWithEntry() {
    const browser = createMemoryBrowser({}, { sealed: sealedStorage, session: sessionStorage });
    await browser.get("keyring.create", { passphrase: PASSPHRASE });
    await browser.get("entry.generate", { label: "Mine", phoneEnding: "" });
    return browser;
  }

  /** The browser ends and starts again. */
  async function quit(browser: Awaited<ReturnType<typeof createWithEntry>>) {
    chromeStorage.session.stored.clear();
    await browser.quit();
    expect((await browser.get("keyring.state", {})).status).toBe("locked");
  }

  test("created, found unlocked by the next worker, locked after the browser's end, unlocked again", async () => {
    const browser = await createWithEntry();
    await browser.wake();
    expect(await browser.get("entry.list", {})).toMatchObject([{ label: "Mine" }]);
    await quit(browser);
    expect(await browser.get("keyring.unlock", { passphrase: PASSPHRASE })).toEqual({ notices: [] });
    expect(await browser.get("entry.list", {})).toMatchObject([{ label: "Mine" }]);
  });

  test("one slot that cannot be read: changes are stored all the same, over the browser's end", async () => {
    const browser = await createWithEntry();
    await quit(browser);
    chromeStorage.local.spoilt.add(SLOT_A);
    const { notices } = await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(notices).toEqual(["copy-unreadable"]);
    for (const label of ["b", "c", "d"]) await browser.get("entry.generate", { label, phoneEnding: "" });
    await quit(browser);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    const labels = (await browser.get("entry.list", {})).map(({ label }) => label);
    expect(labels).toEqual(["Mine", "b", "c", "d"]);
  });

  test("a browser without IndexedDB: a keyring is made, found and changed, and it is said", async () => {
    setDatabase(() => {
      throw new DOMException("", "InvalidStateError");
    });
    const browser = await createWithEntry();
    expect((await browser.get("keyring.state", {})).notices).toEqual(["third-copy-failed"]);
    await quit(browser);
    const { notices } = await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(notices).toEqual(["third-copy-failed"]);
    expect(await browser.get("entry.list", {})).toMatchObject([{ label: "Mine" }]);
  });

  test("both slots spoilt: the third copy heals them, and what lay there is kept", async () => {
    const browser = await createWithEntry();
    chromeStorage.local.stored.set(SLOT_A, "no base64 %").set(SLOT_B, { no: "text" });
    await quit(browser);
    const { notices } = await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(notices).toEqual(["copy-healed"]);
    expect(await browser.get("entry.list", {})).toMatchObject([{ label: "Mine" }]);
    const { third, ...slots } = await sealedStorage.read();
    expect(third).toBeInstanceOf(Uint8Array);
    expect(slots).toEqual({ "copy-a": third, "copy-b": third });
    const aside = await sealedStorage.readAside();
    expect(aside).toHaveLength(2);
    expect(aside).toEqual(expect.arrayContaining([utf8ToBytes("no base64 %"), utf8ToBytes('{"no":"text"}')]));
  });
});
