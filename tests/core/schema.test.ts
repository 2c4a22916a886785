/** What every schema of ours refuses, whatever it describes: the tricks that a parsed object can play. */
import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import { exact, integer, list, matching, nothing, read, text, timeMs } from "../../src/core/schema.ts";

const pair = exact({ name: text(5), at: timeMs });
const good = { name: "paper", at: 1 };
const inherited = (value: object) => Object.create(value) as object;
const parsed = (json: string): unknown => JSON.parse(json);

describe("an object has exactly its properties", () => {
  test("and is copied", () => {
    expect(read(pair, good)).toEqual(good);
    expect(read(pair, good)).not.toBe(good);
  });

  test.each([
    ["one thing more", { ...good, more: 1 }],
    ["one thing more that is undefined", { ...good, more: undefined }],
    ["one thing less", { name: "paper" }],
    ["another name", { name: "paper", when: 1 }],
    ["__proto__ as a property", parsed('{"name":"paper","at":1,"__proto__":{}}')],
    ["__proto__ in the place of one", parsed('{"name":"paper","__proto__":{"at":1}}')],
    ["constructor", { ...good, constructor: 1 }],
    ["toString", { ...good, toString: "x" }],
    ["all of it inherited", inherited(good)],
    ["one of it inherited", Object.assign(inherited({ at: 1 }), { name: "paper" })],
    ["an array", Object.assign([], good)],
    ["a text", "paper"],
    ["nothing", null],
    ["undefined", undefined],
    ["a function", () => good],
  ])("is refused: %s", (_, raw) => {
    expect(read(pair, raw)).toBeNull();
  });

  test("an empty one, where there is to be nothing", () => {
    expect(read(nothing, {})).toEqual({});
    for (const raw of [[], "", 0, null, inherited(good), parsed('{"__proto__":1}'), { constructor: 1 }])
      expect(read(nothing, raw)).toBeNull();
  });
});

describe("a list", () => {
  test("is counted before it is read", () => {
    const reading = vi.fn(() => true);
    const short = list(v.custom<number>(reading), 2);
    expect(read(short, [1, 2])).toEqual([1, 2]);
    expect(reading).toHaveBeenCalledTimes(2);
    expect(read(short, Array.from({ length: 3 }))).toBeNull();
    expect(reading).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["what only looks like one", { length: 1, 0: "a" }],
    ["a text", "a"],
    ["a hole in it", Array(1)],
    ["one that does not fit", ["a", 1]],
  ])("is refused: %s", (_, raw) => {
    expect(read(list(text(1), 2), raw)).toBeNull();
  });
});

test.each([
  ["a number that is text", integer(1, 5), "3"],
  ["half a number", integer(1, 5), 1.5],
  ["no number", integer(1, 5), Number.NaN],
  ["endless", integer(1, Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
  ["below", integer(1, 5), 0],
  ["above", integer(1, 5), 6],
  ["a time that no calendar has", timeMs, 8_640_000_000_000_001],
  ["a time before 1970", timeMs, -1],
  ["half a millisecond", timeMs, 0.5],
  ["a text object", text(5), new String("ab")],
  ["a longer text", text(5), "abcdef"],
  ["a text behind a line break", matching(/^[a-z]+$/, 5), "ab\n"],
])("is refused: %s", (_, schema, raw) => {
  expect(read(schema, raw)).toBeNull();
});

test("the bounds themselves are taken", () => {
  for (const n of [1, 5]) expect(read(integer(1, 5), n)).toBe(n);
  for (const ms of [0, 8_640_000_000_000_000]) expect(read(timeMs, ms)).toBe(ms);
  for (const said of ["", "abcde"]) expect(read(text(5), said)).toBe(said);
});
