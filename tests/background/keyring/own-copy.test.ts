/** A key that was copied in Sixtyfour and pasted there again: it shows nothing about any other place. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Payload } from "../../../src/protocol/page-requests.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const OURS = { outcome: "own-copy", isCleared: true };
const VERIFIED = { outcome: "verified" };

let browser: MemoryBrowser;
let id: string;

const copy = () => browser.get("key.copy", { id });
/** The user pastes now, or so long ago, and presses *Verify*. */
const paste = (msAgo = 0, hex = KEY, place: Payload<"place.verify">["place"] = "bitwarden") =>
  browser.get("place.verify", {
    id,
    place,
    evidence: { kind: "pasted", msAgo, given: { kind: "key", hex } },
  });
const places = async () =>
  (await browser.get("entry.list", {})).flatMap((entry) => entry.places.map(({ place }) => place));

beforeEach(async () => {
  browser = await unlockedBrowser();
  ({ id } = await browser.get("entry.add", { hex: KEY, label: "", phoneEnding: "", replaces: null }));
});

test("nothing was copied here: what is pasted counts", async () => {
  expect(await paste()).toEqual(VERIFIED);
});

test("copied here and pasted four seconds later, it is no place, and the clipboard is emptied", async () => {
  await copy();
  await browser.pass(4_000);
  expect(await paste()).toEqual(OURS);
  expect(await places()).toEqual([]);
  expect(browser.clipboard.text).toBe("");
  expect(browser.alarms.has("clipboard")).toBe(false);
});

test("what is pasted after that comes from elsewhere, and counts", async () => {
  await copy();
  expect(await paste()).toEqual(OURS);
  browser.clipboard.text = KEY;
  await browser.pass(2_000);
  expect(await paste(1_000)).toEqual(VERIFIED);
  expect(browser.clipboard.text).toBe(KEY);
});

test("what another window had pasted before that still does not count", async () => {
  await copy();
  await browser.pass(4_000);
  expect(await paste(1_000)).toEqual(OURS);
  await browser.pass(4_000);
  expect(await paste(6_000)).toEqual(OURS);
});

test("pasted just before the clearing, and verified long after it", async () => {
  const { clearsAtMs } = await copy();
  await browser.pass(44_000);
  browser.clipboard.timer = null;
  await browser.pass(60_000);
  expect(browser.clipboard.text).toBe("");
  expect(await paste(browser.nowMs() - clearsAtMs + 500)).toEqual(OURS);
  expect(await places()).toEqual([]);
});

test("pasted in the second in which it is cleared", async () => {
  await copy();
  const { timer } = browser.clipboard;
  await browser.pass(45_000);
  await browser.background().clipboard.cleared(timer?.copyId ?? "");
  await browser.pass(900);
  expect(await paste()).toEqual(OURS);
});

test("once it is cleared in time, what is pasted counts", async () => {
  await copy();
  browser.clipboard.timer = null;
  await browser.pass(60_000);
  expect(await paste()).toEqual(VERIFIED);
});

test("the end of an earlier copy's timer does not make the later copy somebody else's", async () => {
  await copy();
  const first = browser.clipboard.timer?.copyId ?? "";
  await browser.pass(10_000);
  await copy();
  await browser.background().clipboard.cleared(first);
  await browser.pass(5_000);
  expect(await paste()).toEqual(OURS);
});

test("a clearing that the browser refuses: it stays ours, and the answer says that it is still there", async () => {
  await copy();
  browser.clipboard.refuses = true;
  browser.clipboard.timer = null;
  await browser.pass(60_000);
  for (const _ of "12") expect(await paste()).toEqual({ outcome: "own-copy", isCleared: false });
  browser.clipboard.refuses = false;
  browser.clipboard.throws = true;
  expect(await paste()).toEqual({ outcome: "own-copy", isCleared: false });
  browser.clipboard.throws = false;
  expect(await paste()).toEqual(OURS);
});

test("a worker that has died, a keyring that was locked, and another key do not change whose it is", async () => {
  const { id: otherId } = await browser.get("entry.add", {
    hex: OTHER,
    label: "",
    phoneEnding: "",
    replaces: null,
  });
  await browser.get("key.copy", { id: otherId });
  await browser.wake();
  await browser.get("keyring.lock", {});
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect(await paste()).toEqual(OURS);
});

test("a browser that was quit before the clearing leaves the key there, and it stays ours", async () => {
  await copy();
  await browser.quit();
  await browser.pass(120_000);
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect(await paste()).toEqual(OURS);
  await browser.pass(1);
  expect(await paste()).toEqual(VERIFIED);
});

test("what lies on the disk of it is a time", async () => {
  await copy();
  expect([...browser.lasting.values()]).toEqual([{ untilMs: null }]);
  await paste();
  expect([...browser.lasting.values()]).toEqual([{ untilMs: browser.nowMs() }]);
});

test("a clock that is put back does not refuse for ever", async () => {
  await copy();
  browser.clipboard.timer = null;
  await browser.pass(60_000);
  browser.setClock(browser.nowMs() - 50_000);
  // A jump of the clock locks.
  await browser.ask("keyring.state", {});
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect(await paste()).toEqual(OURS);
  await browser.pass(1);
  expect(await paste()).toEqual(VERIFIED);
});

describe("what was copied in our pages by hand", () => {
  test("the digits of a key: they are ours until the clipboard is emptied, however late", async () => {
    await browser.get("clipboard.taken", { isKey: true });
    await browser.pass(600_000);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await paste()).toEqual(OURS);
    await browser.pass(1);
    expect(await paste()).toEqual(VERIFIED);
  });

  test("a name, a command: the key is gone from there, but what was pasted before was ours", async () => {
    await copy();
    await browser.pass(4_000);
    await browser.get("clipboard.taken", { isKey: false });
    await browser.pass(4_000);
    expect(await paste(5_000)).toEqual(OURS);
    await browser.pass(10);
    expect(await paste()).toEqual(VERIFIED);
  });

  test("a name, with no key copied before: nothing is refused", async () => {
    await browser.get("clipboard.taken", { isKey: false });
    expect(await paste()).toEqual(VERIFIED);
  });
});

test("a copy that fails leaves what is pasted next as it was", async () => {
  browser.clipboard.refuses = true;
  expect((await browser.ask("key.copy", { id })).ok).toBe(false);
  browser.clipboard.refuses = false;
  expect(await paste()).toEqual(VERIFIED);
  await copy();
  browser.clipboard.throws = true;
  expect((await browser.ask("key.copy", { id })).ok).toBe(false);
  browser.clipboard.throws = false;
  expect(await paste()).toEqual(OURS);
});

test("a disk that is full keeps no key from being copied out, and the copy stays ours", async () => {
  browser.fillDisk();
  await copy();
  expect(browser.clipboard.text).toBe(KEY);
  expect(await paste()).toEqual(OURS);
});

test("two groups of paper that were pasted are no sheet", async () => {
  const group = (at: number) => ({ at, digits: KEY.slice(at * 4, at * 4 + 4) });
  const given = { kind: "groups" as const, groups: [group(3), group(12)] as [object, object] as never };
  await copy();
  const pasted = { kind: "pasted", msAgo: 0, given } as const;
  expect(await browser.get("place.verify", { id, place: "paper", evidence: pasted })).toEqual(OURS);
  expect(await places()).toEqual([]);
});

test("what is not this key is said to be so, and the clipboard is left alone", async () => {
  await copy();
  expect(await paste(0, OTHER)).toEqual({ outcome: "another-key", entryId: null });
  expect(browser.clipboard.text).toBe(KEY);
});

test("typed by hand, it counts also while a copy of ours is there", async () => {
  await copy();
  const evidence = { kind: "key", hex: KEY } as const;
  expect(await browser.get("place.verify", { id, place: "phone", evidence })).toEqual(VERIFIED);
});
