/** The services and the clock: what was deleted goes in its time, and a clock that jumped takes nothing. */
import { beforeEach, expect, test } from "vitest";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const DAY_MS = 86_400_000;
let browser: MemoryBrowser;
let startMs: number;

const labels = async () => (await browser.get("entry.list", {})).map(({ label }) => label);

/** The browser ends, and is unlocked so many days after the key was deleted. */
async function unlockAfter(days: number): Promise<void> {
  await browser.quit();
  browser.setClock(startMs + days * DAY_MS);
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
}

beforeEach(async () => {
  browser = await unlockedBrowser();
  await browser.get("entry.generate", { label: "kept", phoneEnding: "" });
  const { id } = await browser.get("entry.generate", { label: "deleted", phoneEnding: "" });
  startMs = browser.nowMs();
  await browser.get("entry.delete", { id });
});

test("by one look nothing goes, whatever the clock says, and the right clock takes the note back", async () => {
  await unlockAfter(4000);
  expect(await labels()).toEqual(["kept", "deleted"]);
  expect(browser.beside.sightings).not.toBeNull();
  await unlockAfter(1);
  expect(await labels()).toEqual(["kept", "deleted"]);
  expect(browser.beside.sightings).toBeNull();
});

test("it goes at the second look, a day later, across the browser's end", async () => {
  await unlockAfter(30);
  await unlockAfter(30.9);
  expect(await labels()).toEqual(["kept", "deleted"]);
  await unlockAfter(31);
  expect(await labels()).toEqual(["kept"]);
  await unlockAfter(31);
  expect(await labels()).toEqual(["kept"]);
  expect(browser.beside.sightings).toBeNull();
});

test("a change is a look, too", async () => {
  await unlockAfter(30);
  browser.setClock(startMs + 31 * DAY_MS);
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE }).catch(() => undefined);
  await browser.get("entry.generate", { label: "new", phoneEnding: "" });
  expect(await labels()).toEqual(["kept", "new"]);
});

test("notes say nothing to who reads the disk, and those of another key count for nothing", async () => {
  await unlockAfter(30);
  const bytes = browser.beside.sightings;
  const [, deleted] = await browser.get("entry.list", {});
  expect(bytes?.length).toBe(24 + 1024 + 16);
  expect(Buffer.from(bytes ?? []).includes(deleted?.id ?? "?")).toBe(false);
  browser.beside.sightings = (await otherSightings()) ?? null;
  await unlockAfter(40);
  expect(await labels()).toEqual(["kept", "deleted"]);
});

/** As another keyring has written them, a day before the look. */
async function otherSightings(): Promise<Uint8Array | null> {
  const { sealSightings } = await import("../../../src/core/sealed/sealed-sightings.ts");
  const [, deleted] = await browser.get("entry.list", {});
  return sealSightings(new Uint8Array(32).fill(9), { [deleted?.id ?? ""]: startMs + 30 * DAY_MS });
}

test.each([
  ["cut", (bytes: Uint8Array) => bytes.subarray(0, 20)],
  ["with a bit turned", (bytes: Uint8Array) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
  ["gone", () => null],
])("notes that are %s: another day", async (_, change) => {
  await unlockAfter(30);
  browser.beside.sightings = change(browser.beside.sightings ?? new Uint8Array());
  await unlockAfter(31);
  expect(await labels()).toEqual(["kept", "deleted"]);
  await unlockAfter(32);
  expect(await labels()).toEqual(["kept"]);
});

test("where no note can be stored, nothing is erased, and all else works", async () => {
  browser.beside.isFull = true;
  for (const days of [30, 31, 60]) {
    await unlockAfter(days);
    await browser.get("entry.generate", { label: `${days}`, phoneEnding: "" });
  }
  expect(await labels()).toEqual(["kept", "deleted", "30", "31", "60"]);
});
