/** Reading a wrapping of which nothing is authentic yet: it may come from anybody's file. */
import { beforeAll, describe, expect, test } from "vitest";
import { MOST_SLOTS } from "../../../src/core/sealed/slots/slot.ts";
import { fieldsOf, readWrapping, type Wrapping } from "../../../src/core/sealed/wrapping.ts";
import { sealedByVersion1 } from "../../support/first-version.ts";
import { passkeyAnswer, unknownSlot, wrappingOf } from "../../support/wrappings.ts";

const AT_COUNT = 102;
let wrapping: Wrapping;
let first: Wrapping;

beforeAll(async () => {
  const passkey = await passkeyAnswer(new Uint8Array(20));
  ({ wrapping } = await wrappingOf("plain wide river stone", [passkey], [unknownSlot(3)]));
  first = (await sealedByVersion1("of old", "of late")).newer.slice(0, 128);
});

test("it is read whatever stands behind it, and says how long it is", () => {
  for (const one of [wrapping, first]) {
    const { length, ...fields } = fieldsOf(one);
    expect(length).toBe(one.length);
    expect(readWrapping(new Uint8Array([...one, 1, 2, 3]))).toEqual({ length, ...fields });
  }
  expect(fieldsOf(wrapping).slots.map(({ kind }) => kind)).toEqual([1, 2, 77]);
  expect(fieldsOf(first)).toMatchObject({ version: 1, wrapGeneration: 2 });
});

test("cut anywhere it is none", () => {
  for (const one of [wrapping, first])
    for (let end = 0; end < one.length; end++)
      expect(readWrapping(one.subarray(0, end)), `${end} bytes`).toBeNull();
});

test("with any byte exchanged it is read or refused, and never longer than the bytes that there are", () => {
  for (let at = 0; at < wrapping.length; at++)
    for (const value of [0x00, 0x01, 0x7f, 0xff]) {
      const fields = readWrapping(wrapping.with(at, value));
      expect(fields?.length ?? 0, `byte ${at}`).toBeLessThanOrEqual(wrapping.length);
      expect(fields?.slots.length ?? 0).toBeLessThanOrEqual(MOST_SLOTS);
    }
});

describe("is refused", () => {
  test.each([
    ["another magic", () => wrapping.with(0, 0)],
    ["version 0", () => wrapping.with(9, 0)],
    ["a version to come", () => wrapping.with(9, 3)],
    ["no slot", () => wrapping.with(AT_COUNT, 0)],
    ["more slots than there are", () => wrapping.with(AT_COUNT, 4)],
    ["more slots than are allowed", () => wrapping.with(AT_COUNT, 255)],
    ["a key older than its slots", () => wrapping.with(29, 2)],
    ["version 1 with too little memory", () => first.with(12, 0)],
  ])("%s", (_, bytes) => {
    expect(readWrapping(bytes())).toBeNull();
    expect(() => fieldsOf(bytes())).toThrow(RangeError);
  });
});
