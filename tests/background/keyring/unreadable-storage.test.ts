/** Storage that is half there: what can be read carries on, what cannot is left alone, and it is said. */
import { beforeEach, describe, expect, test } from "vitest";
import { PLACES, type Place } from "../../../src/core/sealed/stored-copies.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { restoreFile } from "../../support/restore-file.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const SLOTS = ["copy-a", "copy-b"] as const;
const NEXT = "another tall quiet lamp";
let browser: MemoryBrowser;

const failed = (code: string) => ({ ok: false, error: { code } });
const state = () => browser.get("keyring.state", {});
const generate = (label: string) => browser.ask("entry.generate", { label, phoneEnding: "" });
const labels = async () => (await browser.get("entry.list", {})).map((entry) => entry.label);
const unlock = (passphrase = PASSPHRASE) => browser.ask("keyring.unlock", { passphrase });
const bytesAt = (place: Place) => browser.copies[place]?.slice() ?? null;

beforeEach(async () => {
  browser = await unlockedBrowser();
  await generate("a");
});

describe.each(SLOTS)("with %s unreadable", (slot) => {
  beforeEach(async () => {
    await browser.quit();
    browser.faults[slot] = "unreadable";
  });

  test("the other slot and the third copy take every change, and that is said", async () => {
    const there = bytesAt(slot);
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-unreadable"] } });
    for (const label of ["b", "c", "d"]) expect((await generate(label)).ok).toBe(true);
    expect((await state()).notices).toEqual(["copy-unreadable"]);
    await browser.wake();
    expect(await labels()).toEqual(["a", "b", "c", "d"]);
    await browser.quit();
    await unlock();
    expect(await labels()).toEqual(["a", "b", "c", "d"]);
    expect(bytesAt(slot)).toEqual(there);
  });

  test("the browser may die at each write: what was acknowledged is there", async () => {
    await unlock();
    await generate("acknowledged");
    for (const place of PLACES) {
      const before = { ...browser.copies };
      browser.onWrite((at) => (at === place ? new Promise(() => undefined) : undefined));
      void generate(`lost at ${place}`);
      await new Promise((done) => setTimeout(done, 50));
      browser.onWrite(null);
      await browser.quit();
      expect((await unlock()).ok, place).toBe(true);
      expect(await labels()).toContain("acknowledged");
      Object.assign(browser.copies, before);
      await browser.wake();
    }
  });

  test("read again, it is older than the others, and gets their state; what lay there is kept", async () => {
    await unlock();
    for (const label of ["b", "c", "d"]) await generate(label);
    browser.faults[slot] = "none";
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(await labels()).toEqual(["a", "b", "c", "d"]);
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: [] } });
  });

  test("that ends while it is unlocked: nothing is overwritten there that was not kept", async () => {
    await unlock();
    const there = bytesAt(slot);
    browser.faults[slot] = "none";
    for (const label of ["b", "c"]) await generate(label);
    expect(browser.setAside).toContainEqual(there);
    await browser.quit();
    await unlock();
    expect(await labels()).toEqual(["a", "b", "c"]);
  });

  test("an export is given", async () => {
    await unlock();
    expect((await browser.get("keyring.export", {})).sealed.length).toBeGreaterThan(1000);
    expect((await browser.ask("keyring.write-export", { passphrase: NEXT })).ok).toBe(true);
  });

  test("the passphrase stays: what cannot be read would go on opening with the old one", async () => {
    await unlock();
    const change = { current: PASSPHRASE, next: NEXT, kept: [] };
    const before = { ...browser.copies };
    expect(await browser.ask("passphrase.change", change)).toEqual(failed("storage-unreadable"));
    // Nothing was even begun.
    expect(browser.copies).toEqual(before);
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
  });
});

test("it begins while it is unlocked: changes go on, and it is said", async () => {
  for (const slot of SLOTS) {
    browser.faults[slot] = "unreadable";
    for (const label of ["b", "c"]) expect((await generate(label)).ok).toBe(true);
    expect((await state()).notices).toEqual(["copy-unreadable"]);
    browser.faults[slot] = "none";
    for (const label of ["b", "c", "d"]) await generate(label);
    expect((await state()).notices).toEqual([]);
  }
});

test.each(PLACES)(
  "with %s alone left: nothing is written over the newest state, and that is no full disk",
  async (only) => {
    const others = PLACES.filter((place) => place !== only);
    browser.copies[only] = bytesAt("third");
    for (const place of others) {
      browser.copies[place] = null;
      browser.faults[place] = "unreadable";
    }
    await browser.quit();
    await unlock();
    const there = bytesAt(only);
    expect(await generate("b")).toEqual(failed("storage-unreadable"));
    expect(await labels()).toEqual(["a"]);
    expect(bytesAt(only)).toEqual(there);
  },
);

test("a full disk is still called that", async () => {
  for (const slot of SLOTS) browser.faults[slot] = "refuse";
  expect(await generate("b")).toEqual(failed("not-stored"));
});

test("locked with both slots unreadable and no third copy: neither empty nor a full disk", async () => {
  browser.copies.third = null;
  for (const slot of SLOTS) browser.faults[slot] = "unreadable";
  await browser.quit();
  expect(await state()).toMatchObject({ status: "damaged", notices: ["copy-unreadable"] });
  const sealed = Buffer.from(browser.copies["copy-a"] ?? []).toString("base64");
  const restoring = restoreFile(browser, sealed, PASSPHRASE, { isDamaged: true });
  await expect(restoring).rejects.toMatchObject({ code: "storage-unreadable" });
  expect(await browser.ask("keyring.set-aside", { seen: "damaged" })).toEqual(failed("storage-unreadable"));
});

describe("damage that was only storage that could not be read", () => {
  let whole: Record<Place, Uint8Array | null>;

  beforeEach(async () => {
    for (const label of ["b", "c"]) await generate(label);
    browser.copies.third = null;
    for (const slot of SLOTS) browser.faults[slot] = "unreadable";
    await browser.quit();
    expect((await state()).status).toBe("damaged");
    for (const slot of SLOTS) browser.faults[slot] = "none";
    whole = { ...browser.copies };
  });

  const expectAllThere = async () => {
    expect(browser.copies).toEqual(whole);
    expect(browser.setAside).toEqual([]);
    expect((await unlock()).ok).toBe(true);
    expect(await labels()).toEqual(["a", "b", "c"]);
  };

  test.each([true, false])(
    "a file to be restored moves nothing (shown as damaged: %s)",
    async (isDamaged) => {
      const sealed = Buffer.from(whole["copy-a"] ?? []).toString("base64");
      const restoring = restoreFile(browser, sealed, PASSPHRASE, { isDamaged });
      await expect(restoring).rejects.toMatchObject({ code: "keyring-exists" });
      await expectAllThere();
    },
  );

  test.each(["the same worker", "a worker that was started meanwhile"])(
    "what was to be set aside as damaged stays where it is: %s",
    async (worker) => {
      if (worker !== "the same worker") await browser.wake();
      expect(await browser.ask("keyring.set-aside", { seen: "damaged" })).toEqual(failed("keyring-exists"));
      await expectAllThere();
    },
  );

  test("no keyring is created over it, and a page that asks hears that it is whole", async () => {
    expect(await browser.ask("keyring.create", { passphrase: NEXT })).toEqual(failed("keyring-exists"));
    expect((await state()).status).toBe("locked");
    await expectAllThere();
  });

  test("a page that only shows it need not wait for the next start", async () => {
    expect((await state()).status).toBe("locked");
  });
});

test("a whole keyring that turns out to be damaged is not set aside as a whole one", async () => {
  await browser.quit();
  for (const place of PLACES) browser.copies[place] = new Uint8Array([1, 2, 3]);
  expect(await browser.ask("keyring.set-aside", { seen: "whole" })).toEqual(failed("keyring-exists"));
  expect((await state()).status).toBe("damaged");
});

describe("without IndexedDB", () => {
  beforeEach(async () => {
    browser = createMemoryBrowser();
    browser.faults.third = "unreadable";
    await browser.wake();
  });

  test("a fresh profile is empty, takes a keyring into two slots, and says so", async () => {
    expect(await state()).toMatchObject({ status: "empty", notices: ["third-copy-failed"] });
    expect((await browser.ask("keyring.create", { passphrase: PASSPHRASE })).ok).toBe(true);
    expect((await state()).notices).toEqual(["third-copy-failed"]);
    await generate("a");
    await browser.quit();
    expect(await unlock()).toMatchObject({ value: { notices: ["third-copy-failed"] } });
    await generate("b");
    await browser.ask("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] });
    await browser.quit();
    expect((await unlock(NEXT)).ok).toBe(true);
    expect(await labels()).toEqual(["a", "b"]);
  });

  test("so is one that takes a saved keyring, or sets one aside", async () => {
    const other = await unlockedBrowser();
    const { sealed } = await other.get("keyring.export", {});
    expect(await restoreFile(browser, sealed, PASSPHRASE)).toBe(0);
    const there = SLOTS.map(bytesAt);
    await browser.quit();
    expect((await unlock()).ok).toBe(true);
    await browser.quit();
    expect((await browser.ask("keyring.set-aside", { seen: "whole" })).ok).toBe(true);
    expect((await state()).status).toBe("empty");
    for (const bytes of there) expect(browser.setAside).toContainEqual(bytes);
  });
});

test("a database that holds a keyring and comes back loses nothing to one that was made meanwhile", async () => {
  const third = bytesAt("third");
  Object.assign(browser.copies, { "copy-a": null, "copy-b": null });
  browser.faults.third = "unreadable";
  await browser.quit();
  await browser.get("keyring.create", { passphrase: NEXT });
  await generate("new");
  await browser.get("passphrase.change", { current: NEXT, next: `${NEXT} 2`, kept: [] });
  expect(bytesAt("third")).toEqual(third);
  browser.faults.third = "none";
  await generate("newer");
  expect(browser.setAside).toEqual([third]);
  await browser.quit();
  await unlock(`${NEXT} 2`);
  expect(await labels()).toEqual(["new", "newer"]);
});

describe("locked while the third copy is looked at before a write", () => {
  beforeEach(async () => {
    await generate("b");
    await browser.quit();
    browser.faults.third = "unreadable";
    await unlock();
    let isFirst = true;
    browser.onRead(async () => {
      if (!isFirst) return;
      isFirst = false;
      await browser.ask("keyring.lock", {});
    });
  });

  const hexes = async () => {
    const shown = (await browser.get("entry.list", {})).map(({ id }) => browser.get("key.reveal", { id }));
    return (await Promise.all(shown)).map(({ hex }) => hex);
  };

  test("a change is stored under the key that it was made with", async () => {
    await generate("c");
    browser.onRead(null);
    expect((await state()).status).toBe("locked");
    expect(await unlock()).toMatchObject({ value: { notices: ["third-copy-failed"] } });
    expect(await labels()).toEqual(["a", "b", "c"]);
    expect(await hexes()).not.toContain("0".repeat(64));
  });

  test("another passphrase takes no overwritten keys along", async () => {
    expect((await browser.ask("passphrase.change", { current: PASSPHRASE, next: NEXT, kept: [] })).ok).toBe(
      true,
    );
    browser.onRead(null);
    expect((await state()).status).toBe("locked");
    expect((await unlock(NEXT)).ok).toBe(true);
    expect(await labels()).toEqual(["a", "b"]);
    expect(await hexes()).not.toContain("0".repeat(64));
  });
});
