/** The log of one context: what it keeps, what it prints, and what nobody catches. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { faults, log, logged, logUncaught, whenLogged } from "../../src/platform/log.ts";

const KEY = "5ec2".repeat(16);
let printed: unknown[][];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "warn").mockImplementation((...said) => void printed.push(said));
});
afterEach(() => {
  whenLogged(() => undefined);
  faults.remove(faults.all());
  vi.unstubAllGlobals();
});

test("keeps and prints the same, and none of what was thrown", () => {
  const told = vi.fn();
  whenLogged(told);
  log("storage-failed", new TypeError(`not ${KEY}`));
  log("clipboard-clear-failed");
  expect(faults.all().map(({ code, name, message }) => [code, name, message])).toEqual([
    ["storage-failed", "TypeError", null],
    ["clipboard-clear-failed", "other", null],
  ]);
  expect(printed).toEqual([
    ["sixtyfour: storage-failed (1) TypeError"],
    ["sixtyfour: clipboard-clear-failed (1) other"],
  ]);
  expect(told).toHaveBeenCalledTimes(2);
});

test("what is logged on its way is still thrown", async () => {
  const reason = new Error("no room");
  await expect(logged("storage-failed", Promise.reject(reason))).rejects.toBe(reason);
  await expect(logged("storage-failed", Promise.resolve(7))).resolves.toBe(7);
  expect(faults.all()).toHaveLength(1);
});

test("hears what nobody catches", () => {
  const context = new EventTarget();
  vi.stubGlobal("addEventListener", context.addEventListener.bind(context));
  logUncaught();
  context.dispatchEvent(Object.assign(new Event("error"), { error: new RangeError(KEY) }));
  context.dispatchEvent(Object.assign(new Event("error"), { error: null, message: KEY }));
  context.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: KEY }));
  expect(faults.all().map(({ code, name }) => [code, name])).toEqual([
    ["uncaught-error", "RangeError"],
    ["uncaught-error", "other"],
    ["unhandled-rejection", "other"],
  ]);
  expect(JSON.stringify([printed, faults.all()])).not.toContain("5ec2");
});
