/** When a copy is asked for again, and when the exported keyring is too old. */
import { expect, test } from "vitest";
import {
  DRILL_PAUSE_MS,
  dueDrill,
  HALF_YEAR_MS,
  isExportOutdated,
} from "../../../src/core/keyring/copy-reminders.ts";
import { entryOf, type Given, HEX, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";

const proven = (...ofPlaces: [string, number | null][]) =>
  ofPlaces.map(([place, provenAtMs]) => ({ place, provenAtMs, goneAtMs: null }));
const LONG_AGO = NOW_MS - HALF_YEAR_MS;
const due = (given: Partial<Given>, drillAfterMs: number | null = null) =>
  dueDrill([entryOf({ hex: HEX, ...given })], drillAfterMs, NOW_MS);

test("half a year after the latest proof the oldest one is asked for again", () => {
  const copies = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO - 5]);
  expect(due({ copies })).toEqual({
    id: HEX.slice(-32),
    place: "bitwarden",
    provenAtMs: LONG_AGO - 5,
  });
  const unproven = proven(["file", null], ["paper", LONG_AGO], ["bitwarden", LONG_AGO - 5]);
  expect(due({ copies: unproven })?.place).toBe("bitwarden");
  expect(due({ copies: proven(["paper", LONG_AGO + 1], ["bitwarden", LONG_AGO - 5]) })).toBeNull();
});

test("never of a key that is not safe, that is deleted, or of this browser's own passwords", () => {
  const copies = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO]);
  expect(due({ copies })).not.toBeNull();
  expect(due({ copies, deletedAtMs: 1 })).toBeNull();
  expect(due({ copies: proven(["paper", LONG_AGO], ["bitwarden", null]) })).toBeNull();
  expect(due({ copies: proven(["browser-passwords", 1], ["paper", LONG_AGO]) })).toBeNull();
  const inside = proven(["browser-passwords", 1], ["paper", LONG_AGO], ["file", LONG_AGO]);
  expect(due({ copies: inside })?.place).not.toBe("browser-passwords");
});

test("put off, it waits until then", () => {
  const copies = proven(["paper", LONG_AGO], ["bitwarden", LONG_AGO]);
  expect(due({ copies }, NOW_MS + 1)).toBeNull();
  expect(due({ copies }, NOW_MS)).not.toBeNull();
  expect(DRILL_PAUSE_MS).toBeLessThan(HALF_YEAR_MS);
});

test("of several keys the one that was left alone the longest", () => {
  const entries = [
    entryOf({ hex: HEX, copies: proven(["paper", LONG_AGO], ["file", LONG_AGO]) }),
    entryOf({ hex: OTHER_HEX, id: "b", copies: proven(["paper", LONG_AGO - 9], ["file", LONG_AGO]) }),
    entryOf({ hex: "1".repeat(64), copies: proven(["paper", LONG_AGO - 5], ["file", LONG_AGO]) }),
  ];
  expect(dueDrill(entries, null, NOW_MS)?.id).toBe("b");
});

test("the exported keyring is outdated while one of the keys is in none", () => {
  const inFile = { copies: proven(["keyring-file", null]) };
  const both = [entryOf({ hex: HEX, ...inFile }), entryOf({ hex: OTHER_HEX })];
  expect(isExportOutdated(both)).toBe(true);
  expect(isExportOutdated(both.slice(0, 1))).toBe(false);
  expect(isExportOutdated([])).toBe(false);
  expect(isExportOutdated([entryOf({ hex: HEX, deletedAtMs: 1 })])).toBe(false);
});
