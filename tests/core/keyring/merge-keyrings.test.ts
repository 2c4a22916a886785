/** Merging: nothing that any state holds is lost, whatever the order. */
import { describe, expect, test } from "vitest";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { type DatedKeyring, type Merged, mergeKeyrings } from "../../../src/core/keyring/merge-keyrings.ts";
import { type Entry, emptyKeyring, type VaultNote } from "../../../src/core/keyring/opened-keyring.ts";
import { initialSettingsOf, SETTINGS } from "../../../src/core/keyring/settings.ts";
import {
  LONGEST_NOTE,
  MOST_ENTRIES,
  MOST_FORGOTTEN_NOTES,
  MOST_PLACES,
  MOST_VAULT_NOTES,
} from "../../../src/core/keyring/storage-budget.ts";
import { whatIsTooMuch } from "../../../src/core/keyring/too-much.ts";
import { parseVaultAccount } from "../../../src/core/keyring/vault-record.ts";
import { entryOf, type Given, HEX, keyringOf, OTHER_HEX, someAccount } from "../../support/keyrings.ts";

const THIRD_HEX = "1".repeat(64);
const ID = "a".repeat(32);
const OTHER_ID = "b".repeat(32);

const at = (atMs: number, ...entries: Given[]): DatedKeyring => ({ keyring: keyringOf(entries), atMs });

const merge = (...states: DatedKeyring[]): Merged => mergeKeyrings(states);

/** The one entry of states that all have the same key. */
function mergeOne(...states: DatedKeyring[]): Entry {
  const [entry, ...rest] = merge(...states).keyring.entries;
  if (!entry || rest.length > 0) throw new Error("not one entry");
  return entry;
}

describe("the same key in two states", () => {
  test("keeps both histories; the newest name wins", () => {
    const older = at(1, {
      hex: HEX,
      id: ID,
      label: "old phone",
      phoneEnding: "34",
      note: "from the attic\nshared",
      createdAtMs: 10,
      lastUsedAtMs: 90,
      places: [
        { place: "paper", verifiedAtMs: 50, goneAtMs: null },
        { place: "Bitwarden", verifiedAtMs: 60, goneAtMs: null },
      ],
    });
    const newer = at(2, {
      hex: HEX,
      id: OTHER_ID,
      label: "Pixel 8",
      note: "shared\nin the drawer",
      origin: "generated",
      createdAtMs: 20,
      lastUsedAtMs: 80,
      testedAtMs: 70,
      places: [
        { place: "Bitwarden", verifiedAtMs: null, goneAtMs: null },
        { place: "vault", verifiedAtMs: 5, goneAtMs: null },
      ],
    });
    const expected = entryOf({
      hex: HEX,
      id: ID,
      label: "Pixel 8",
      phoneEnding: "34",
      note: "shared\nin the drawer\nfrom the attic",
      origin: "generated",
      createdAtMs: 10,
      lastUsedAtMs: 90,
      testedAtMs: 70,
      places: [
        { place: "Bitwarden", verifiedAtMs: 60, goneAtMs: null },
        { place: "vault", verifiedAtMs: 5, goneAtMs: null },
        { place: "paper", verifiedAtMs: 50, goneAtMs: null },
      ],
    });
    expect(mergeOne(older, newer)).toEqual(expected);
    expect(mergeOne(newer, older)).toEqual(expected);
  });

  test("is deleted only where both say so", () => {
    const [alive, early, late] = [null, 5, 7].map((deletedAtMs, i) => at(i, { hex: HEX, deletedAtMs }));
    if (!alive || !early || !late) throw new Error();
    expect(mergeOne(alive, late).deletedAtMs).toBeNull();
    expect(mergeOne(late, early).deletedAtMs).toBe(7);
  });

  test("notes that do not fit together: whole lines, the newest first, and it is said", () => {
    const note = "n".repeat(LONGEST_NOTE - 5);
    const merged = merge(at(2, { hex: HEX, note }), at(1, { hex: HEX, note: "too long\nfits" }));
    expect(merged.keyring.entries[0]?.note).toBe(`${note}\nfits`);
    expect(merged.shortened).toEqual([merged.keyring.entries[0]?.id]);
    expect(merge(at(2, { hex: HEX, note }), at(1, { hex: HEX })).shortened).toEqual([]);
  });
});

describe("ids", () => {
  test("one id for two keys: each gets its own, and what replaced them follows", () => {
    const a = at(1, { hex: HEX, id: ID }, { hex: THIRD_HEX, supersededBy: ID });
    const b = at(2, { hex: OTHER_HEX, id: ID });
    const { entries } = merge(a, b).keyring;
    const idOf = (hex: string) => entries.find((e) => formatBackupKey(e.key) === hex)?.id;
    expect(idOf(HEX)).toBe(ID);
    expect(idOf(OTHER_HEX)).toMatch(/^[0-9a-f]{32}$/);
    expect(idOf(OTHER_HEX)).not.toBe(ID);
    expect(entries.find((e) => formatBackupKey(e.key) === THIRD_HEX)?.supersededBy).toBe(ID);
    expect(merge(b, a)).toEqual(merge(a, b));
  });

  test("what replaced a key is found under the id that it has afterwards", () => {
    const a = at(1, { hex: HEX, supersededBy: OTHER_ID }, { hex: OTHER_HEX, id: OTHER_ID, createdAtMs: 9 });
    const b = at(2, { hex: OTHER_HEX, id: ID, createdAtMs: 3 });
    const replaced = merge(a, b).keyring.entries.find((e) => formatBackupKey(e.key) === HEX);
    expect(replaced?.supersededBy).toBe(ID);
  });

  test("an id that no state knows is kept; one that another state knows is found there", () => {
    const dangling = at(1, { hex: HEX, supersededBy: OTHER_ID });
    expect(mergeOne(dangling).supersededBy).toBe(OTHER_ID);
    const known = at(2, { hex: OTHER_HEX, id: OTHER_ID, createdAtMs: 9 });
    const renamed = at(3, { hex: OTHER_HEX, id: ID, createdAtMs: 3 });
    const { entries } = merge(dangling, known, renamed).keyring;
    expect(entries.find((e) => formatBackupKey(e.key) === HEX)?.supersededBy).toBe(ID);
  });

  test("keys that replace each other: the one saved last is current", () => {
    const a = at(
      1,
      { hex: HEX, id: ID, supersededBy: OTHER_ID, createdAtMs: 1 },
      { hex: OTHER_HEX, id: OTHER_ID },
    );
    const b = at(2, { hex: HEX, id: ID, createdAtMs: 1 }, { hex: OTHER_HEX, id: OTHER_ID, supersededBy: ID });
    expect(merge(a, b).keyring.entries.map((e) => e.supersededBy)).toEqual([OTHER_ID, null]);
    expect(mergeOne(at(1, { hex: HEX, id: ID, supersededBy: ID })).supersededBy).toBeNull();
  });
});

test("entries come out in the order in which they were saved, those of one time by their ids", () => {
  const saved = (hex: string, id: string, createdAtMs: number) => ({ hex, id: id.repeat(32), createdAtMs });
  const [first, second, third, last] = [
    saved("4".repeat(64), "9", 1),
    saved("3".repeat(64), "1", 2),
    saved("2".repeat(64), "2", 2),
    saved("1".repeat(64), "0", 3),
  ] as const;
  const { entries } = merge(at(1, last, second), at(2, third, first)).keyring;
  expect(entries.map(({ id }) => id[0])).toEqual(["9", "1", "2", "0"]);
});

test("of one key that two states saved at one time the smaller id is kept", () => {
  const [one, other] = [at(1, { hex: HEX, id: OTHER_ID }), at(2, { hex: HEX, id: ID })];
  expect(mergeOne(one, other).id).toBe(ID);
  expect(mergeOne(at(2, { hex: HEX, id: OTHER_ID }), at(1, { hex: HEX, id: ID })).id).toBe(ID);
});

test("settings are the newest state's", () => {
  const strict = { ...emptyKeyring(), settings: { ...initialSettingsOf(SETTINGS), autoLockMinutes: 1 } };
  expect(merge({ keyring: strict, atMs: 5 }, at(4)).keyring.settings.autoLockMinutes).toBe(1);
  expect(merge({ keyring: strict, atMs: 5 }, at(6)).keyring.settings).toEqual(initialSettingsOf(SETTINGS));
});

describe("notes of vaults", () => {
  const noted = (atMs: number, ...vaults: VaultNote[]): DatedKeyring => ({
    keyring: { ...emptyKeyring(), vaults },
    atMs,
  });
  const idOf = (number: number) => `${number}`.padStart(32, "0");

  test("of each the newest state's is kept, in whatever order they are given", () => {
    const older = noted(1, { id: ID, text: "older" }, { id: OTHER_ID, text: "only" });
    const newer = noted(2, { id: ID, text: "newer" });
    const kept = { [ID]: "newer", [OTHER_ID]: "only" };
    for (const states of [
      [older, newer],
      [newer, older],
    ] as const) {
      const { vaults } = merge(...states).keyring;
      expect(Object.fromEntries(vaults.map(({ id, text }) => [id, text]))).toEqual(kept);
    }
  });

  test("a note names its entry by the id that the key has afterwards", () => {
    const [early, late] = [
      at(1, { hex: HEX, id: ID, createdAtMs: 1 }),
      at(2, { hex: HEX, id: OTHER_ID, createdAtMs: 2 }),
    ];
    late.keyring.vaults = [{ id: "e".repeat(32), text: JSON.stringify({ entryId: OTHER_ID, name: "a b" }) }];
    const { entries, vaults } = merge(early, late).keyring;
    expect(entries).toMatchObject([{ id: ID }]);
    expect(vaults).toEqual([{ id: "e".repeat(32), text: JSON.stringify({ entryId: ID, name: "a b" }) }]);
  });

  test("more than a keyring takes are not cut: whoever stores them refuses them", () => {
    const many = (first: number, count: number) =>
      noted(1, ...Array.from({ length: count }, (_, i) => ({ id: idOf(first + i), text: "a record" })));
    expect(merge(many(0, 60), many(20, 80)).keyring.vaults).toHaveLength(MOST_VAULT_NOTES);
    const more = merge(many(0, 60), many(20, 81)).keyring;
    expect(more.vaults).toHaveLength(MOST_VAULT_NOTES + 1);
    expect(whatIsTooMuch(many(0, 60).keyring, more)).toBe("too-many-vault-entries");
  });
});

test("more than a keyring takes is not cut: whoever stores it refuses it", () => {
  const many = (first: number, count: number) =>
    at(1, ...Array.from({ length: count }, (_, i) => ({ hex: `${first + i}`.padStart(64, "0") })));
  expect(merge(many(0, 600), many(200, 800)).keyring.entries).toHaveLength(MOST_ENTRIES);
  const home = many(0, 600);
  expect(whatIsTooMuch(home.keyring, merge(home, many(201, 800)).keyring)).toBe("too-many-keys");
  const places = (from: number, goneAtMs: number | null = null) =>
    Array.from({ length: MOST_PLACES - 5 }, (_, i) => ({
      place: `${from + i}`,
      verifiedAtMs: null,
      goneAtMs: goneAtMs && goneAtMs + i,
    }));
  const mine = at(1, { hex: HEX, places: places(0) });
  const crowded = merge(mine, at(2, { hex: HEX, places: places(100) })).keyring;
  expect(crowded.entries[0]?.places).toHaveLength(2 * MOST_PLACES - 10);
  expect(whatIsTooMuch(mine.keyring, crowded)).toBe("too-many-places");
  // Those that lost the key long ago make room.
  const [entry] = merge(mine, at(2, { hex: HEX, places: places(100, 1) })).keyring.entries;
  const names = entry?.places.map(({ place }) => Number(place)).sort((a, b) => a - b);
  expect(names).toEqual([...places(0), ...places(100).slice(-5)].map(({ place }) => Number(place)));
});

describe("what a place holds no more", () => {
  const places = (verifiedAtMs: number | null, goneAtMs: number | null) => [
    { place: "vault", verifiedAtMs, goneAtMs },
  ];
  const merged = (...states: DatedKeyring[]) => merge(...states).keyring.entries[0]?.places;

  test("an older proof does not bring it back, a later one does", () => {
    const gone = at(2, { hex: HEX, places: places(null, 50) });
    for (const verifiedAtMs of [null, 49, 50])
      expect(merged(gone, at(9, { hex: HEX, places: places(verifiedAtMs, null) }))).toEqual(places(null, 50));
    expect(merged(gone, at(1, { hex: HEX, places: places(51, null) }))).toEqual(places(51, null));
  });

  test("a vault's record that any state has forgotten stays forgotten, and no more than the bound are kept", () => {
    const note = (text: string, id = ID) => ({ id, text });
    const noted = (atMs: number, ...vaults: { id: string; text: string }[]): DatedKeyring => ({
      keyring: { ...keyringOf([]), vaults },
      atMs,
    });
    const forgotten = noted(1, note(""));
    expect(merge(forgotten, noted(9, note("a record"))).keyring.vaults).toEqual([note("")]);
    const id = (i: number) => `${i}`.padStart(32, "0");
    const many = (first: number, count: number, text: string) =>
      noted(1, ...Array.from({ length: count }, (_, i) => note(text, id(first + i))));
    const kept = many(0, MOST_VAULT_NOTES, "a record");
    const { vaults } = merge(kept, many(1000, MOST_FORGOTTEN_NOTES + 5, "")).keyring;
    expect(vaults.filter(({ text }) => text !== "")).toHaveLength(MOST_VAULT_NOTES);
    expect(vaults.filter(({ text }) => text === "")).toHaveLength(MOST_FORGOTTEN_NOTES);
    const more = merge(kept, many(500, 1, "a record")).keyring;
    expect(whatIsTooMuch(kept.keyring, more)).toBe("too-many-vault-entries");
  });
});

test("a note that is no account becomes none by an id that follows: its address was never shown", () => {
  const [given, here] = ["1".repeat(32), "4".repeat(32)];
  // Its last letter leaves stray bits.
  const text = JSON.stringify({ ...someAccount, rowId: `${"A".repeat(11)}${given}` });
  const prepared = { ...keyringOf([{ hex: HEX, id: given }]), vaults: [{ id: "e".repeat(32), text }] };
  const home = keyringOf([{ hex: HEX, id: here }]);
  const states = [
    { keyring: home, atMs: 2 },
    { keyring: prepared, atMs: 1 },
  ];
  const merged = mergeKeyrings(states, { home });
  const [note] = merged.keyring.vaults;
  expect(note).toBeDefined();
  expect(parseVaultAccount(note?.text ?? "")).toBeNull();
});
