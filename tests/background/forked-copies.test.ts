/**
 * Two profiles that began as one, and storage that mixes their copies: a restored profile, or one that was
 * unreadable in part for a while. What the newest state does not come from is kept, and what it comes from goes.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { PLACES, type Place } from "../../src/core/sealed/stored-copies.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";
import { PASSPHRASE as OLD, unlockedBrowser } from "../support/unlocked-browser.ts";

const NEW = "another tall quiet lamp";
const THIRD = "seven plain copper bells";

const generate = (browser: MemoryBrowser, ...labels: string[]) =>
  labels.reduce<Promise<unknown>>(
    (before, label) => before.then(() => browser.get("entry.generate", { label, phoneEnding: "" })),
    Promise.resolve(),
  );
const unlock = (browser: MemoryBrowser, passphrase: string) => browser.ask("keyring.unlock", { passphrase });
const change = (browser: MemoryBrowser, current: string, next: string) =>
  browser.get("passphrase.change", { current, next, kept: [] });
const labels = async (browser: MemoryBrowser) =>
  (await browser.get("entry.list", {})).map(({ label }) => label);
const bytesAt = (browser: MemoryBrowser, place: Place) => browser.copies[place]?.slice() ?? null;

/** The same profile on another computer, unlocked. */
async function copyOf(browser: MemoryBrowser): Promise<MemoryBrowser> {
  const copied = createMemoryBrowser();
  for (const place of PLACES) copied.copies[place] = bytesAt(browser, place);
  await copied.wake();
  await unlock(copied, OLD);
  return copied;
}

let here: MemoryBrowser;
let there: MemoryBrowser;

beforeEach(async () => {
  here = await unlockedBrowser();
  await generate(here, "a", "b");
  there = await copyOf(here);
});

/** The other profile's state comes into this one, whose own is newer. @returns its bytes. */
async function mixIn(place: Place, passphrase: string) {
  const foreign = bytesAt(there, "third");
  here.copies[place] = foreign;
  await here.quit();
  const unlocked = await unlock(here, passphrase);
  expect(unlocked).toMatchObject({ value: { notices: expect.arrayContaining(["copy-forked"]) } });
  expect(here.setAside).toContainEqual(foreign);
  return foreign;
}

describe.each(PLACES)("a copy of the other profile at %s is kept before it is overwritten", (place) => {
  test("under a key of its own, of a lower generation", async () => {
    await change(there, OLD, NEW);
    await generate(there, "only there");
    await change(here, OLD, NEW);
    await change(here, NEW, THIRD);
    await generate(here, "1", "2", "3", "4");
    await mixIn(place, THIRD);
  });

  test("under the key that this profile has replaced, with a key that is nowhere else", async () => {
    await generate(there, "only there");
    await change(here, OLD, NEW);
    await generate(here, "1", "2", "3", "4");
    await mixIn(place, NEW);
  });

  test.each([1, 5])("under the same key, %i states behind", async (behind) => {
    await generate(there, "only there");
    await generate(here, "only here");
    for (let i = 0; i < behind; i++) await generate(here, `${i}`);
    await mixIn(place, OLD);
    expect(await labels(here)).not.toContain("only there");
  });

  test("with the same counter: one of the two is used, and the other kept", async () => {
    await generate(there, "only there");
    await generate(here, "only here");
    const states = [bytesAt(here, "third"), bytesAt(there, "third")];
    const others = PLACES.filter((one) => one !== place);
    for (const one of others) here.copies[one] = states[0] ?? null;
    here.copies[place] = states[1] ?? null;
    await here.quit();
    expect(await unlock(here, OLD)).toMatchObject({ value: { notices: ["copy-forked"] } });
    expect([...here.setAside, bytesAt(here, place)]).toEqual(expect.arrayContaining(states));
  });

  test("whose only difference is a name", async () => {
    const [first] = await there.get("entry.list", {});
    await there.get("entry.edit", { id: first?.id ?? "", field: "label", from: "a", to: "named there" });
    await generate(here, "1", "2", "3");
    await mixIn(place, OLD);
  });

  test("once: the next start finds nothing to keep", async () => {
    await generate(there, "only there");
    await generate(here, "1", "2", "3");
    const foreign = await mixIn(place, OLD);
    await here.quit();
    expect(await unlock(here, OLD)).toMatchObject({ value: { notices: [] } });
    expect(here.setAside).toEqual([foreign]);
  });

  test("and where it cannot be kept, it stays where it is", async () => {
    await generate(there, "only there");
    await generate(here, "1", "2", "3");
    here.copies[place] = bytesAt(there, "third");
    const foreign = bytesAt(here, place);
    for (let i = 0; i < 16; i++) here.setAside.push(new Uint8Array([i]));
    await here.quit();
    await unlock(here, OLD);
    await here.ask("entry.generate", { label: "x", phoneEnding: "" });
    await here.ask("entry.generate", { label: "y", phoneEnding: "" });
    expect(bytesAt(here, place)).toEqual(foreign);
  });
});

describe("what the state comes from is overwritten, and not kept", () => {
  test.each(PLACES)("at %s, under the key that was replaced", async (place) => {
    const before = bytesAt(here, place);
    await change(here, OLD, NEW);
    await change(here, NEW, THIRD);
    await generate(here, ...Array.from({ length: 20 }, (_, i) => `${i}`));
    here.copies[place] = before;
    await here.quit();
    expect(await unlock(here, THIRD)).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(here.setAside).toEqual([]);
    expect(bytesAt(here, place)).not.toEqual(before);
  });

  test.each(PLACES)("at %s, under the key of now", async (place) => {
    const before = bytesAt(here, place);
    await generate(here, "1", "2", "3", "4");
    here.copies[place] = before;
    await here.quit();
    expect(await unlock(here, OLD)).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(here.setAside).toEqual([]);
  });

  test("and leaves what was set aside with the next change of the passphrase, under whatever key it was", async () => {
    const before = bytesAt(here, "third") ?? new Uint8Array();
    await change(here, OLD, NEW);
    await generate(here, "1");
    here.setAside.push(before);
    await change(here, NEW, THIRD);
    expect(here.setAside).toEqual([]);
  });

  test("but a record in a vault that only the other profile has stays there", async () => {
    await there.get("vault.save", { id: "1".repeat(32), text: "a record" });
    await generate(here, "1", "2");
    const foreign = await mixIn("third", OLD);
    await change(here, OLD, NEW);
    expect(here.setAside).toEqual([foreign]);
  });

  test("but what only the other profile comes from stays there", async () => {
    await generate(there, "only there");
    const foreign = bytesAt(there, "third") ?? new Uint8Array();
    await change(here, OLD, NEW);
    here.setAside.push(foreign);
    await change(here, NEW, THIRD);
    expect(here.setAside).toEqual([foreign]);
  });
});

describe("a third copy that is newer and cannot be read over a change of the passphrase", () => {
  test.each(["at the next start", "while it is unlocked"])("comes back %s: it is kept", async (when) => {
    const old = { ...here.copies };
    await generate(here, "c", "d");
    const newest = bytesAt(here, "third");
    Object.assign(here.copies, old, { third: newest });
    here.faults.third = "unreadable";
    await here.quit();
    await unlock(here, OLD);
    await change(here, OLD, NEW);
    await generate(here, "x", "y", "z", "w");
    here.faults.third = "none";
    if (when === "at the next start") await here.quit();
    else await generate(here, "v");
    await unlock(here, NEW);
    expect(here.setAside).toContainEqual(newest);
  });

  test("that is only late is overwritten, and its key opens nothing that is stored any more", async () => {
    here.faults.third = "unreadable";
    await here.quit();
    await unlock(here, OLD);
    await change(here, OLD, NEW);
    await generate(here, "x", "y", "z", "w");
    here.faults.third = "none";
    await here.quit();
    expect(await unlock(here, NEW)).toMatchObject({ value: { notices: ["copy-outdated"] } });
    expect(here.setAside).toEqual([]);
  });
});

describe("a copied profile's copy under a newer passphrase", () => {
  test.each(PLACES)(
    "at %s: this profile's own is named as an older one, and the newer one opens",
    async (place) => {
      await change(there, OLD, NEW);
      await generate(here, "c", "d", "e");
      here.copies[place] = bytesAt(there, "third");
      const own = bytesAt(here, place === "third" ? "copy-a" : "third");
      const mixed = { ...here.copies };
      await here.quit();
      expect(await unlock(here, OLD)).toEqual({ ok: false, error: { code: "replaced-passphrase" } });
      expect(await unlock(here, `${OLD}s`)).toEqual({ ok: false, error: { code: "wrong-passphrase" } });
      expect(here.copies).toEqual(mixed);
      expect((await unlock(here, NEW)).ok).toBe(true);
      expect(here.setAside).toContainEqual(own);
    },
  );
});
