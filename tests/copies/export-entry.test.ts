/** The shape that every manager gets, and what is read back from its notes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { exportEntryOf } from "../../src/copies/export-entry.ts";
import { readNotes } from "../../src/copies/notes.ts";
import { anySource, HEX, keyIdOfHex, SAVED_MS, sourceOf } from "../support/export-sources.ts";

test("title, username, address, and notes that a person can use without Sixtyfour", () => {
  const { title, username, url, hex, notes } = exportEntryOf(sourceOf({ note: "second line\nthird" }));
  expect({ title, username, url, hex }).toEqual({
    title: "WhatsApp backup key (…34)",
    username: `…34 ${keyIdOfHex(HEX)}`,
    url: "https://web.whatsapp.com/",
    hex: HEX,
  });
  expect(notes.split("\n")).toEqual([
    "64-digit key:",
    "0243 579e 34ac b5f6",
    "0905 5458 b1eb 501b",
    "28fa 3a1d 82b6 865a",
    "c8cb 3381 056c 8799",
    `Key ID: ${keyIdOfHex(HEX)}`,
    "Phone number ends in: 34",
    "Saved in Sixtyfour on: 2026-11-23",
    "Name: Pixel 8",
    expect.stringContaining("To restore: "),
    expect.stringContaining("not affiliated with WhatsApp or Meta"),
    "Note: second line",
    "third",
  ]);
});

test("a key made here is not passed off as WhatsApp's", () => {
  const { title, notes } = exportEntryOf(sourceOf({ origin: "generated", phoneEnding: "" }));
  expect(title).toBe("Sixtyfour file key");
  expect(notes).toContain("no backup that WhatsApp made");
});

test("what is not known is left out", () => {
  const { username, notes } = exportEntryOf(sourceOf({ label: "", phoneEnding: "" }));
  expect(username).toBe(keyIdOfHex(HEX));
  expect(notes).not.toMatch(/Name:|Phone|Note:/);
});

test("the notes are read back, with both kinds of line ends", () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const { notes } = exportEntryOf(source);
      for (const text of [notes, notes.replaceAll("\n", "\r\n")])
        expect(readNotes(text)).toMatchObject({
          label: source.label === "" ? null : source.label,
          phoneEnding: source.phoneEnding === "" ? null : source.phoneEnding,
          note: source.note === "" ? null : source.note,
        });
    }),
  );
});

test("any notes: no throw; what is too long is cut only after it was looked at, by the import", () => {
  expect(readNotes("Saved in Sixtyfour on: 2026-99-99\nPhone number ends in: 123456")).toEqual({
    label: null,
    phoneEnding: null,
    createdAtMs: null,
    note: null,
    keyId: null,
  });
  expect(readNotes(`Name: ${"x".repeat(500)}\nNote: ${"y".repeat(5000)}`)).toMatchObject({
    label: "x".repeat(500),
    note: "y".repeat(5000),
  });
  expect(readNotes("Saved in Sixtyfour on: 2026-11-23").createdAtMs).toBe(SAVED_MS);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      readNotes(text);
    }),
  );
});
