/**
 * What was set aside, over fake-indexeddb and a small `chrome`: in the database, out of the slots' own storage;
 * and nothing of it is lost, whatever fails and wherever it is cut off.
 */
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { toBase64, utf8ToBytes } from "../../src/core/bytes.ts";
import {
  MOST_READ_BYTES,
  MOST_SEALED_BYTES,
  MOST_SET_ASIDE,
  MOST_SET_ASIDE_BYTES,
} from "../../src/core/keyring/storage-budget.ts";
import { installChromeStorage, QUOTA_BYTES } from "../support/chrome-storage.ts";
import { createMemoryBrowser } from "../support/memory-browser.ts";

const chromeStorage = installChromeStorage();
const { sealedStorage, sessionStorage } = await import("../../src/platform/storage.ts");

const IN_LOCAL = "keyring.set-aside";
const run = (i: number, length = 64) => new Uint8Array(length).fill(i + 1);
const RUNS = Array.from({ length: MOST_SET_ASIDE }, (_, i) => run(i));
const inLocal = () => chromeStorage.local.stored.get(IN_LOCAL);

const sorted = (runs: readonly Uint8Array[]) => runs.map(toBase64).sort();
const aside = async () => sorted(await sealedStorage.readAside());

const setDatabase = (database: unknown) => Object.assign(globalThis, { indexedDB: database });
const broken = {
  open: () => {
    throw new DOMException("", "InvalidStateError");
  },
};

/** The database does not take anything from now on; it is still read. */
function refusePuts(): () => void {
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("", "QuotaExceededError");
  };
  return () => {
    IDBObjectStore.prototype.put = real;
  };
}

beforeEach(async () => {
  chromeStorage.reset();
  const { IDBObjectStore: Store } = await import("fake-indexeddb");
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBObjectStore: Store });
});

describe("in the database", () => {
  test("sixteen different runs, each once; the next is refused and the first ones stay", async () => {
    expect(await aside()).toEqual([]);
    for (const bytes of [...RUNS, ...RUNS]) await sealedStorage.setAside(bytes);
    await expect(sealedStorage.setAside(run(16))).rejects.toThrow("no room");
    expect(await aside()).toEqual(sorted(RUNS));
    expect(chromeStorage.local.stored.size).toBe(0);
  });

  test("no more together than one message to a page takes", async () => {
    const large = Math.floor(MOST_SET_ASIDE_BYTES / 4);
    for (let i = 0; i < 4; i++) await sealedStorage.setAside(run(i, large));
    await expect(sealedStorage.setAside(run(4))).rejects.toThrow("no room");
    expect(await sealedStorage.readAside()).toHaveLength(4);
    const most = 3 * MOST_READ_BYTES + MOST_SET_ASIDE_BYTES + (QUOTA_BYTES * 3) / 4;
    expect((most * 4) / 3).toBeLessThan(64 * 1024 * 1024);
  });

  test("the third copy is none of it, and neither takes the other away", async () => {
    await sealedStorage.write("third", run(0));
    await sealedStorage.setAside(run(1));
    expect(await aside()).toEqual(sorted([run(1)]));
    await sealedStorage.remove("third");
    expect(await aside()).toEqual(sorted([run(1)]));
    await sealedStorage.dropAside(() => true);
    expect((await sealedStorage.read()).third).toBeNull();
    expect(await aside()).toEqual([]);
  });

  test("what is to be dropped goes, from both places, and the rest stays", async () => {
    chromeStorage.local.stored.set(IN_LOCAL, [7, toBase64(run(0)), toBase64(run(1))]);
    for (const i of [2, 3]) await sealedStorage.setAside(run(i));
    await sealedStorage.dropAside((bytes) => bytes[0] === 1 || bytes[0] === 3);
    expect(await aside()).toEqual(sorted([utf8ToBytes("7"), run(1), run(3)]));
    expect((inLocal() as unknown[])[0]).toBe(7);
    await sealedStorage.dropAside(() => true);
    expect(await aside()).toEqual([]);
    expect(chromeStorage.local.stored.has(IN_LOCAL)).toBe(false);
  });

  test("where one place does not let go, the other does, and it is not hidden", async () => {
    chromeStorage.local.stored.set(IN_LOCAL, [toBase64(run(0))]);
    await sealedStorage.setAside(run(1));
    chromeStorage.local.refuses.add("remove");
    await expect(sealedStorage.dropAside(() => true)).rejects.toThrow("QUOTA_BYTES");
    expect(await aside()).toEqual(sorted([run(0)]));
  });
});

describe("where the database does not work", () => {
  test.each([
    ["is missing", undefined],
    ["throws", broken],
  ])("it %s: they go into storage.local, are read there, and move once it works", async (_, database) => {
    const works = indexedDB;
    setDatabase(database);
    await sealedStorage.setAside(run(0));
    await sealedStorage.setAside(run(0));
    expect(inLocal()).toEqual([toBase64(run(0))]);
    expect(await aside()).toEqual(sorted([run(0)]));
    await sealedStorage.moveAside();
    expect(inLocal()).toEqual([toBase64(run(0))]);
    setDatabase(works);
    await sealedStorage.moveAside();
    expect(chromeStorage.local.stored.size).toBe(0);
    expect(await aside()).toEqual(sorted([run(0)]));
  });

  test("it takes nothing more: the same", async () => {
    await sealedStorage.setAside(run(0));
    const restore = refusePuts();
    await sealedStorage.setAside(run(1));
    restore();
    expect(inLocal()).toEqual([toBase64(run(1))]);
    expect(await aside()).toEqual(sorted([run(0), run(1)]));
  });

  test("one keyring at the bound has room beside two slots; the next is refused, and all stay", async () => {
    setDatabase(broken);
    for (const place of ["copy-a", "copy-b"] as const)
      await sealedStorage.write(place, run(9, MOST_SEALED_BYTES));
    await sealedStorage.setAside(run(0, MOST_SEALED_BYTES));
    await expect(sealedStorage.setAside(run(1, MOST_SEALED_BYTES))).rejects.toThrow("QUOTA_BYTES");
    expect(await aside()).toEqual(sorted([run(0, MOST_SEALED_BYTES)]));
  });

  test("a refusal or a lie of storage.local rejects as well", async () => {
    setDatabase(broken);
    await sealedStorage.setAside(run(0));
    chromeStorage.local.refuses.add("set");
    await expect(sealedStorage.setAside(run(1))).rejects.toThrow("QUOTA_BYTES");
    chromeStorage.local.refuses.clear();
    const { stored } = chromeStorage.local;
    chromeStorage.local.stored = Object.assign(new Map(stored), { set: () => stored });
    await expect(sealedStorage.setAside(run(1))).rejects.toThrow("not stored");
    chromeStorage.local.stored = stored;
    expect(await aside()).toEqual(sorted([run(0)]));
  });

  test("storage.local cannot be read: what the database has is given", async () => {
    await sealedStorage.setAside(run(0));
    chromeStorage.local.refuses.add("get");
    await sealedStorage.moveAside();
    expect(await aside()).toEqual(sorted([run(0)]));
  });
});

describe("what an earlier version set aside in storage.local", () => {
  test.each([
    ["texts", [toBase64(run(0)), toBase64(run(1))], [run(0), run(1)]],
    ["no list", "plain text", [utf8ToBytes("plain text")]],
    ["a list of other things", [7, "%"], [utf8ToBytes("7"), utf8ToBytes("%")]],
  ])("%s: is read as it lies, and moves whole", async (_, lies, runs) => {
    chromeStorage.local.stored.set(IN_LOCAL, lies);
    expect(await aside()).toEqual(sorted(runs));
    await sealedStorage.moveAside();
    expect(chromeStorage.local.stored.size).toBe(0);
    expect(await aside()).toEqual(sorted(runs));
  });

  test("a power cut at each point loses nothing, and the next start ends the move", async () => {
    const three = [run(0), run(1), run(2)];
    // Each call that writes, in either place, is the last one once.
    for (let cut = 1; cut <= 7; cut++) {
      chromeStorage.reset();
      setDatabase(new IDBFactory());
      chromeStorage.local.stored.set(IN_LOCAL, three.map(toBase64));
      let left = cut;
      const count = () => {
        left -= 1;
        if (left <= 0) throw new Error("cut");
      };
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        count();
        return put.apply(this, given);
      };
      const { local } = chrome.storage;
      const real = { set: local.set, remove: local.remove };
      const cutting =
        (act: (...given: never[]) => unknown) =>
        (...given: never[]) => {
          count();
          return act(...given);
        };
      Object.assign(local, { set: cutting(real.set as never), remove: cutting(real.remove as never) });
      await sealedStorage.moveAside().catch(() => undefined);
      IDBObjectStore.prototype.put = put;
      Object.assign(local, real);
      expect(await aside(), `cut ${cut}`).toEqual(sorted(three));
      await sealedStorage.moveAside();
      expect(await aside()).toEqual(sorted(three));
      expect(chromeStorage.local.stored.size, `cut ${cut}`).toBe(0);
    }
  });

  test("more than the database takes: the rest stays where it is", async () => {
    for (const bytes of RUNS.slice(1)) await sealedStorage.setAside(bytes);
    chromeStorage.local.stored.set(IN_LOCAL, [toBase64(run(0)), toBase64(run(20))]);
    await sealedStorage.moveAside();
    expect(inLocal()).toEqual([toBase64(run(20))]);
    expect(await aside()).toEqual(sorted([...RUNS, run(20)]));
  });

  test("it no longer keeps a keyring from being changed: the worker moves it when it starts", async () => {
    const browser = createMemoryBrowser({}, { sealed: sealedStorage, session: sessionStorage });
    await browser.get("keyring.create", { passphrase: "plain wide river stone" });
    const [, slot = ""] = [...chromeStorage.local.stored].find(([key]) => key === "keyring.slot-a") ?? [];
    const rest = QUOTA_BYTES - 2 * String(slot).length - 600;
    const large = run(0, Math.floor((rest - 4) / 4) * 3);
    chromeStorage.local.stored.set(IN_LOCAL, [toBase64(large)]);
    const add = { label: "x".repeat(100), phoneEnding: "" };
    for (let i = 0; i < 3; i++) await browser.ask("entry.generate", add);
    expect((await browser.ask("entry.generate", add)).ok).toBe(false);
    await browser.wake();
    for (let i = 0; i < 3; i++) await browser.get("entry.generate", add);
    const { sealed } = await browser.get("keyring.export-all", {});
    expect(sealed).toContain(toBase64(large));
  });
});
