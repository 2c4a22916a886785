/**
 * What a file says of times is fitted to now, so that a prepared one cannot push itself forward or be lost at
 * once.
 */
import { expect, test } from "vitest";
import { takenIn } from "../../../src/core/keyring/clamp-imported.ts";
import { eraseExpired, SEEN_TWICE_AFTER_MS } from "../../../src/core/keyring/expiry.ts";
import { mergeKeyrings } from "../../../src/core/keyring/merge-keyrings.ts";
import { orderForFill, RESTORABLE_MS } from "../../../src/core/keyring/opened-keyring.ts";
import { HEX, keyringOf, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";

const FAR_MS = 8_640_000_000_000_000;

test("a key that was deleted long ago stays restorable, and one deleted lately keeps its day", () => {
  const lately = NOW_MS - RESTORABLE_MS + 1;
  const given = keyringOf([
    { hex: HEX, deletedAtMs: NOW_MS - RESTORABLE_MS },
    { hex: OTHER_HEX, deletedAtMs: lately },
  ]);
  const seen = Object.fromEntries(given.entries.map(({ id }) => [id, NOW_MS - SEEN_TWICE_AFTER_MS]));
  expect(eraseExpired(given, seen, NOW_MS).keyring.entries).toHaveLength(1);
  const taken = takenIn(given, NOW_MS);
  expect(taken.entries.map((e) => e.deletedAtMs)).toEqual([NOW_MS, lately]);
  expect(eraseExpired(taken, seen, NOW_MS).keyring.entries).toHaveLength(2);
});

test("no time of a file is later than now: a key that is proven here afterwards is offered first", () => {
  const mine = keyringOf([{ hex: HEX, testedAtMs: NOW_MS + 1 }]);
  const theirs = keyringOf([
    {
      hex: OTHER_HEX,
      createdAtMs: FAR_MS,
      lastUsedAtMs: FAR_MS,
      testedAtMs: FAR_MS,
      deletedAtMs: null,
      places: [
        { place: "paper", verifiedAtMs: FAR_MS, goneAtMs: null },
        { place: "file", verifiedAtMs: null, goneAtMs: FAR_MS },
        { place: "phone", verifiedAtMs: null, goneAtMs: null },
      ],
    },
  ]);
  const taken = takenIn(theirs, NOW_MS);
  expect(taken.entries[0]).toMatchObject({
    createdAtMs: NOW_MS,
    lastUsedAtMs: NOW_MS,
    testedAtMs: NOW_MS,
    places: [
      { place: "paper", verifiedAtMs: null, goneAtMs: null },
      { place: "file", verifiedAtMs: null, goneAtMs: NOW_MS },
      { place: "phone", verifiedAtMs: null, goneAtMs: null },
    ],
  });
  const merged = mergeKeyrings([
    { keyring: mine, atMs: NOW_MS },
    { keyring: taken, atMs: 0 },
  ]);
  expect(orderForFill(merged.keyring)[0]?.key).toEqual(mine.entries[0]?.key);
});

test("what lies in the past stays as it is, but for a place that is only said to be verified", () => {
  const entry = { hex: HEX, createdAtMs: 1, lastUsedAtMs: 2, testedAtMs: 3 };
  const places = (verifiedAtMs: number | null) => [
    { place: "paper", verifiedAtMs, goneAtMs: null },
    { place: "phone", verifiedAtMs: null, goneAtMs: 5 },
  ];
  const taken = takenIn(keyringOf([{ ...entry, places: places(4) }]), NOW_MS);
  expect(taken).toEqual(keyringOf([{ ...entry, places: places(null) }]));
});
