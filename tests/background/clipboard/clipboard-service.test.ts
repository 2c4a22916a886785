import { beforeEach, expect, test } from "vitest";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { unlockedBrowser } from "../../support/unlocked-browser.ts";

let browser: MemoryBrowser;
let id: string;

/** What Chromium's offscreen document does when its timer ends. */
async function timerEnds(): Promise<void> {
  const { timer } = browser.clipboard;
  if (!timer) return;
  browser.clipboard.text = "";
  browser.clipboard.timer = null;
  await browser.background().clipboard.cleared(timer.copyId);
}

async function set(change: object): Promise<void> {
  browser = await unlockedBrowser(change);
  ({ id } = await browser.get("entry.generate", { label: "", phoneEnding: "" }));
}

beforeEach(() => set({}));

test("the bare 64 characters, for the seconds that were set", async () => {
  const { clearsAtMs } = await browser.get("key.copy", { id });
  expect(browser.clipboard.text).toMatch(/^[0-9a-f]{64}$/);
  expect(clearsAtMs - browser.nowMs()).toBe(45_000);
  await browser.get("settings.save", {
    autoLockMinutes: 5,
    clipboardSeconds: 15,
    fillWarningRead: false,
    reminderAfterMs: null,
  });
  expect((await browser.get("key.copy", { id })).clearsAtMs - browser.nowMs()).toBe(15_000);
});

test("the alarm behind the timer is no sooner than the packed minimum and clears when the timer is gone", async () => {
  await browser.get("settings.save", {
    autoLockMinutes: 5,
    clipboardSeconds: 15,
    fillWarningRead: false,
    reminderAfterMs: null,
  });
  await browser.get("key.copy", { id });
  expect((browser.alarms.get("clipboard")?.whenMs ?? 0) - browser.nowMs()).toBe(30_000);
  browser.clipboard.timer = null;
  await browser.wake();
  await browser.pass(29_000);
  expect(browser.clipboard.text).not.toBe("");
  await browser.pass(2_000);
  expect(browser.clipboard.text).toBe("");
});

test("cleared by the timer, what is copied later is left alone", async () => {
  await browser.get("key.copy", { id });
  await timerEnds();
  browser.clipboard.text = "a shopping list";
  await browser.pass(120_000);
  expect(browser.clipboard.text).toBe("a shopping list");
});

test("another copy in our pages cancels the first clearing", async () => {
  await browser.get("key.copy", { id });
  browser.clipboard.text = "a fingerprint";
  await browser.get("clipboard.taken", { isKey: false });
  await browser.pass(120_000);
  expect(browser.clipboard).toMatchObject({ text: "a fingerprint", timer: null });
});

test("a second copy of the key has its own full time; the first one's end does not clear it", async () => {
  await browser.get("key.copy", { id });
  const first = browser.clipboard.timer?.copyId ?? "";
  await browser.pass(30_000);
  await browser.get("key.copy", { id });
  await browser.background().clipboard.cleared(first);
  await browser.pass(20_000);
  expect(browser.clipboard.text).not.toBe("");
  browser.clipboard.timer = null;
  await browser.pass(30_000);
  expect(browser.clipboard.text).toBe("");
});

test("locked meanwhile, it is cleared all the same", async () => {
  await browser.get("key.copy", { id });
  await browser.get("keyring.lock", {});
  browser.clipboard.timer = null;
  await browser.wake();
  await browser.pass(60_000);
  expect(browser.clipboard.text).toBe("");
});

test("a clipboard that refuses is said and leaves no plan behind", async () => {
  browser.clipboard.refuses = true;
  expect(await browser.ask("key.copy", { id })).toMatchObject({ error: { code: "clipboard-refused" } });
  expect(browser.alarms.has("clipboard")).toBe(false);
  expect(browser.session.has("clipboard")).toBe(false);
});

test("a copy that fails leaves no plan behind, and what the user copies next is not cleared", async () => {
  browser.clipboard.throws = true;
  expect((await browser.ask("key.copy", { id })).ok).toBe(false);
  expect(browser.alarms.has("clipboard")).toBe(false);
  expect(browser.session.has("clipboard")).toBe(false);
  browser.clipboard.throws = false;
  browser.clipboard.text = "a shopping list";
  await browser.pass(120_000);
  expect(browser.clipboard.text).toBe("a shopping list");
});

test("a second copy that fails leaves the first one's clearing in place, and its time", async () => {
  await browser.get("key.copy", { id });
  const first = [browser.session.get("clipboard"), browser.alarms.get("clipboard")];
  await browser.pass(10_000);
  browser.clipboard.throws = true;
  expect((await browser.ask("key.copy", { id })).ok).toBe(false);
  expect([browser.session.get("clipboard"), browser.alarms.get("clipboard")]).toEqual(first);
  browser.clipboard.throws = false;
  browser.clipboard.timer = null;
  await browser.pass(120_000);
  expect(browser.clipboard.text).toBe("");
});

test("a clearing that fails is tried again by itself", async () => {
  await browser.get("key.copy", { id });
  browser.clipboard.throws = true;
  browser.setClock(browser.nowMs() + 60_000);
  browser.alarms.delete("clipboard"); // as one that has fired
  await expect(browser.background().clipboard.clearIfDue()).rejects.toThrow("no document");
  browser.clipboard.throws = false;
  await browser.pass(30_000);
  expect(browser.clipboard.text).toBe("");
  expect(browser.alarms.has("clipboard")).toBe(false);
});

test("a clearing that the browser refuses is tried again by itself, every 30 s", async () => {
  await browser.get("key.copy", { id });
  browser.clipboard.refuses = true;
  await browser.pass(120_000);
  expect(browser.clipboard.text).not.toBe("");
  browser.clipboard.refuses = false;
  await browser.pass(30_000);
  expect(browser.clipboard.text).toBe("");
  expect(browser.alarms.has("clipboard")).toBe(false);
});

test("a clearing that the browser refuses is tried again at the next wake", async () => {
  await browser.get("key.copy", { id });
  browser.clipboard.refuses = true;
  await browser.pass(60_000);
  expect(browser.clipboard.text).not.toBe("");
  browser.clipboard.refuses = false;
  await browser.wake();
  await browser.background().clipboard.clearIfDue();
  expect(browser.clipboard.text).toBe("");
});

test("where only the alarm clears, it comes at the very time", async () => {
  await set({ isAlarmFirst: true, shortestAlarmMs: 0 });
  await browser.get("key.copy", { id });
  browser.clipboard.timer = null;
  await browser.pass(44_999);
  expect(browser.clipboard.text).not.toBe("");
  await browser.pass(1);
  expect(browser.clipboard.text).toBe("");
});

test("a copy made while the alarm clears keeps its own plan", async () => {
  await set({ isAlarmFirst: true, shortestAlarmMs: 0 });
  await browser.get("key.copy", { id });
  browser.setClock(browser.nowMs() + 45_000);
  const [, copied] = await Promise.all([
    browser.background().clipboard.clearIfDue(),
    browser.ask("key.copy", { id }),
  ]);
  expect(copied.ok).toBe(true);
  expect(browser.clipboard.text).not.toBe("");
  expect(browser.session.has("clipboard")).toBe(true);
  expect(browser.alarms.has("clipboard")).toBe(true);
});

test("a second copy that is refused leaves the first one's clearing in place", async () => {
  await browser.get("key.copy", { id });
  browser.clipboard.refuses = true;
  expect((await browser.ask("key.copy", { id })).ok).toBe(false);
  expect(browser.session.has("clipboard")).toBe(true);
});

test("an alarm that comes a moment early comes again when it is time", async () => {
  await set({ isAlarmFirst: true, shortestAlarmMs: 0 });
  await browser.get("key.copy", { id });
  await browser.pass(44_999);
  browser.alarms.delete("clipboard"); // as one that has fired
  await browser.background().clipboard.clearIfDue();
  expect(browser.clipboard.text).not.toBe("");
  await browser.pass(1);
  expect(browser.clipboard.text).toBe("");
});
