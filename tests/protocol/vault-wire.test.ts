/** The shapes of the vault's messages: what the client's check lets through. */
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { base64Url, exact, integer, list, read, text } from "../../src/core/schema.ts";
import { problem } from "../../src/protocol/vault/wire.ts";

const shape = exact({
  id: base64Url(16),
  name: text(4, 1),
  kind: v.picklist(["a", "b"]),
  count: integer(0, 9),
  done: v.boolean(),
  more: v.exactOptional(list(integer(1, 2), 2)),
});
const GOOD = { id: "A".repeat(22), name: "abcd", kind: "b", count: 9, done: false };

describe("read", () => {
  test.each([{}, { more: [] }, { more: [1, 2] }])("takes what fits: %j", (more) => {
    expect(read(shape, { ...GOOD, ...more })).toEqual({ ...GOOD, ...more });
  });

  test.each([
    ["bytes too short", { id: "A".repeat(21) }],
    ["bytes too long", { id: "A".repeat(23) }],
    ["bytes in plain base64", { id: `${"A".repeat(21)}+` }],
    ["bytes with stray bits at their end", { id: `${"A".repeat(21)}B` }],
    ["bytes with a line break behind them", { id: `${"A".repeat(21)}\n` }],
    ["an empty text", { name: "" }],
    ["a text too long", { name: "abcde" }],
    ["a name that is not of the list", { kind: "c" }],
    ["a number below", { count: -1 }],
    ["a number above", { count: 10 }],
    ["no whole number", { count: 1.5 }],
    ["a number as text", { count: "1" }],
    ["no truth", { done: 1 }],
    ["a list too long", { more: [1, 1, 1] }],
    ["a wrong item", { more: [3] }],
    ["undefined for what may be left out", { more: undefined }],
    ["an unknown property", { other: 1 }],
    ["a property called like an inherited one", { toString: 1 }],
    ["__proto__", JSON.parse('{"__proto__":{"more":[1]}}')],
  ])("refuses %s", (_, wrong) => {
    const raw = Object.defineProperties({ ...GOOD }, Object.getOwnPropertyDescriptors(wrong));
    expect(read(shape, raw)).toBeNull();
  });

  test.each(Object.keys(GOOD))("refuses an object without %s", (name) => {
    const { [name as keyof typeof GOOD]: _, ...rest } = GOOD;
    expect(read(shape, rest)).toBeNull();
  });

  test("refuses what may be left out, where it is inherited", () => {
    expect(read(shape, Object.assign(Object.create({ more: [1] }), GOOD))).toBeNull();
  });

  test.each([null, [], "text", 1, [GOOD]])("refuses what is no object: %j", (raw) => {
    expect(read(shape, raw)).toBeNull();
  });
});

test("a problem document has a code of the list", () => {
  const good = { type: "about:blank", title: "Erased", status: 410, code: "erased" };
  expect(read(problem, good)).toEqual(good);
  expect(read(problem, { ...good, code: "other" })).toBeNull();
});
