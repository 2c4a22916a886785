import { describe, expect, test } from "vitest";
import { isKeyText, KEY_KINDS, keyKinds } from "../../../src/core/key/key-kinds.ts";
import { keyRows } from "../../../src/core/key/key-rows.ts";
import { readKeyText } from "../../../src/core/key/key-text.ts";
import { HEX } from "../../support/keyrings.ts";

describe.each(keyKinds)("a key of the kind %s", (kind) => {
  const { alphabet, length, grouping } = KEY_KINDS[kind];

  test("has as many digits as its rows show, each digit once in its alphabet", () => {
    expect(grouping.rows * grouping.groupsPerRow * grouping.digitsPerGroup).toBe(length);
    expect(new Set(alphabet).size).toBe(alphabet.length);
  });

  test("is known by its digits and their number", () => {
    const text = alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length);
    expect(isKeyText(kind, text)).toBe(true);
    for (const wrong of [
      "",
      text.slice(1),
      `${text}0`,
      `${text.slice(1)}g`,
      text.toUpperCase(),
      ` ${text.slice(1)}`,
    ])
      expect(isKeyText(kind, wrong), wrong).toBe(false);
  });
});

test("what is read, laid out and called a key of WhatsApp's has the digits of its row", () => {
  const { grouping, length } = KEY_KINDS["whatsapp-64"];
  const rows = keyRows(HEX);
  expect([rows.length, rows[0]?.length, rows[0]?.[0]?.length]).toEqual(Object.values(grouping));
  expect(readKeyText(HEX).key).not.toBeNull();
  expect(readKeyText(HEX.slice(1)).problem).toEqual({ kind: "too-short", count: length - 1 });
});
