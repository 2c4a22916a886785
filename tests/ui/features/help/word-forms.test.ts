// cspell:ignore dont pasword passwordd passwort apssword pasworsd passwo keyz
import { describe, expect, it } from "vitest";
import { isOneTypoApart, stemOf, wordsOf } from "../../../../src/ui/features/help/word-forms.ts";

it("takes words out of any text", () => {
  expect(wordsOf("I don’t—Ça, 64-digit.")).toEqual(["i", "dont", "ca", "64", "digit"]);
  expect(wordsOf(" …! ")).toEqual([]);
});

describe("forms of one word have one stem", () => {
  it.each([
    ["restore restores restored restoring"],
    ["skip skipped skipping skips"],
    ["copy copies copied"],
    ["encrypt encrypted encryption encrypting"],
    ["permission permissions"],
    ["match matches matched"],
    ["password passwords"],
    ["corrupt corrupted corruption"],
  ])("%s", (forms) => expect(new Set(forms.split(" ").map(stemOf)).size).toBe(1));

  it("and short words stay as they are", () => {
    for (const word of ["key", "lost", "access", "red", "ring", "bus", "pass"])
      expect(stemOf(word)).toBe(word);
  });
});

describe("a typo of one letter", () => {
  it.each([
    ["pasword", "password", true],
    ["passwordd", "password", true],
    ["passwort", "password", true],
    ["apssword", "password", true],
    ["pasworsd", "password", false],
    ["passwo", "password", false],
    ["codes", "modem", false],
    ["keys", "keyz", false],
    ["same", "same", false],
  ])("%s, %s: %s", (one, other, isTypo) => {
    expect(isOneTypoApart(one, other)).toBe(isTypo);
    expect(isOneTypoApart(other, one)).toBe(isTypo);
  });
});
