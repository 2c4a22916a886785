import { expect, test } from "vitest";
import {
  LONGEST_SILENCE_MS,
  mustLock,
  nextStatus,
  warningMs,
  watchFrom,
} from "../../../src/core/keyring/lock-state.ts";

const NOW = 1_800_000_000_000;

test("the table of steps", () => {
  expect(nextStatus("empty", "create")).toBe("unlocked");
  expect(nextStatus("locked", "unlock")).toBe("unlocked");
  expect(nextStatus("unlocked", "lock")).toBe("locked");
  expect(nextStatus("damaged", "set-aside")).toBe("empty");
  for (const event of ["create", "unlock"] as const)
    expect(nextStatus("unsupported-version", event)).toBeNull();
  expect(nextStatus("locked", "set-aside")).toBe("empty");
  expect(nextStatus("unlocked", "set-aside")).toBeNull();
  expect(nextStatus("damaged", "create")).toBeNull();
  expect(nextStatus("locked", "create")).toBeNull();
});

test("deadline: locks at its minute and not before", () => {
  const watch = { ...watchFrom(NOW, 2), lastSeenAtMs: NOW + 119_000 };
  expect(mustLock(watch, NOW + 119_999)).toBe(false);
  expect(mustLock(watch, NOW + 120_000)).toBe(true);
});

test("deadline: pages warn a minute before, and not for the whole of a shorter time", () => {
  expect([1, 2, 5, 60].map(warningMs)).toEqual([30_000, 60_000, 60_000, 60_000]);
});

test("deadline: without minutes it never comes", () => {
  expect(mustLock({ ...watchFrom(NOW, null), lastSeenAtMs: NOW + 9e9 }, NOW + 9e9)).toBe(false);
});

test("clock: silence of more than three minutes is sleep, and locks", () => {
  const watch = watchFrom(NOW, null);
  expect(mustLock(watch, NOW + LONGEST_SILENCE_MS)).toBe(false);
  expect(mustLock(watch, NOW + LONGEST_SILENCE_MS + 1)).toBe(true);
});

test("clock: set back by more than a correction locks", () => {
  expect(mustLock(watchFrom(NOW, 5), NOW - 4_000)).toBe(false);
  expect(mustLock(watchFrom(NOW, 5), NOW - 6_000)).toBe(true);
});

test("nobody there: without a deadline it locks after a quarter of an hour without use, else never", () => {
  const leftFor = (ms: number, autoLockMinutes: number | null, isIdle: boolean) =>
    mustLock({ ...watchFrom(NOW, autoLockMinutes), lastSeenAtMs: NOW + ms }, NOW + ms, isIdle);
  expect(leftFor(14 * 60_000, null, true)).toBe(false);
  expect(leftFor(15 * 60_000, null, true)).toBe(true);
  expect(leftFor(60 * 60_000, null, false)).toBe(false);
  expect(leftFor(15 * 60_000, 60, true)).toBe(false);
});
