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
  COPY_PLACES,
  countProvenPlaces,
  isSafe,
  isVaultPlace,
  markCopyProven,
  vaultPlace,
} from "../../../src/core/keyring/proven-copies.ts";

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

const copiesOf = (from: Keyring, id = ID) => from.entries.find((entry) => entry.id === id)?.copies ?? [];

test("two proven places outside this browser are safe, one is not, the same one twice is not", () => {
  let at = keyring();
  expect(isSafe({ copies: copiesOf(at) })).toBe(false);
  at = unwrap(markCopyProven(at, ID, "bitwarden", NOW));
  at = unwrap(markCopyProven(at, ID, "bitwarden", NOW + 1));
  expect(copiesOf(at)).toEqual([{ place: "bitwarden", provenAtMs: NOW + 1, goneAtMs: null }]);
  expect(isSafe({ copies: copiesOf(at) })).toBe(false);
  at = unwrap(markCopyProven(at, ID, "paper", NOW));
  expect(isSafe({ copies: copiesOf(at) })).toBe(true);
  expect(copiesOf(at, OTHER_ID)).toEqual([]);
});

test("two records in one vault are one copy, in two vaults two", () => {
  const [vault, other] = ["A".repeat(22), `${"B".repeat(21)}A`];
  const [row, second] = ["A".repeat(43), `${"B".repeat(42)}A`];
  const proven = (...places: string[]) =>
    countProvenPlaces({ copies: places.map((place) => ({ place, provenAtMs: NOW, goneAtMs: null })) });
  expect(isVaultPlace(vaultPlace(vault, row))).toBe(true);
  expect(proven(vaultPlace(vault, row), vaultPlace(vault, second))).toBe(1);
  expect(proven(vaultPlace(vault, row), vaultPlace(other, row))).toBe(2);
});

test("neither this browser's own passwords count nor a place that is not proven", () => {
  const copies = COPY_PLACES.map((place) => ({ place, provenAtMs: null, goneAtMs: null }));
  expect(countProvenPlaces({ copies })).toBe(0);
  expect(
    countProvenPlaces({
      copies: [
        { place: "browser-passwords", provenAtMs: NOW, goneAtMs: null },
        { place: "file", provenAtMs: NOW, goneAtMs: null },
      ],
    }),
  ).toBe(1);
});

test("places that an imported keyring names stay", () => {
  const at = keyring();
  const [first, ...rest] = at.entries;
  if (!first) throw new Error("no entry");
  const named = { place: "the bank's safe", provenAtMs: NOW - 1, goneAtMs: null };
  const next = markCopyProven({ ...at, entries: [{ ...first, copies: [named] }, ...rest] }, ID, "file", NOW);
  expect(copiesOf(unwrap(next))).toEqual([named, { place: "file", provenAtMs: NOW, goneAtMs: null }]);
});

test("a key that is deleted or not there has no copy to prove", () => {
  const deleted = unwrap(deleteEntry(keyring(), ID, NOW));
  const failure = { ok: false, error: { code: "not-found" } };
  expect(markCopyProven(deleted, ID, "file", NOW)).toEqual(failure);
  expect(markCopyProven(deleted, "3".repeat(32), "file", NOW)).toEqual(failure);
});
