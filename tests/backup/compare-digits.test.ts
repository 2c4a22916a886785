import { describe, expect, test } from "vitest";
import { readTyped } from "../../src/backup/candidates.ts";
import { differencesOf, pairsOf, rowsOf } from "../../src/backup/compare-digits.ts";
import { differenceText } from "../../src/ui/text/en/backup-acts.ts";
import { SAMPLE_KEY } from "../ui/fake-api.ts";

const compare = (text: string) => {
  const typed = readTyped(text);
  if (!typed) throw new Error("unusable");
  return pairsOf(typed, SAMPLE_KEY);
};
const said = (text: string) => differencesOf(compare(text)).map(differenceText);
const changed = (at: number, to: string) => SAMPLE_KEY.slice(0, at) + to + SAMPLE_KEY.slice(at + 1);

describe("what differs is told by its place", () => {
  test("one wrong", () => {
    expect(said(changed(21, "f"))).toEqual(["Row B, group 2, digit 2: 4, not f"]);
  });

  test("one unreadable, and a whole group", () => {
    expect(said(changed(0, "?"))).toEqual(["Row A, group 1, digit 1: 0 was unreadable"]);
    expect(said(`${SAMPLE_KEY.slice(0, 60)}????`)).toHaveLength(4);
  });

  test.each([0, 20, 63])("one missing at %i", (at) => {
    const pairs = compare(SAMPLE_KEY.slice(0, at) + SAMPLE_KEY.slice(at + 1));
    expect(pairs.map(({ found }) => found).join("")).toBe(SAMPLE_KEY);
    const [only, ...more] = differencesOf(pairs);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ typed: null, found: SAMPLE_KEY[at] });
    expect(differenceText(only as never)).toMatch(/was missing$/);
  });

  test.each([0, 20, 64])("one too many at %i", (at) => {
    const extra = SAMPLE_KEY[at] === "f" || SAMPLE_KEY[at - 1] === "f" ? "e" : "f";
    const text = SAMPLE_KEY.slice(0, at) + extra + SAMPLE_KEY.slice(at);
    const pairs = compare(text);
    expect(pairs.map(({ typed }) => typed ?? "").join("")).toBe(text);
    expect(pairs.map(({ found }) => found ?? "").join("")).toBe(SAMPLE_KEY);
    expect(differencesOf(pairs)).toMatchObject([{ typed: extra, found: null }]);
    expect(differencesOf(pairs).map(differenceText)[0]).toMatch(/was extra$/);
  });

  test("nothing", () => {
    expect(said(SAMPLE_KEY)).toEqual([]);
  });
});

test("rows of groups stay in shape; a digit too many makes one group longer", () => {
  const shape = (text: string) => rowsOf(compare(text)).map((row) => row.map((group) => group.length));
  const usual = [4, 4, 4, 4];
  expect(shape(SAMPLE_KEY)).toEqual([usual, usual, usual, usual]);
  expect(shape(SAMPLE_KEY.slice(1))).toEqual([usual, usual, usual, usual]);
  expect(shape(`${SAMPLE_KEY}f`)).toEqual([usual, usual, usual, [4, 4, 4, 5]]);
});
