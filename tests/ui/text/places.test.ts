/** Sentences about places whose words depend on how many there are. */
import { expect, test } from "vitest";
import type { Findings, FoundRecord, FoundRow, FoundSetting } from "../../../src/copies/findings.ts";
import { initialSettingsOf, SETTINGS } from "../../../src/core/keyring/settings.ts";
import { backupsPress } from "../../../src/ui/text/en/backups.ts";
import { dateText, listText } from "../../../src/ui/text/en/format.ts";
import {
  foundNameText,
  foundText,
  foundWhereText,
  importedText,
  importFailureText,
  nothingFoundText,
  openingFailureText,
  tooManyKeysText,
  undoneText,
} from "../../../src/ui/text/en/imports.ts";
import { missingRowsText, uncheckedText } from "../../../src/ui/text/en/key-inputs.ts";
import {
  allVerifiedText,
  exportedText,
  knownPlaceText,
  placeName,
  sheetText,
  someVerifiedText,
} from "../../../src/ui/text/en/places.ts";
import { press } from "../../../src/ui/text/en/shared-words.ts";
import { entryOf } from "../../support/keyrings.ts";

test("lists", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listText)).toEqual(["", "A", "A and B", "A, B, and C"]);
});

test("an export of one key, of several", () => {
  expect(exportedText(1, true)).toMatch(/^1 key was exported as plain text\. Import/);
  expect(exportedText(1000, true)).toMatch(/^1,000 keys were exported as plain text\. Import/);
  expect(exportedText(2, false)).toMatch(/^2 keys were exported\. Only the file password/);
});

test("all keys verified, some, none", () => {
  expect(allVerifiedText("paper", 1)).toBe("Verified in this place: Paper. It holds exactly this key.");
  expect(allVerifiedText("paper", 2)).toBe("Verified in this place: Paper. It holds all 2 keys.");
  expect(someVerifiedText(0, ["a"])).toBe("No key was verified. Not in the file: “a”.");
  expect(someVerifiedText(1, ["a"])).toBe("1 key is verified there. Not in the file: “a”.");
  expect(someVerifiedText(2, ["a", "b"])).toBe("2 keys are verified there. Not in the file: “a” and “b”.");
});

test("a place of ours, a vault, one that only an imported Sixtyfour file knows", () => {
  expect(placeName("keepass")).toBe("KeePassXC or KeePass");
  expect(placeName(`vault:${"a".repeat(22)}.${"b".repeat(43)}`)).toBe("Key vault");
  expect(placeName("a safe")).toBe("a safe");
  expect(knownPlaceText({ place: "a safe", verifiedAtMs: null })).toBe("a safe: not verified yet");
  expect(knownPlaceText({ place: "paper", verifiedAtMs: 5 })).toBe(`Paper: verified on ${dateText(5)}`);
  expect(knownPlaceText({ place: "paper", verifiedAtMs: 5 }, () => "1970-01-01")).toBe(
    "Paper: verified on 1970-01-01",
  );
});

test("what an import found, and what became of it", () => {
  expect([1, 2].map(foundText)).toEqual(["1 key was found", "2 keys were found"]);
  expect(nothingFoundText(1)).toMatch(/^This has no 64-digit key/);
  expect(nothingFoundText(2000)).toMatch(/^None of the 2,000 entries/);
  expect(tooManyKeysText(1001)).toBe(
    "That would make 1,001 keys. Sixtyfour keeps at most 1,000. Nothing was changed.",
  );
  expect(foundNameText({ label: "", phoneEnding: "" }, "1a2b3c4d")).toBe("Key 1a2b3c4d");
  expect(foundNameText({ label: "x", phoneEnding: "42" }, "1a2b3c4d")).toBe("x · Phone ending in 42");
  const at = (isDeleted: boolean, ...fields: (string | null)[]) => {
    const places = fields.map((field) => ({ entry: 1, field }));
    return foundWhereText({ ...foundRow(), found: { ...foundRow().found, places }, isDeleted });
  };
  expect(at(false, "notes")).toBe("Entry 1: notes");
  expect(at(false, "notes", "notes", "notes")).toBe("Entry 1: notes, and 2 more");
  expect(at(false, null)).toBe("Entry 1: key");
  expect(at(true, null)).toBe("Entry 1: deleted key");
});

function foundRow(...isGone: boolean[]): FoundRow {
  const { key, ...entry } = entryOf({ hex: "1".repeat(64) });
  return {
    found: { ...entry, key, isDoubtful: false, places: [] },
    keyId: "1a2b3c4d",
    there: null,
    hasTwin: false,
    isReplaced: false,
    isDeleted: false,
    places: isGone.map((gone) => ({ place: "paper", verifiedAtMs: null, isGone: gone })),
  };
}

const record = (kind: FoundRecord["kind"]): FoundRecord => {
  const note = { id: "1".repeat(32), text: "" };
  return { note, kind, address: null, name: "", isKnownVault: true, row: null };
};
const setting: FoundSetting = {
  name: "clipboardSeconds",
  given: initialSettingsOf(SETTINGS),
  isStricter: true,
};

test.each<[string, Partial<Findings>, number, string]>([
  ["a known key", { rows: [foundRow()] }, 0, "No key was new. 1 key already here."],
  ["new keys", { rows: [foundRow(), foundRow()] }, 2, "2 keys saved and verified."],
  [
    "a known key and its places",
    { rows: [foundRow(false, false, true)] },
    0,
    "No key was new. 1 key already here. 2 places were noted. Verify them here. 1 place no longer counts.",
  ],
  ["only a vault entry", { records: [record("entry")] }, 0, "1 key vault entry was saved."],
  ["only forgotten ones", { records: [record("forgotten")] }, 0, "1 key vault entry was forgotten."],
  ["only settings", { settings: [setting, setting] }, 0, "2 settings were changed."],
])("an import of %s says what was saved, and of keys only where some were chosen", (_, part, added, said) => {
  const chosen: Findings = { rows: [], records: [], settings: [], ...part };
  expect(importedText({ chosen, added, names: [], isPlainFile: false })).toBe(said);
});

test("an import says which notes are full, and that a file has keys in plain text", () => {
  const chosen: Findings = { rows: [foundRow()], records: [], settings: [] };
  expect(importedText({ chosen, added: 1, names: ["a"], isPlainFile: true })).toBe(
    "1 key saved and verified. The notes of “a” are full: the oldest lines were left out. The file has keys in plain text: delete it now, also from the trash.",
  );
});

test("what does not open is said in the word for what opens it", () => {
  const all = (["needs-password", "wrong-password"] as const).flatMap((code) =>
    (["keyring-export", "sealed-keyring", "foreign"] as const).map((format) =>
      openingFailureText(code, format),
    ),
  );
  expect(all.map((sentence) => [/file password/i, /passphrase/i].map((word) => word.test(sentence)))).toEqual(
    [
      [true, false],
      [false, true],
      [true, false],
      // The two may differ, and the sentence says so.
      [true, true],
      [false, true],
      [true, false],
    ],
  );
  expect(openingFailureText("damaged", "sealed-keyring")).toBe(importFailureText.damaged);
});

test("an import that is undone, with none, one or several keys that stay", () => {
  expect(undoneText(0)).toBe("The import was undone.");
  expect(undoneText(1)).toMatch(/ 1 key stays because you changed it since\.$/);
  expect(undoneText(2)).toMatch(/ 2 keys stay because you changed them since\.$/);
});

test("rows that are missing, or without their check", () => {
  expect(missingRowsText(["A"])).toBe("Row A is not complete yet.");
  expect(missingRowsText(["A", "D"])).toBe("Rows A and D are not complete yet.");
  expect(uncheckedText(["B"])).toMatch(/cannot notice a typo in row B\.$/);
  expect(uncheckedText(["B", "C"])).toMatch(/cannot notice typos in rows B and C\.$/);
  expect(uncheckedText(["A", "B", "C", "D"])).toMatch(/Without the checks, Sixtyfour cannot notice typos\.$/);
});

test("a printed sheet names buttons as they are", () => {
  const steps = sheetText.steps.generated.join(" ");
  expect(steps).toContain(`choose ${press.add},`);
  expect(steps).toContain(`choose ${backupsPress.open}.`);
});
