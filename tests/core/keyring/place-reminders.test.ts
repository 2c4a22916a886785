/** When a copy is asked for again, and when the exported keyring is too old. */
import { expect, test } from "vitest";
import {
  dueReminder,
  HALF_YEAR_MS,
  isExportOutdated,
  REMINDER_PAUSE_MS,
} from "../../../src/core/keyring/place-reminders.ts";
import { entryOf, type Given, HEX, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";

const proven = (...ofPlaces: [string, number | null][]) =>
  ofPlaces.map(([place, verifiedAtMs]) => ({ place, verifiedAtMs, goneAtMs: null }));
const LONG_AGO = NOW_MS - HALF_YEAR_MS;
const due = (given: Partial<Given>, reminderAfterMs: number | null = null) =>
  dueReminder([entryOf({ hex: HEX, ...given })], reminderAfterMs, NOW_MS);

test("half a year after the latest proof the oldest one is asked for again", () => {
  const places = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO - 5]);
  expect(due({ places })).toEqual({
    id: HEX.slice(-32),
    place: "bitwarden",
    verifiedAtMs: LONG_AGO - 5,
  });
  const unproven = proven(["file", null], ["paper", LONG_AGO], ["bitwarden", LONG_AGO - 5]);
  expect(due({ places: unproven })?.place).toBe("bitwarden");
  expect(due({ places: proven(["paper", LONG_AGO + 1], ["bitwarden", LONG_AGO - 5]) })).toBeNull();
});

test("never of a key that is not safe, that is deleted, or of this browser's own passwords", () => {
  const places = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO]);
  expect(due({ places })).not.toBeNull();
  expect(due({ places, deletedAtMs: 1 })).toBeNull();
  expect(due({ places: proven(["paper", LONG_AGO], ["bitwarden", null]) })).toBeNull();
  expect(due({ places: proven(["browser-passwords", 1], ["paper", LONG_AGO]) })).toBeNull();
  const inside = proven(["browser-passwords", 1], ["paper", LONG_AGO], ["file", LONG_AGO]);
  expect(due({ places: inside })?.place).not.toBe("browser-passwords");
});

test("put off, it waits until then", () => {
  const places = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO]);
  expect(due({ places }, NOW_MS + 1)).toBeNull();
  expect(due({ places }, NOW_MS)).not.toBeNull();
  expect(REMINDER_PAUSE_MS).toBeLessThan(HALF_YEAR_MS);
});

test("of several keys the one that was left alone the longest", () => {
  const entries = [
    entryOf({ hex: HEX, places: proven(["paper", LONG_AGO], ["file", LONG_AGO]) }),
    entryOf({ hex: OTHER_HEX, id: "b", places: proven(["paper", LONG_AGO - 9], ["file", LONG_AGO]) }),
    entryOf({ hex: "1".repeat(64), places: proven(["paper", LONG_AGO - 5], ["file", LONG_AGO]) }),
  ];
  expect(dueReminder(entries, null, NOW_MS)?.id).toBe("b");
});

test("the exported keyring is outdated while one of the keys is in none", () => {
  const inFile = { places: proven(["keyring-file", null]) };
  const both = [entryOf({ hex: HEX, ...inFile }), entryOf({ hex: OTHER_HEX })];
  expect(isExportOutdated(both)).toBe(true);
  expect(isExportOutdated(both.slice(0, 1))).toBe(false);
  expect(isExportOutdated([])).toBe(false);
  expect(isExportOutdated([entryOf({ hex: HEX, deletedAtMs: 1 })])).toBe(false);
});
