/** Keys to export, and what an import of the export must give back. */
import fc from "fast-check";
import { type ExportEntry, type ExportSource, exportEntryOf } from "../../src/copies/export-entry.ts";
import { onePassword } from "../../src/copies/formats/1password.ts";
import { apple } from "../../src/copies/formats/apple.ts";
import { chromium } from "../../src/copies/formats/chromium.ts";
import { firefox } from "../../src/copies/formats/firefox.ts";
import { keepassxc } from "../../src/copies/formats/keepassxc.ts";
import { proton } from "../../src/copies/formats/proton.ts";
import type { FoundKey } from "../../src/copies/found.ts";
import { bytesToUtf8, hexToBytes } from "../../src/core/bytes.ts";
import { formatBackupKey, keyIdOf } from "../../src/core/key/backup-key.ts";

export const HEX = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
export const OTHER_HEX = "f".repeat(16) + HEX.slice(16);
export const SAVED_MS = Date.UTC(2026, 10, 23);

export function sourceOf(change: Partial<ExportSource> = {}): ExportSource {
  return {
    key: hexToBytes(HEX),
    label: "Pixel 8",
    phoneEnding: "34",
    note: "",
    origin: "whatsapp",
    createdAtMs: SAVED_MS,
    ...change,
  };
}

/** Texts that break tables, markup and spreadsheets. */
const nasty = fc.constantFrom(
  '"',
  '""',
  ",",
  ";",
  "\t",
  "=1+1",
  "+49",
  "-2",
  "@x",
  "'",
  "'=1",
  "<&>]]>",
  "&amp;",
  "\\",
  "{}",
  "é",
  "日本",
  "😀",
  "\u202e",
  " ",
  "a: b",
);
/** One line, as the interface takes it. */
const line = (maxLength: number) =>
  fc
    .array(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 6 })
    .map((parts) =>
      parts
        .join("")
        .replace(/[\p{Cc}\u2028\u2029]/gu, "")
        .trim()
        .slice(0, maxLength),
    )
    .map((text) => text.replace(/[\ud800-\udbff]$/, ""));

export const anySource: fc.Arbitrary<ExportSource> = fc.record({
  key: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  label: line(60),
  phoneEnding: fc.stringMatching(/^[0-9]{0,4}$/),
  note: fc.array(line(60), { maxLength: 3 }).map((lines) => lines.join("\n").trim()),
  origin: fc.constantFrom("whatsapp", "generated"),
  createdAtMs: fc.integer({ min: 0, max: 4_000_000_000 }).map((s) => s * 1000),
});

export const anySources = fc.uniqueArray(anySource, {
  minLength: 1,
  maxLength: 5,
  selector: ({ key }) => formatBackupKey(key),
});

export const entriesOf = (sources: readonly ExportSource[]) => sources.map(exportEntryOf);

/** A key as it should be found again: all that a format with notes carries. */
export function expected(source: ExportSource): Partial<FoundKey> {
  const day = Math.floor(source.createdAtMs / 86_400_000) * 86_400_000;
  const { key, label, phoneEnding, note, origin } = source;
  return { key, label, phoneEnding, note, origin, createdAtMs: day, isDoubtful: false };
}

export const hexesOf = (keys: readonly FoundKey[]) => keys.map(({ key }) => formatBackupKey(key));
export const keyIdOfHex = (hex: string) => keyIdOf(hexToBytes(hex));

/** The tables of browsers and password managers. */
export const TABLES = { chromium, firefox, apple, keepassxc, proton, "1password": onePassword };
export const TABLE_IDS = Object.keys(TABLES) as (keyof typeof TABLES)[];
export const tableText = (id: keyof typeof TABLES, entries: readonly ExportEntry[]) =>
  bytesToUtf8(TABLES[id].write(entries));
