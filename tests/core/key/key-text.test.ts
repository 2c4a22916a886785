import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { readKeyText } from "../../../src/core/key/key-text.ts";
import { runs } from "../../support/all.ts";

const HEX = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const GROUPS: string[] = HEX.match(/.{4}/g) ?? [];
const read = (text: string) => {
  const reading = readKeyText(text);
  return reading.key ? formatBackupKey(reading.key) : reading.problem;
};

test.each([
  ["bare", HEX],
  ["upper case", HEX.toUpperCase()],
  ["grouped", GROUPS.join(" ")],
  ["rows of four groups", [0, 4, 8, 12].map((i) => GROUPS.slice(i, i + 4).join(" ")).join("\n")],
  ["dashes of several kinds", GROUPS.map((g, i) => g + ["-", "–", "—", "−", "‑"][i % 5]).join("")],
  ["no-break and thin spaces", GROUPS.join("\u00a0\u2009\u202f")],
  ["zero-width and direction marks", `\u200e${GROUPS.join("\u200b")}\u2069\ufeff`],
  ["soft hyphens", GROUPS.join("\u00ad")],
  ["a leading label", `64-digit key: ${GROUPS.join(" ")}`],
  ["a label in another language", `Clave de 64 dígitos: ${HEX}`],
  ["full-width digits and letters", HEX.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ["surrounding white space", `\r\n\t ${HEX} \n`],
])("takes a key written with %s", (_, text) => expect(read(text)).toBe(HEX));

test("the exact place of a wrong character, with a suggestion and no change", () => {
  expect(read(`O${HEX.slice(1)}`)).toEqual({
    kind: "wrong-character",
    place: { row: 0, group: 0, position: 0 },
    character: "O",
    suggestion: "0",
  });
  expect(read(`${HEX.slice(0, 37)}l${HEX.slice(38)}`)).toMatchObject({
    place: { row: 2, group: 1, position: 1 },
    suggestion: "1",
  });
  expect(read(`${HEX.slice(0, 63)}x`)).toMatchObject({
    place: { row: 3, group: 3, position: 3 },
    character: "x",
    suggestion: null,
  });
});

test("a group that is short or long among sixteen is named", () => {
  expect(read(GROUPS.with(5, "eb5").join(" "))).toEqual({
    kind: "group-length",
    place: { row: 1, group: 1, position: 0 },
    count: 3,
  });
  expect(read(GROUPS.with(15, "87990").join(" "))).toMatchObject({ kind: "group-length", count: 5 });
});

test("a group that stands out is named while typing, and also when the sum is 64", () => {
  expect(read([...GROUPS.slice(0, 2), "34a", ...GROUPS.slice(3, 6)].join(" "))).toEqual({
    kind: "group-length",
    place: { row: 0, group: 2, position: 0 },
    count: 3,
  });
  expect(read(GROUPS.with(4, "090").with(9, "3a1d0").join(" "))).toMatchObject({
    kind: "group-length",
    count: 3,
  });
  expect(read(GROUPS.slice(0, 5).join(" "))).toEqual({ kind: "too-short", count: 20 });
  expect(read(`${GROUPS.slice(0, 5).join(" ")} 5`)).toEqual({ kind: "too-short", count: 21 });
});

test("nothing is dropped that could be digits: not before a colon, not beyond any length", () => {
  expect(read(`0243:${HEX.slice(4)}`)).toBe(HEX);
  expect(read(`0243:${HEX}`)).toEqual({ kind: "too-long", count: 68 });
  expect(read(`${HEX}${" ".repeat(5000)}0`)).toMatchObject({ kind: "too-long" });
});

test("too short and too long without groups", () => {
  expect(read(HEX.slice(0, 63))).toEqual({ kind: "too-short", count: 63 });
  expect(read(`${HEX}0`)).toEqual({ kind: "too-long", count: 65 });
});

test("counts per group while typing", () => {
  const { groupCounts, count, problem } = readKeyText(HEX.slice(0, 10));
  expect(groupCounts).toEqual([4, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(count).toBe(10);
  expect(problem).toEqual({ kind: "too-short", count: 10 });
  expect(readKeyText("  ").problem).toBeNull();
});

test("never throws, and a reading is a key or a problem, never another key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const reading = readKeyText(text);
      expect(reading.key !== null && reading.problem !== null).toBe(false);
      if (reading.count > 0) expect(reading.key === null).toBe(reading.problem !== null);
    }),
    { numRuns: runs(3000) },
  );
});

test("any single changed character of a key is read as another key or named at its place", () => {
  fc.assert(
    fc.property(fc.nat(63), fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), (at, c) => {
      const result = read(HEX.slice(0, at) + c + HEX.slice(at + 1));
      // NFKC makes `1.` of one character, and a dot is no digit.
      if (typeof result === "string")
        expect(result[at]).toBe(
          c
            .normalize("NFKC")
            .toLowerCase()
            .replace(/[^0-9a-z]/g, ""),
        );
      else expect(result).not.toBeNull();
    }),
    { numRuns: runs(3000) },
  );
});
