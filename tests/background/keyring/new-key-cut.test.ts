/**
 * A new keyring key, cut off by the power, by the worker's death or by storage that fails, at each of its
 * writes.
 */
import { describe, expect, test } from "vitest";
import { inspectSealed } from "../../../src/core/sealed/sealed-keyring.ts";
import { PLACES, type Place } from "../../../src/core/sealed/stored-copies.ts";
import { sealedByVersion1 } from "../../support/first-version.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";
import { restoreFile } from "../../support/restore-file.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../../support/unlocked-browser.ts";

const NEW = "another tall quiet lamp";
type End = "quit" | "wake";

const labels = async (browser: MemoryBrowser) =>
  (await browser.get("entry.list", {})).map(({ label }) => label);
const unlock = async (browser: MemoryBrowser, passphrase: string) =>
  (await browser.ask("keyring.unlock", { passphrase })).ok;
const generations = (browser: MemoryBrowser) =>
  PLACES.map((place) => {
    const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
    return header.ok ? header.value.wrapGeneration : null;
  });

/**
 * Begins the act and ends worker or browser in front of its write number `cut`; `tear`: within that write.
 */
async function cutOff(browser: MemoryBrowser, act: () => unknown, cut: number, end: End, tear = false) {
  let writes = 0;
  const reached = new Promise<void>((resolve) => {
    browser.onWrite((place) => {
      if (writes++ !== cut) return;
      if (tear) browser.copies[place] = browser.copies[place]?.slice(0, 300) ?? null;
      resolve();
      return new Promise(() => undefined);
    });
  });
  void act();
  await reached;
  browser.onWrite(null);
  await browser[end]();
}

/** Everything is as after any unlock: changes are stored, and all copies are of one key. */
async function expectSound(browser: MemoryBrowser, passphrase: string, known: string[]): Promise<void> {
  expect(await labels(browser)).toEqual(known);
  for (const label of ["1", "2"]) await browser.get("entry.generate", { label, phoneEnding: "" });
  expect(new Set(generations(browser)).size).toBe(1);
  await browser.quit();
  expect(await unlock(browser, passphrase)).toBe(true);
  expect(await labels(browser)).toEqual([...known, "1", "2"]);
}

const CUTS = [0, 1, 2].flatMap((cut) =>
  (["quit", "wake"] as const).flatMap((end) => [[cut, end, false] as const, [cut, end, true] as const]),
);

describe.each(CUTS)("cut off at write %i, then %s, torn: %s", (cut, end, tear) => {
  test("a change of the passphrase: one of the two opens, with everything", async () => {
    const browser = await unlockedBrowser();
    await browser.get("entry.generate", { label: "a", phoneEnding: "" });
    const change = () => browser.ask("passphrase.change", { current: OLD, next: NEW, kept: [] });
    await cutOff(browser, change, cut, end, tear);
    const passphrase = cut === 0 ? OLD : NEW;
    const { status } = await browser.get("keyring.state", {});
    expect(status).toBe(cut === 0 && end === "wake" ? "unlocked" : "locked");
    if (status === "locked") {
      expect(await unlock(browser, cut === 0 ? NEW : OLD)).toBe(false);
      expect(await unlock(browser, passphrase)).toBe(true);
    }
    await expectSound(browser, passphrase, ["a"]);
  });

  test("the taking over of version 1: its passphrase opens it, with everything", async () => {
    const browser = createMemoryBrowser();
    const { older, newer } = await sealedByVersion1(OLD, NEW);
    Object.assign(browser.copies, { "copy-a": newer, "copy-b": older, third: newer });
    await browser.wake();
    // The older copy under another passphrase is healed first.
    await cutOff(browser, () => unlock(browser, NEW), 1 + cut, end, tear);
    if ((await browser.get("keyring.state", {})).status === "locked")
      expect(await unlock(browser, NEW)).toBe(true);
    await expectSound(browser, NEW, ["of version 1"]);
    expect(new Set(generations(browser))).toEqual(new Set([3]));
  });
});

/** The first keyring goes to all three places. What was chosen from the file follows, to a slot and the third. */
const RESTORE_CUTS = [0, 1, 2, 3, 4].flatMap((cut) => [[cut, false] as const, [cut, true] as const]);

describe.each(RESTORE_CUTS)("a file is restored, cut off at write %i, torn: %s", (cut, tear) => {
  test("its passphrase opens all of it or an empty keyring, or it can be restored again", async () => {
    const maker = await unlockedBrowser();
    await maker.get("entry.generate", { label: "a", phoneEnding: "" });
    const { sealed } = await maker.get("keyring.export", {});
    const browser = createMemoryBrowser();
    await cutOff(browser, () => restoreFile(browser, sealed, OLD), cut, "quit", tear);
    const isEmpty = (await browser.get("keyring.state", {})).status === "empty";
    expect(isEmpty).toBe(cut === 0);
    if (isEmpty) expect(await restoreFile(browser, sealed, OLD)).toBe(1);
    else expect(await unlock(browser, OLD)).toBe(true);
    await expectSound(browser, OLD, isEmpty || cut === 4 ? ["a"] : []);
  });
});

describe("storage that takes no new key", () => {
  test.each(["copy-a", "copy-b"] as const)(
    "%s: the change is refused, the old passphrase stands",
    async (bad) => {
      const browser = await unlockedBrowser();
      await browser.get("entry.generate", { label: "a", phoneEnding: "" });
      browser.faults[bad] = "refuse";
      expect(await browser.ask("passphrase.change", { current: OLD, next: NEW, kept: [] })).toMatchObject({
        error: { code: "not-stored" },
      });
      expect(new Set(generations(browser))).toEqual(new Set([1]));
      browser.faults[bad] = "none";
      await browser.wake();
      expect((await browser.get("keyring.state", {})).status).toBe("unlocked");
      await browser.quit();
      expect(await unlock(browser, NEW)).toBe(false);
      expect(await unlock(browser, OLD)).toBe(true);
      await expectSound(browser, OLD, ["a"]);
    },
  );

  test.each(["copy-a", "copy-b"] as const)(
    "%s: version 1 still opens, and is taken over later",
    async (bad) => {
      const browser = createMemoryBrowser();
      const { newer } = await sealedByVersion1(OLD, NEW);
      Object.assign(browser.copies, { "copy-a": newer, "copy-b": newer, third: newer });
      await browser.wake();
      browser.faults[bad] = "refuse";
      expect(await unlock(browser, NEW)).toBe(true);
      expect(await labels(browser)).toEqual(["of version 1"]);
      browser.faults[bad] = "none";
      await browser.quit();
      expect(await unlock(browser, NEW)).toBe(true);
      await expectSound(browser, NEW, ["of version 1"]);
      expect(new Set(generations(browser))).toEqual(new Set([3]));
    },
  );

  test("a third copy that cannot be replaced is not left with the old key", async () => {
    const browser = await unlockedBrowser();
    browser.faults.third = "refuse";
    await browser.get("passphrase.change", { current: OLD, next: NEW, kept: [] });
    expect(browser.copies.third).toBeNull();
  });
});

describe("locked while a new key is on its way", () => {
  const lockAt = (browser: MemoryBrowser, at: Place) =>
    browser.onWrite(async (place) => {
      if (place === at) await browser.background().keyring.lock();
    });

  test.each(PLACES)("by a lock at the write of %s: stored, and it stays locked", async (place) => {
    const browser = await unlockedBrowser();
    lockAt(browser, place);
    await browser.ask("passphrase.change", { current: OLD, next: NEW, kept: [] });
    browser.onWrite(null);
    expect((await browser.get("keyring.state", {})).status).toBe("locked");
    expect(browser.session.has("unlocked")).toBe(false);
    expect(await unlock(browser, OLD)).toBe(false);
    expect(await unlock(browser, NEW)).toBe(true);
  });

  test("by a lock in the middle of the first unlock of version 1: it says that it is locked", async () => {
    const browser = createMemoryBrowser();
    const { newer } = await sealedByVersion1(NEW, OLD);
    Object.assign(browser.copies, { "copy-a": newer, "copy-b": newer, third: newer });
    await browser.wake();
    lockAt(browser, "third");
    expect(await browser.ask("keyring.unlock", { passphrase: OLD })).toMatchObject({
      error: { code: "locked" },
    });
    browser.onWrite(null);
    expect(browser.session.has("unlocked")).toBe(false);
    expect(await unlock(browser, OLD)).toBe(true);
  });
});

describe("a change that fails is undone, and the answer is true", () => {
  const CHANGE = { current: OLD, next: NEW, kept: [] };
  const ask = (browser: MemoryBrowser) => browser.ask("passphrase.change", CHANGE);
  const isIn = (browser: MemoryBrowser, generation: number) => generations(browser).includes(generation);

  /** A write number `from` and those after it fail, at the places that `bad` names. */
  function failFrom(browser: MemoryBrowser, from: number, bad: readonly Place[] = PLACES) {
    let writes = 0;
    browser.onWrite((place) => {
      if (writes++ >= from && bad.includes(place)) throw new Error("quota");
    });
  }

  /** What was said of the change is what the passphrases do, now and after more changes. */
  async function expectTrue(browser: MemoryBrowser, isChanged: boolean, more: string[] = []) {
    browser.onWrite(null);
    const [right, wrong] = isChanged ? [NEW, OLD] : [OLD, NEW];
    if (!isChanged) expect(isIn(browser, 2)).toBe(false);
    for (const label of more)
      expect((await browser.ask("entry.generate", { label, phoneEnding: "" })).ok).toBe(true);
    await browser.quit();
    expect(await unlock(browser, wrong)).toBe(false);
    expect(await unlock(browser, right)).toBe(true);
    expect(await labels(browser)).toEqual(["a", ...more]);
  }

  async function begun(): Promise<MemoryBrowser> {
    const browser = await unlockedBrowser();
    await browser.get("entry.generate", { label: "a", phoneEnding: "" });
    return browser;
  }

  test.each([0, 1, 2])("every write from number %i on fails", async (from) => {
    const browser = await begun();
    failFrom(browser, from);
    const { ok } = await ask(browser);
    await expectTrue(browser, ok, ["x", "y"]);
  });

  test.each([
    [1, ["third"]],
    [2, ["copy-a", "third"]],
    [2, ["copy-b", "third"]],
    [2, ["copy-a", "copy-b"]],
    [1, ["copy-a", "copy-b"]],
  ] as const)("from write %i on %s fail", async (from, bad) => {
    const browser = await begun();
    failFrom(browser, from, bad);
    const { ok } = await ask(browser);
    await expectTrue(browser, ok, ["x", "y"]);
  });

  test.each(PLACES)("locked while it fails: it is undone all the same (slot, then %s)", async (at) => {
    const browser = await begun();
    let writes = 0;
    browser.onWrite(async (place) => {
      if (place === at || writes === 2) await browser.background().keyring.lock();
      // The second slot, the last of the three.
      if (writes++ === 2) throw new Error("quota");
    });
    expect((await ask(browser)).ok).toBe(false);
    expect((await browser.get("keyring.state", {})).status).toBe("locked");
    await expectTrue(browser, false);
  });

  test("the state put back counts above the failed one", async () => {
    const browser = await begun();
    let writes = 0;
    browser.onWrite(() => {
      if (writes++ === 2) throw new Error("quota");
    });
    const counterAt = (place: Place) => {
      const header = inspectSealed(browser.copies[place] ?? new Uint8Array());
      return header.ok ? header.value.counter : 0;
    };
    const before = Math.max(...PLACES.map(counterAt));
    expect((await ask(browser)).ok).toBe(false);
    expect(writes).toBeGreaterThan(3);
    expect(Math.max(...PLACES.map(counterAt))).toBe(before + 2);
    await expectTrue(browser, false, ["x"]);
  });

  test("what can be neither replaced nor removed is what counts: the change is said to be made", async () => {
    const browser = await begun();
    const held = new Set<Place>();
    let writes = 0;
    browser.onWrite((place) => {
      if (writes++ === 2 || held.has(place)) throw new Error("quota");
      held.add(place);
    });
    browser.refuseRemovals(true);
    const { ok } = await ask(browser);
    browser.refuseRemovals(false);
    expect(ok).toBe(true);
    await expectTrue(browser, true, ["x", "y"]);
  });
});
