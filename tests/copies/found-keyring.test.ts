/** What was chosen of an import becomes a keyring to be merged, and nothing that was left out is in it. */
import { expect, test } from "vitest";
import {
  canImport,
  type Findings,
  findingsOf,
  type Here,
  type KnownEntry,
} from "../../src/copies/findings.ts";
import type { Found, FoundKey } from "../../src/copies/found.ts";
import { keyringOf as takenFrom } from "../../src/copies/found-keyring.ts";
import { formatBackupKey, keyIdOf } from "../../src/core/key/backup-key.ts";
import { mergeKeyrings } from "../../src/core/keyring/merge-keyrings.ts";
import type { Entry, Keyring } from "../../src/core/keyring/opened-keyring.ts";
import { initialSettingsOf, SETTINGS } from "../../src/core/keyring/settings.ts";
import { foundHereText } from "../../src/ui/text/en/imports.ts";
import { entryOf, filled, type Given, keyringOf, NOW_MS, someAccount, TWINS } from "../support/keyrings.ts";

const MINE = "f".repeat(64);
const SMALLER = "1".repeat(64);
const ID = "a".repeat(32);
const OTHER_ID = "b".repeat(32);
const SETTINGS_HERE = initialSettingsOf(SETTINGS);

function foundKey({ key, label, phoneEnding, note, origin, createdAtMs }: Entry): FoundKey {
  return { key, label, phoneEnding, note, origin, createdAtMs, isDoubtful: false, places: [] };
}

/** A file of Sixtyfour's own. */
function ourFile(keyring: Keyring): Found {
  const keys = keyring.entries.map(foundKey);
  return { keys, entries: keys.length, ignored: 0, keptIn: "keyring-file", state: { keyring, atMs: NOW_MS } };
}

function theirFile(...given: Given[]): Found {
  const keys = given.map((one) => foundKey(entryOf(one)));
  return { keys, entries: keys.length, ignored: 0, keptIn: null, state: null };
}

const known = (entry: Entry): KnownEntry => ({ ...entry, keyId: keyIdOf(entry.key) });

/** What the background would answer: keys are compared whole. */
function hereWith(found: Found, given: Given[], part: Partial<Here> = {}): Here {
  const entries = given.map(entryOf);
  const idOf = (key: Uint8Array) =>
    entries.find((entry) => formatBackupKey(entry.key) === formatBackupKey(key))?.id ?? null;
  const ids = found.keys.map(({ key }) => idOf(key));
  return { entries: entries.map(known), ids, notes: [], settings: SETTINGS_HERE, ...part };
}

const note = (id: string, part: object) => ({
  id: id.repeat(32),
  text: JSON.stringify({ ...someAccount, ...part }),
});
const NOTHING: Findings = { rows: [], records: [], settings: [] };

test("a key of another's file keeps id, date and name that are here", () => {
  const mine: Given = { hex: MINE, id: ID, label: "Mine" };
  const found = theirFile({ hex: MINE, label: "Theirs", createdAtMs: 1 });
  const all = findingsOf(found, hereWith(found, [mine]));
  const merged = mergeKeyrings([
    { keyring: keyringOf([mine]), atMs: Number.POSITIVE_INFINITY },
    takenFrom(found, all, all, NOW_MS + 9),
  ]);
  expect(merged.keyring.entries).toEqual([entryOf(mine)]);
});

test("a key under the Key ID of one that is here is another key, and both are marked", () => {
  const found = theirFile({ hex: TWINS[1] }, { hex: MINE });
  const { rows } = findingsOf(found, hereWith(found, [{ hex: TWINS[0], id: ID }]));
  expect(rows.map(({ there, hasTwin }) => [there, hasTwin])).toEqual([
    [null, true],
    [null, false],
  ]);
  const both = theirFile({ hex: TWINS[0] }, { hex: TWINS[1] });
  const inFile = findingsOf(both, hereWith(both, [])).rows;
  expect(inFile.map(({ hasTwin }) => hasTwin)).toEqual([true, true]);
  const same = theirFile({ hex: TWINS[0] });
  expect(findingsOf(same, hereWith(same, [{ hex: TWINS[0], id: ID }])).rows[0]).toMatchObject({
    there: { id: ID },
    hasTwin: false,
  });
});

test("places are shown that are news here, and those that were left out are not in the keyring", () => {
  const copies = [
    { place: "paper", verifiedAtMs: 5, goneAtMs: null },
    { place: "file", verifiedAtMs: null, goneAtMs: null },
    { place: "phone", verifiedAtMs: null, goneAtMs: 6 },
    { place: "bitwarden", verifiedAtMs: 7, goneAtMs: null },
  ];
  const found = ourFile(keyringOf([{ hex: MINE, id: ID, places: copies }]));
  const held = ["phone", "bitwarden"].map((place) => ({ place, verifiedAtMs: 1, goneAtMs: null }));
  const all = findingsOf(found, hereWith(found, [{ hex: MINE, id: ID, places: held }]));
  expect(all.rows[0]?.places).toEqual([
    { place: "paper", verifiedAtMs: 5, isGone: false },
    { place: "file", verifiedAtMs: null, isGone: false },
    { place: "phone", verifiedAtMs: null, isGone: true },
  ]);
  const rows = all.rows.map((row) => ({
    ...row,
    places: row.places.filter(({ place }) => place === "file"),
  }));
  const { keyring } = takenFrom(found, all, { ...all, rows }, NOW_MS);
  expect(keyring.entries[0]?.places.map(({ place }) => place)).toEqual(["file", "bitwarden"]);
});

test("a deleted key is said to come back only where the file has it undeleted", () => {
  const gone: Given = { hex: MINE, id: ID, deletedAtMs: 5 };
  const said = (inFile: Given, here: Given[]) => {
    const found = ourFile(keyringOf([inFile]));
    const all = findingsOf(found, hereWith(found, here));
    const mine = { keyring: keyringOf(here), atMs: Number.POSITIVE_INFINITY };
    const merged = mergeKeyrings([mine, takenFrom(found, all, all, NOW_MS)]);
    const isGone = merged.keyring.entries[0]?.deletedAtMs !== null;
    return [...all.rows.map(foundHereText), isGone];
  };
  expect(said({ ...gone, deletedAtMs: null }, [gone])).toEqual(["Deleted here: it will be restored", false]);
  expect(said(gone, [gone])).toEqual(["Deleted here and in the file: it stays deleted", true]);
  expect(said(gone, [])).toEqual(["New, but deleted in the file: you can restore it", true]);
});

test("records come with their keys, and only those that are chosen; others' forgotten ones with everything", () => {
  const vaults = [
    note("1", { entryId: ID }),
    note("2", { entryId: OTHER_ID }),
    { id: "3".repeat(32), text: "" },
  ];
  const entries = [
    { hex: MINE, id: ID },
    { hex: SMALLER, id: OTHER_ID },
  ];
  const found = ourFile({ ...keyringOf(entries), vaults });
  const all = findingsOf(found, hereWith(found, []));
  expect(
    all.records.map(({ note: { id }, address, isKnownVault }) => [id[0], address, isKnownVault]),
  ).toEqual([
    ["1", someAccount.address, false],
    ["2", someAccount.address, false],
  ]);
  const taken = (chosen: Findings) => takenFrom(found, all, chosen, NOW_MS).keyring.vaults;
  expect(taken(all)).toEqual(vaults);
  expect(taken({ ...all, rows: all.rows.slice(0, 1) })).toEqual(vaults.slice(0, 1));
  expect(taken({ ...all, records: all.records.slice(1) })).toEqual(vaults.slice(1));
  expect(taken(NOTHING)).toEqual([]);
});

test("what was chosen comes also where another key was left out", () => {
  const unreadable = { id: "1".repeat(32), text: "{" };
  const keyless = note("2", { entryId: "c".repeat(32) });
  const entries = [
    { hex: MINE, id: ID },
    { hex: SMALLER, id: OTHER_ID },
  ];
  const found = ourFile({ ...keyringOf(entries), vaults: [unreadable, keyless] });
  const all = findingsOf(found, hereWith(found, []));
  const some = { ...all, rows: all.rows.slice(0, 1) };
  expect(takenFrom(found, all, some, NOW_MS).keyring.vaults).toEqual([unreadable, keyless]);
});

test("a record says whether its vault is one of this keyring's, and its address as a browser asks it", () => {
  const cyrillic = "https://v\u0430ult.example.org";
  const lookalike = new URL(cyrillic).origin;
  const vaults = [
    note("1", {}),
    note("2", { address: lookalike, rowId: filled(32, 9) }),
    note("3", { address: cyrillic }),
    { id: "4".repeat(32), text: "{" },
    note("5", { rowId: filled(32, 8) }),
    { id: "6".repeat(32), text: "" },
  ];
  const found = ourFile({ ...keyringOf([]), vaults });
  const notes = ["5", "6"].map((id) => ({
    id: id.repeat(32),
    address: someAccount.address,
    isForgotten: false,
  }));
  const { records } = findingsOf(found, hereWith(found, [], { notes }));
  expect(records.map(({ kind, address, isKnownVault }) => [kind, address, isKnownVault])).toEqual([
    ["entry", someAccount.address, true],
    ["entry", lookalike, false],
    ["wrong-address", new URL(cyrillic).origin, false],
    ["unreadable", null, false],
    ["forgotten", someAccount.address, true],
  ]);
  // Nothing comes of which no address was shown, or another one than is asked.
  expect(records.map(canImport)).toEqual([true, true, false, false, true]);
});

test("a record of yours that the file has forgotten is forgotten only where that is chosen", () => {
  const vaults = [{ id: "6".repeat(32), text: "" }];
  const found = ourFile({ ...keyringOf([]), vaults });
  const notes = [{ id: "6".repeat(32), address: someAccount.address, isForgotten: false }];
  const all = findingsOf(found, hereWith(found, [], { notes }));
  expect(takenFrom(found, all, all, NOW_MS).keyring.vaults).toEqual(vaults);
  expect(takenFrom(found, all, NOTHING, NOW_MS).keyring.vaults).toEqual([]);
});

test("a record that is forgotten here is not shown as if it came back, nor forgotten again", () => {
  const ids = ["1", "2"].map((id) => id.repeat(32));
  const found = ourFile({ ...keyringOf([]), vaults: [note("1", {}), { id: ids[1] ?? "", text: "" }] });
  const notes = ids.map((id) => ({ id, address: null, isForgotten: true }));
  const all = findingsOf(found, hereWith(found, [], { notes }));
  expect(all.records).toEqual([]);
  const vaults = ids.map((id) => ({ id, text: "" }));
  const mine = { keyring: { ...keyringOf([]), vaults }, atMs: Number.POSITIVE_INFINITY };
  const merged = mergeKeyrings([mine, takenFrom(found, all, all, NOW_MS)]);
  expect(merged.keyring.vaults).toEqual(vaults);
});

test("settings are shown that differ, and whether the file's are stricter", () => {
  const settings = {
    autoLockMinutes: null,
    clipboardSeconds: 20,
    fillWarningRead: true,
    reminderAfterMs: null,
  };
  const found = ourFile({ ...keyringOf([]), settings });
  const shown = findingsOf(found, hereWith(found, [])).settings;
  expect(shown.map(({ name, isStricter }) => [name, isStricter])).toEqual([
    ["autoLockMinutes", false],
    ["clipboardSeconds", true],
    ["fillWarningRead", false],
  ]);
  expect(findingsOf(theirFile({ hex: MINE }), hereWith(found, [])).settings).toEqual([]);
});

test("that another key has replaced one which is current here is shown", () => {
  const found = ourFile(
    keyringOf([
      { hex: MINE, id: ID, supersededBy: OTHER_ID },
      { hex: SMALLER, id: OTHER_ID },
    ]),
  );
  const shown = (given: Given[]) =>
    findingsOf(found, hereWith(found, given)).rows.map((row) => row.isReplaced);
  expect(shown([{ hex: MINE, id: ID }])).toEqual([true, false]);
  expect(shown([{ hex: MINE, id: ID, supersededBy: OTHER_ID }])).toEqual([false, false]);
  expect(shown([])).toEqual([false, false]);
});
