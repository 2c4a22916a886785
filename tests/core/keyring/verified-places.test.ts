/** When a key counts as safe, and what a proof changes. */
import { expect, test } from "vitest";
import { generateBackupKey } from "../../../src/core/key/backup-key.ts";
import {
  addEntry,
  deleteEntry,
  emptyKeyring,
  type Keyring,
} from "../../../src/core/keyring/opened-keyring.ts";
import {
  countVerifiedPlaces,
  isSafe,
  isVaultPlace,
  markInFile,
  markVerified,
  NAMED_PLACES,
  vaultPlace,
} from "../../../src/core/keyring/verified-places.ts";

const ID = "1".repeat(32);
const OTHER_ID = "2".repeat(32);
const NOW = 1_790_000_000_000;

function unwrap<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error("it should have worked");
  return result.value;
}

function keyring(): Keyring {
  const given = { label: "", phoneEnding: "", origin: "whatsapp", replaces: null } as const;
  const one = unwrap(addEntry(emptyKeyring(), { id: ID, key: generateBackupKey(), ...given }, NOW));
  return unwrap(addEntry(one, { id: OTHER_ID, key: generateBackupKey(), ...given }, NOW));
}

const copiesOf = (from: Keyring, id = ID) => from.entries.find((entry) => entry.id === id)?.places ?? [];

test("two proven places outside this browser are safe, one is not, the same one twice is not", () => {
  let at = keyring();
  expect(isSafe({ places: copiesOf(at) })).toBe(false);
  at = unwrap(markVerified(at, ID, "bitwarden", NOW));
  at = unwrap(markVerified(at, ID, "bitwarden", NOW + 1));
  expect(copiesOf(at)).toEqual([{ place: "bitwarden", verifiedAtMs: NOW + 1, goneAtMs: null }]);
  expect(isSafe({ places: copiesOf(at) })).toBe(false);
  at = unwrap(markVerified(at, ID, "paper", NOW));
  expect(isSafe({ places: copiesOf(at) })).toBe(true);
  expect(copiesOf(at, OTHER_ID)).toEqual([]);
});

test("two records in one vault are one copy, in two vaults two", () => {
  const [vault, other] = ["A".repeat(22), `${"B".repeat(21)}A`];
  const [row, second] = ["A".repeat(43), `${"B".repeat(42)}A`];
  const proven = (...places: string[]) =>
    countVerifiedPlaces({ places: places.map((place) => ({ place, verifiedAtMs: NOW, goneAtMs: null })) });
  expect(isVaultPlace(vaultPlace(vault, row))).toBe(true);
  expect(proven(vaultPlace(vault, row), vaultPlace(vault, second))).toBe(1);
  expect(proven(vaultPlace(vault, row), vaultPlace(other, row))).toBe(2);
});

test("neither this browser's own passwords count nor a place that is not proven", () => {
  const places = NAMED_PLACES.map((place) => ({ place, verifiedAtMs: null, goneAtMs: null }));
  expect(countVerifiedPlaces({ places })).toBe(0);
  expect(
    countVerifiedPlaces({
      places: [
        { place: "browser-passwords", verifiedAtMs: NOW, goneAtMs: null },
        { place: "file", verifiedAtMs: NOW, goneAtMs: null },
      ],
    }),
  ).toBe(1);
});

test("places that an imported keyring names stay", () => {
  const at = keyring();
  const [first, ...rest] = at.entries;
  if (!first) throw new Error("no entry");
  const named = { place: "the bank's safe", verifiedAtMs: NOW - 1, goneAtMs: null };
  const next = markVerified({ ...at, entries: [{ ...first, places: [named] }, ...rest] }, ID, "file", NOW);
  expect(copiesOf(unwrap(next))).toEqual([named, { place: "file", verifiedAtMs: NOW, goneAtMs: null }]);
});

test("a key that is deleted or not there has no copy to prove", () => {
  const deleted = unwrap(deleteEntry(keyring(), ID, NOW));
  const failure = { ok: false, error: { code: "not-found" } };
  expect(markVerified(deleted, ID, "file", NOW)).toEqual(failure);
  expect(markVerified(deleted, "3".repeat(32), "file", NOW)).toEqual(failure);
});

test("a file is one place of each key in it, with its latest date, however often it comes", () => {
  const once = markInFile(keyring(), ({ id }) => id === ID, "keepass", NOW);
  const twice = markInFile(once, ({ id }) => id === ID, "keepass", NOW + 1);
  expect(twice.entries.map(({ places }) => places)).toEqual([
    [{ place: "keepass", verifiedAtMs: NOW + 1, goneAtMs: null }],
    [],
  ]);
});
