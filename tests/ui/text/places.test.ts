/** Sentences about places whose words depend on how many there are. */
import { expect, test } from "vitest";
import { backupsPress } from "../../../src/ui/text/en/backups.ts";
import { dateText, listText } from "../../../src/ui/text/en/format.ts";
import {
  foundNameText,
  foundText,
  foundWhereText,
  importedText,
  nothingFoundText,
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
  const place = { entry: 1, field: "notes" };
  expect(foundWhereText([place])).toBe("Entry 1: notes");
  expect(foundWhereText([place, place, place])).toBe("Entry 1: notes, and 2 more");
  expect(importedText(0, 1, [], false)).toBe("No key was new. 1 key already here.");
  expect(importedText(2, 0, ["a"], true)).toBe(
    "2 keys saved and verified. The notes of “a” are full: the oldest lines were left out. The file has keys in plain text: delete it now, also from the trash.",
  );
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
