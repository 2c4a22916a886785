/**
 * The shapes of the vault's messages: what the client's check lets through, and how long a request may get.
 */
import { describe, expect, test } from "vitest";
import {
  bytes,
  integer,
  list,
  object,
  oneOf,
  optional,
  read,
  text,
  truth,
} from "../../src/protocol/vault/schema.ts";
import { ENDPOINTS, LONGEST_BODY, problem } from "../../src/protocol/vault/wire.ts";

const shape = object({
  id: bytes(16),
  name: text(1, 4),
  kind: oneOf("a", "b"),
  count: integer(0, 9),
  done: truth,
  more: optional(list(integer(1, 2), 2)),
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
  ])("refuses %s", (_, wrong) => {
    expect(read(shape, { ...GOOD, ...wrong })).toBeNull();
  });

  test.each(Object.keys(GOOD))("refuses an object without %s", (name) => {
    const { [name as keyof typeof GOOD]: _, ...rest } = GOOD;
    expect(read(shape, rest)).toBeNull();
  });

  test.each([null, [], "text", 1, [GOOD]])("refuses what is no object: %j", (raw) => {
    expect(read(shape, raw)).toBeNull();
  });
});

test("the longest request of every endpoint keeps within the body's bound", () => {
  for (const { request } of Object.values(ENDPOINTS)) {
    const { json } = request;
    if (json.type !== "object") throw new Error("a request is an object");
    const lengths = Object.entries(json.properties).map(([name, field]) => {
      const longest = field.type === "string" ? (field.maxLength ?? 32) : 16;
      // What is not bytes may take three bytes a UTF-16 unit.
      const isBytes = field.type === "string" && field.pattern !== undefined;
      return name.length + 6 + longest * (isBytes ? 1 : 3);
    });
    expect(lengths.reduce((a, b) => a + b, 0)).toBeLessThan(LONGEST_BODY);
  }
});

test("a problem document has a code of the list", () => {
  const good = { type: "about:blank", title: "Erased", status: 410, code: "erased" };
  expect(read(problem, good)).toEqual(good);
  expect(read(problem, { ...good, code: "other" })).toBeNull();
});
