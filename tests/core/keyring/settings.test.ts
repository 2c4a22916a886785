import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  initialSettingsOf,
  SETTINGS,
  settingsSchema,
  settingsSchemaOf,
} from "../../../src/core/keyring/settings.ts";
import { read } from "../../../src/core/schema.ts";

describe("a setting is one row", () => {
  test("what each is at first is allowed by its own schema", () => {
    expect(read(settingsSchema, initialSettingsOf(SETTINGS))).toEqual(initialSettingsOf(SETTINGS));
  });

  test("a made-up one is there at first, is read, and is refused out of its bounds", () => {
    const table = { ...SETTINGS, largeDigits: { schema: v.boolean(), initial: true } };
    const schema = settingsSchemaOf(table);
    const initial = initialSettingsOf(table);
    expect(initial.largeDigits).toBe(true);
    expect(read(schema, { ...initial, largeDigits: false })).toEqual({ ...initial, largeDigits: false });
    expect(read(schema, { ...initial, largeDigits: 1 })).toBeNull();
    // Without its row it is unknown, and so is the whole.
    expect(read(settingsSchema, initial)).toBeNull();
  });

  test.each([
    ["autoLockMinutes", 0],
    ["autoLockMinutes", 61],
    ["autoLockMinutes", 1.5],
    ["clipboardSeconds", 14],
    ["clipboardSeconds", 121],
    ["clipboardSeconds", null],
    ["fillWarningRead", "yes"],
    ["reminderAfterMs", -1],
    ["__proto__", {}],
  ])("%s is not %j", (name, value) => {
    const settings = Object.fromEntries([...Object.entries(initialSettingsOf(SETTINGS)), [name, value]]);
    expect(read(settingsSchema, settings)).toBeNull();
  });
});
