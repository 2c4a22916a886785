/** The background's log over the worker's death, and the pages' part in it. */
import { beforeEach, expect, test } from "vitest";
import { describeFault, type Fault } from "../../src/core/fault.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../support/memory-browser.ts";

const OURS: Fault = describeFault("act-failed", new Error("no room"));
const KEY = "5ec2".repeat(16);
let browser: MemoryBrowser;

beforeEach(async () => {
  browser = createMemoryBrowser();
  await browser.background().keyring.ready;
});

async function collect(...faults: Fault[]): Promise<Fault[]> {
  const reply = await browser.ask("fault.collect", { faults });
  if (!reply.ok) throw new Error("not collected");
  return reply.value.faults;
}

test("a page's faults stand beside the worker's own, also while it is locked", async () => {
  expect(await collect()).toEqual([]);
  expect(await collect(OURS)).toEqual([OURS]);
  expect(await collect(OURS)).toEqual([{ ...OURS, times: 2 }]);
});

test("what a handler throws is kept, and its message is not", async () => {
  browser.setPage({ findActiveTab: () => Promise.reject(new TypeError(`not ${KEY}`)) });
  expect(await browser.ask("fill.look", {})).toEqual({ ok: false, error: { code: "internal" } });
  expect(await collect()).toMatchObject([{ code: "handler-failed", name: "TypeError", message: null }]);
});

test("outlives the worker, and not the browser", async () => {
  await collect(OURS);
  await browser.wake();
  expect(await collect(OURS)).toEqual([{ ...OURS, times: 2 }]);
  await browser.quit();
  expect(await collect()).toEqual([]);
});

test("is no use of the keyring: it locks all the same", async () => {
  await browser.get("keyring.create", { passphrase: "correct-horse-battery-staple-sixty" });
  await browser.pass(4 * 60_000);
  await collect(OURS);
  await browser.pass(61_000);
  expect((await browser.get("keyring.state", {})).status).toBe("locked");
});

test("what lies in session storage is believed only whole", async () => {
  browser.session.set("faults", [{ ...OURS, message: KEY }]);
  await browser.wake();
  expect(await collect()).toEqual([]);
});

test("a session storage that fails does not stop the report", async () => {
  const fails = () => Promise.reject(new Error("quota"));
  browser = createMemoryBrowser({}, { session: { get: fails, set: fails, remove: fails } });
  expect(await collect(OURS)).toContainEqual(OURS);
  // The worker could not look for its key, either: that is a fault of its own.
  expect((await collect()).map(({ code }) => code)).toContain("resume-failed");
});

test("holds at most fifty", async () => {
  const many = (from: number) =>
    Array.from({ length: 50 }, (_, at) => ({ ...OURS, frames: [`a.js:1:${from + at}`] }));
  await collect(...many(0));
  const kept = await collect(...many(100));
  expect(kept).toHaveLength(50);
  expect(kept[0]?.frames).toEqual(["a.js:1:100"]);
});
