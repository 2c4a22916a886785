import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AGAINST, FOR, type Signals, says64, scoreOf } from "../../../src/content/find/form-score.ts";
import { showsKey } from "../../../src/content/watch/key-digits.ts";
import { between, signsTable } from "../corpus/tables.ts";

/** A dialog with one field that says everything a restore form can say. */
const FULL: Signals = {
  name: "64-digit encryption key",
  heading: "Restore chat history",
  text: "Enter your 64-digit encryption key to restore your backup.",
  buttons: "Continue",
  tickBox: false,
  boxes: 1,
  takesExactly64: true,
  grid: false,
  hasRoom: true,
  markedAsCode: false,
  keyInSight: false,
};
/** Boxes that make 64, in a dialog of their own, in words that nobody here knows. */
const GRID: Signals = {
  ...FULL,
  boxes: 16,
  grid: true,
  name: "1 / 16",
  heading: "Lorem ipsum",
  text: "Dolor sit amet.",
};

describe("score", () => {
  it("has the signs that docs/fill.md gives", () => {
    const document = readFileSync("docs/fill.md", "utf8");
    expect(between(document, "signs", signsTable())).toBe(document);
  });

  it("counts each sign of a form that says everything", () => {
    expect(scoreOf(FULL)).toBe(3);
  });

  it.each([
    ["64 and a key", { name: "64-digit key", heading: "", text: "Type it below." }],
    ["64 and a backup", { name: "", text: "Type all 64 characters.", heading: "Unlock your backup" }],
    ["a key and a backup, in a field for 64", { name: "Encryption key", text: "" }],
  ] satisfies [string, Partial<Signals>][])("two signs are enough for a field: %s", (_, change) => {
    expect(scoreOf({ ...FULL, ...change })).toBe(2);
  });

  it.each([
    [
      "a key and a backup, in a field for anything",
      { name: "Encryption key", text: "", takesExactly64: false },
    ],
    [
      "64 of something else, and a key",
      { name: "Number of keys", heading: "A piano has more than 64 keys", text: "" },
    ],
    ["64 alone", { name: "64 digits", heading: "", text: "" }],
    ["a counter", { name: "Encryption key", heading: "", text: "0/64" }],
    ["a limit", { name: "Backup", heading: "Up to 64 characters", text: "" }],
    ["room for prose", { hasRoom: false }],
    ["no words", { name: "", heading: "", text: "" }],
  ] satisfies [string, Partial<Signals>][])("not enough for a field: %s", (_, change) => {
    expect(scoreOf({ ...FULL, ...change })).toBeNull();
  });

  it("boxes that make 64 are enough in any words", () => {
    expect(scoreOf(GRID)).toBe(3);
    expect(scoreOf({ ...GRID, grid: false })).toBeNull();
  });

  it("a form that somebody has seen is known by one line, and every sign against it counts", () => {
    const { heading } = GRID;
    const unknown: Signals = { ...GRID, boxes: 1, grid: false, name: "" };
    expect(scoreOf(unknown)).toBeNull();
    const seen = [{ heading: "Another form" }, { heading }];
    expect(scoreOf(unknown, seen)).toBe(3);
    expect(scoreOf({ ...unknown, heading: "Amet" }, seen)).toBeNull();
    expect(scoreOf({ ...unknown, hasRoom: false }, seen)).toBeNull();
    expect(scoreOf({ ...unknown, name: "Consectetur" }, seen)).toBeNull();
    expect(scoreOf({ ...unknown, heading: `${heading}: create a key` }, seen)).toBeNull();
    const named = [{ heading, field: "Consectetur" }];
    expect(scoreOf({ ...unknown, name: " Consectetur\n" }, named)).toBe(3);
    expect(scoreOf({ ...unknown, name: "Adipiscing" }, named)).toBeNull();
    expect(scoreOf(unknown, named)).toBeNull();
  });

  it("boxes among other fields need two signs", () => {
    expect(scoreOf({ ...GRID, grid: false, heading: "Enter the 64 digits of your backup" })).toBe(2);
    expect(scoreOf({ ...GRID, grid: false, heading: "Enter your key" })).toBeNull();
  });

  const [CODE, MARKED, OTHER_CODE, MAKING, CONFIRMING, SHOWN, OTHER_SECRET, NAMED_OTHERWISE] = AGAINST.map(
    ([sign]) => sign,
  );

  it.each([
    [FULL, CODE, { name: "40-character recovery key" }],
    [FULL, MAKING, { heading: "Create your 64-digit key" }],
    [FULL, MAKING, { heading: "Save your key" }],
    [FULL, MAKING, { heading: "Set a new 64-digit key" }],
    [FULL, MAKING, { heading: "Turn on end-to-end encrypted backup" }],
    [
      FULL,
      CONFIRMING,
      { text: "Generate your 64-digit key, then enter it here to confirm that you saved it." },
    ],
    [
      FULL,
      CONFIRMING,
      { text: "Genera tu clave de 64 dígitos y escríbela aquí para confirmar que la guardaste." },
    ],
    [FULL, CONFIRMING, { text: "Gib deinen neuen 64-stelligen Schlüssel ein, um ihn zu bestätigen." }],
    [FULL, CONFIRMING, { text: "Write down your new 64-digit key. Then type it again." }],
    [FULL, CONFIRMING, { text: "Erzeuge deinen neuen Schlüssel. Gib ihn dann noch einmal ein." }],
    [GRID, SHOWN, { keyInSight: true }],
    [FULL, OTHER_SECRET, { name: "API key" }],
    [FULL, NAMED_OTHERWISE, { name: "Your name" }],
    [FULL, NAMED_OTHERWISE, { name: "Password", heading: "Restore" }],
    // "What happened?" and "What is the problem?", in letters that may also say key.
    [FULL, NAMED_OTHERWISE, { name: "কী হয়েছে?" }],
    [FULL, NAMED_OTHERWISE, { name: "আপনার সমস্যা কী?" }],
    [FULL, NAMED_OTHERWISE, { name: "ਕੀ ਹੋਇਆ?" }],
    [FULL, MARKED, { name: "", markedAsCode: true }],
    [
      GRID,
      MARKED,
      { grid: false, heading: "Enter the key of your backup", text: "64 digits", markedAsCode: true },
    ],
    [GRID, CODE, { heading: "Enter the 6-digit code" }],
    [GRID, OTHER_CODE, { text: "The PIN of your backup." }],
    [GRID, OTHER_CODE, { heading: "Passwort des Backups" }],
    [GRID, MAKING, { heading: "Crea tu clave" }],
    [GRID, CONFIRMING, { text: "We'll generate a key. Enter it to confirm." }],
    [GRID, OTHER_SECRET, { heading: "Import a wallet" }],
    [GRID, OTHER_CODE, { name: "PIN 1", text: "No 64-digit key, but the PIN that you chose." }],
    [GRID, OTHER_CODE, { name: "Código de desbloqueio", text: "Digite o código do bloqueio do app." }],
    [GRID, OTHER_CODE, { text: "Il a 40 caractères. Msimbo una herufi 40." }],
  ] satisfies [Signals, string | undefined, Partial<Signals>][])(
    "%#: one sign against is enough: %s",
    (form, sign, change) => {
      const held = AGAINST.filter(([, holds]) => holds({ ...form, ...change }));
      expect(held.map(([name]) => name)).toContain(sign);
      expect(scoreOf(form)).not.toBeNull();
      expect(scoreOf({ ...form, ...change })).toBeNull();
    },
  );

  it("a new phone is no new key", () => {
    const text = "Moved to a new phone? Enter the key you saved. Then you can read your chats again.";
    expect(scoreOf({ ...FULL, text })).not.toBeNull();
  });

  it("a key is in sight where it stands whole; a picture of one, and a part, are none", () => {
    expect(showsKey(`Lorem ${"0a1b 2c3d ".repeat(8)} ipsum`)).toBe(true);
    expect(showsKey(`For example ${"0000 ".repeat(16)}`)).toBe(false);
    expect(showsKey(`Read so far: ${"0a1b2c3d".repeat(8).slice(1)}.`)).toBe(false);
  });

  it("a key's name is told from the same letters in a sentence", () => {
    for (const name of ["আপনার কী", "ব্যাকআপের কী", "तुमची की", "अपनी की", "ਤੁਹਾਡੀ ਕੀ", "انکرپشن کی"])
      expect(scoreOf({ ...FULL, name }), name).not.toBeNull();
  });

  it("what a library marks as a one-time code does not weigh against boxes that make 64 or the key's name", () => {
    expect(scoreOf({ ...GRID, markedAsCode: true })).toBe(3);
    expect(scoreOf({ ...FULL, markedAsCode: true })).toBe(3);
    expect(scoreOf({ ...FULL, markedAsCode: true, name: "Key" })).toBe(3);
    expect(scoreOf({ ...FULL, markedAsCode: true, name: "", heading: "The 64-digit key" })).toBe(3);
  });

  it("what a library calls its boxes does not weigh", () => {
    for (const name of ["Please enter OTP character 1", "verification input", "Group 1 of 16", "pin code 3"])
      expect(scoreOf({ ...GRID, name, heading: "Enter your 64-digit encryption key" }), name).toBe(5);
  });

  it("words are written as pages are read: each letter as one character", () => {
    const words = readFileSync("src/content/find/words.ts", "utf8");
    expect(words.normalize()).toBe(words);
  });

  it("every sign for it can hold", () => {
    expect(FOR.every(([, holds]) => holds(FULL))).toBe(true);
  });

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
    ["0/64", false],
    ["12 / 64", false],
    ["up to 64 characters", false],
    ["Max. 64", false],
    ["höchstens 64 Zeichen", false],
    ["hasta 64 caracteres", false],
  ])("reads 64 in %s: %s", (text, expected) => {
    expect(says64(text)).toBe(expected);
  });
});
