import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  initialSettingsOf,
  knownSettings,
  SETTINGS,
  settingsSchema,
  settingsSchemaOf,
  storedSettingsSchemaOf,
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

describe("as they are stored", () => {
  const stored = storedSettingsSchemaOf(SETTINGS);
  const initial = initialSettingsOf(SETTINGS);

  test("a missing one is what it is at first", () => {
    expect(read(stored, {})).toEqual(initial);
    expect(read(stored, { clipboardSeconds: 60 })).toEqual({ ...initial, clipboardSeconds: 60 });
  });

  test("an unknown one is kept as it is, and is not among those that pages see", () => {
    const ofLater = { largeDigits: { sizes: [1, 2] }, theme: null };
    const kept = read(stored, { ...initial, ...ofLater });
    expect(kept).toEqual({ ...initial, ...ofLater });
    expect(kept && knownSettings(kept)).toEqual(initial);
  });

  test.each([
    ["a known one out of its bounds", { clipboardSeconds: 14 }],
    ["a known one of another type", { fillWarningRead: null }],
    ["a list", []],
    ["nothing", null],
    ["text", "settings"],
  ])("%s is refused", (_, raw) => expect(read(stored, raw)).toBeNull());

  test("a name that objects have anyway changes no other object", () => {
    const kept = read(stored, JSON.parse('{"__proto__": {"largeDigits": true}}'));
    expect(kept).toEqual(initial);
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  });
});
