import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES, type Signals, says64, scoreOf } from "../../src/content/score.ts";
import { between, weightsTable } from "./corpus/tables.ts";

/** A dialog with one field that says everything a restore form can say. */
const FULL: Signals = {
  name: "64-digit encryption key",
  heading: "Restore chat history",
  text: "Enter your 64-digit encryption key to restore your backup.",
  dialog: true,
  boxes: 1,
  takesExactly64: true,
};

describe("score", () => {
  it("has the points that docs/fill.md gives", () => {
    const document = readFileSync("docs/fill.md", "utf8");
    expect(between(document, "weights", weightsTable())).toBe(document);
  });

  it("adds up to 85 for a form that says everything", () => {
    expect(scoreOf(FULL)).toBe(85);
  });

  it.each([
    ["number-64", { boxes: 16, name: "encryption key", text: "" }, 70],
    ["takes-64", { takesExactly64: false }, 85],
    ["key-word", { name: "", text: "Enter the 64 digits of your backup." }, null],
    ["backup-word", { heading: "", text: "" }, null],
    ["dialog", { dialog: false }, 85],
  ] satisfies [string, Partial<Signals>, number | null][])("misses %s", (signal, change, points) => {
    expect(scoreOf({ ...FULL, ...change })).toBe(points);
    const rule = RULES.find((one) => one.signal === signal);
    expect(FULL.name && rule?.holds(FULL)).toBe(true);
    expect(rule?.holds({ ...FULL, ...change })).toBe(false);
  });

  it.each([
    ["short-code", { name: "40-character recovery key" }],
    ["making", { heading: "Create your 64-digit key" }],
    ["making", { heading: "Save your key" }],
    ["making", { heading: "Set a new 64-digit key" }],
    ["other-secret", { name: "API key" }],
    ["named-otherwise", { name: "Your name" }],
    ["named-otherwise", { name: "Password", heading: "Restore" }],
  ] satisfies [string, Partial<Signals>][])(
    "%s keeps a form that says the rest from being offered",
    (signal, change) => {
      expect(RULES.find((one) => one.signal === signal)?.holds({ ...FULL, ...change })).toBe(true);
      expect(scoreOf({ ...FULL, ...change })).toBeNull();
    },
  );

  it.each([
    "Name of this key",
    "Label for your key",
    "Nome da chave",
    "Nombre de la clave",
    "Nama kunci",
    "Nom de la clé",
    "Nome della chiave",
    "Name des Schlüssels",
    "Schlüsselname",
    "Anahtarın adı",
    "Название ключа",
    "اسم المفتاح",
    "कुंजी का नाम",
  ])("what the user calls the key is not the key: %s", (name) => {
    expect(scoreOf({ ...FULL, name })).toBeNull();
    expect(scoreOf({ ...FULL, name: `${name} (64)` })).not.toBeNull();
  });

  it("boxes may be named by their place", () => {
    expect(scoreOf({ ...FULL, boxes: 16, name: "Group 1 of 16" })).toBe(85);
  });

  it("words without structure or dialog are not enough", () => {
    expect(scoreOf({ ...FULL, takesExactly64: false, dialog: false })).toBeNull();
  });

  it("one field must say 64 itself", () => {
    expect(scoreOf({ ...FULL, name: "encryption key", text: "Restore your backup" })).toBeNull();
  });

  it("structure without words is not enough", () => {
    expect(scoreOf({ ...FULL, name: "", heading: "", text: "" })).toBeNull();
  });

  it.each([
    ["64", true],
    ["64-digit key", true],
    ["a key (64 digits).", true],
    ["٦٤ رقمًا", true],
    ["६४ अंक", true],
    ["６４桁", true],
    ["𝟞𝟜 digits", true],
    ["64文字", true],
    ["请输入64位密钥", true],
    ["64bit", false],
    ["64-bit", false],
    ["640", false],
    ["164", false],
    ["1.64", false],
    ["64,5", false],
    ["base64", false],
    ["６４０", false],
    ["6 4", false],
  ])("reads 64 in %s: %s", (text, expected) => {
    expect(says64(text)).toBe(expected);
  });
});
