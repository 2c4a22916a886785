/** Key text as people have it: each form is read as the key, or refused for a reason; none is read wrongly. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportEntryOf } from "../../../src/copies/export-entry.ts";
import { writeKeyText } from "../../../src/copies/formats/text.ts";
import { bytesToHex, hexToBytes } from "../../../src/core/bytes.ts";
import { writeKeyFile } from "../../../src/core/key/key-file.ts";
import { readKeyText } from "../../../src/core/key/key-text.ts";
import { rowCheck } from "../../../src/core/key/row-check.ts";
import { runs } from "../../support/all.ts";

const KEY = "9c1e7f40b2d853a6e17a0c5f38d4926bb07e61f2a94c0d8358ef1b6a724dc935";
const OTHER = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const groups = (hex = KEY, size = 4): string[] => hex.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
const rows = (hex = KEY) => groups(hex, 16).map((row) => groups(row).join(" "));
const lettered = (between = ": ") => rows().map((row, i) => `${"ABCD"[i]}${between}${row}`);
const checked = () => rows().map((row, i) => `${row} ${rowCheck(i, row.replaceAll(" ", ""))}`);
const numbered = (mark = ". ") => groups().map((group, i) => `${i + 1}${mark}${group}`);
const wrap = (text: string, width: number) => groups(text, width).join("\n");
const entry = exportEntryOf({
  key: hexToBytes(KEY),
  label: "My phone",
  phoneEnding: "42",
  note: "",
  origin: "whatsapp",
  createdAtMs: 0,
});

const READ: [string, string][] = [
  ["64 digits", KEY],
  ["a line end", `${KEY}\n`],
  ["capitals", KEY.toUpperCase()],
  ["sixteen groups", groups().join(" ")],
  ["four rows", rows().join("\n")],
  ["rows with blank lines between", rows().join("\n\n")],
  ["one group a line", groups().join("\n")],
  ["two halves", groups(KEY, 32).join("\n")],
  ["groups of eight", groups(KEY, 8).join(" ")],
  ["groups of five", groups(KEY, 5).join(" ")],
  ["pairs", groups(KEY, 2).join(" ")],
  ["single digits", groups(KEY, 1).join(" ")],
  ["wrapped at 60", wrap(KEY, 60)],
  ["groups broken by line ends", wrap(groups().join(" "), 33)],
  ["colons", groups(KEY, 2).join(":")],
  ["commas", groups().join(", ")],
  [
    "rows with commas",
    rows()
      .map((row) => row.replaceAll(" ", ","))
      .join(",\n"),
  ],
  ["dots", groups().join(".")],
  ["dashes", groups().join("-")],
  [
    "dashes in rows",
    rows()
      .map((row) => row.replaceAll(" ", "-"))
      .join(" "),
  ],
  ["underscores", groups().join("_")],
  ["slashes", groups().join("/")],
  ["double quotes", `"${KEY}"`],
  ["single quotes", `'${KEY}'`],
  ["typographic quotes", `“${groups().join(" ")}”`],
  ["angle brackets", `<${KEY}>`],
  ["code marks", `\`${KEY}\``],
  ["0x", `0x${KEY}`],
  [
    "0x before each byte",
    groups(KEY, 2)
      .map((byte) => `0x${byte}`)
      .join(", "),
  ],
  [
    "a C array",
    `{${groups(KEY, 2)
      .map((byte) => `0x${byte}`)
      .join(",")}};`,
  ],
  [
    "\\x before each byte",
    groups(KEY, 2)
      .map((byte) => `\\x${byte}`)
      .join(""),
  ],
  ["key=", `key=${KEY}`],
  ["a quoted assignment", `KEY="${KEY}"`],
  ["an exported variable", `export WA_KEY='${KEY}'`],
  ["a label", `64-digit key: ${groups().join(" ")}`],
  ["a label above rows", `64-digit key:\n${rows().join("\n")}`],
  ["a label in another language", `Ключ шифрования: ${KEY}`],
  ["words before it", `My WhatsApp key ${KEY}`],
  [
    "quoted mail",
    rows()
      .map((row) => `> ${row}`)
      .join("\n"),
  ],
  [
    "a list",
    rows()
      .map((row) => `- ${row}`)
      .join("\n"),
  ],
  ["pass: further lines", `${KEY}\nurl: https://web.whatsapp.com\nuser: phone\npin: 1234\n`],
  ["pass: groups and further lines", `${groups().join(" ")}\n\nphone: 49 170 1234567\n`],
  ["a note with other words", `Hello both,\n\n${rows().join("\n")}\n\nSee you soon\n`],
  ["a checksum beside it", `sha256: ${OTHER}\nkey: ${KEY}\nsha1: ${SHA1}`],
  ["lettered rows", lettered().join("\n")],
  ["lettered rows in another order", [3, 1, 0, 2].map((i) => lettered()[i]).join("\n")],
  ["lettered rows, brackets", lettered(") ").join("\n")],
  ["lettered rows, spaces", lettered("  ").join("\n")],
  [
    "rows by name",
    lettered()
      .map((row) => `Row ${row}`)
      .join("\n"),
  ],
  [
    "lettered rows with checks",
    checked()
      .map((row, i) => `${"ABCD"[i]}: ${row}`)
      .join("\n"),
  ],
  [
    "the sheet's rows",
    checked()
      .map((row, i) => `${"ABCD"[i]}  ${row.slice(0, 19)}  check: ${row.slice(20)}`)
      .join("\n"),
  ],
  ["rows with checks and no letters", checked().join("\n")],
  ["numbered groups", numbered().join("\n")],
  ["numbered groups, brackets", numbered(") ").join("\n")],
  [
    "numbered groups with zeros",
    groups()
      .map((g, i) => `${String(i + 1).padStart(2, "0")} ${g}`)
      .join("\n"),
  ],
  ["numbered groups on one line", numbered().join(" ")],
  [
    "numbered rows",
    rows()
      .map((row, i) => `${i + 1}. ${row}`)
      .join("\n"),
  ],
  ["JSON", JSON.stringify({ name: "phone", key: KEY })],
  ["JSON with groups", JSON.stringify({ key: groups() })],
  ["JSON with bytes", JSON.stringify([...hexToBytes(KEY)])],
  ["JSON beside a hash", JSON.stringify({ sha256: OTHER, backup: { key: `0x${KEY}` } })],
  ["a JSON string", JSON.stringify(KEY)],
  ["a table", `name,password,notes\nphone,${KEY},old\n`],
  ["XML", `<Entry><String><Key>Password</Key><Value>${KEY}</Value></String></Entry>`],
  ["our own text export", writeKeyText([entry])],
  ["our own notes", entry.notes],
  ["our own password and notes", JSON.stringify({ password: entry.hex, notes: entry.notes })],
  ["a key file by xxd -p", wrap(bytesToHex(writeKeyFile(hexToBytes(KEY))), 60)],
  ["no-break spaces", groups().join("\u00a0")],
  ["invisible marks", `\u200e${groups().join("\u200b")}\ufeff`],
  ["full-width", KEY.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
];

const REFUSED: [string, string, string][] = [
  ["a digit missing", KEY.slice(1), "too-short"],
  ["a digit too many", `${KEY}0`, "too-long"],
  ["an O", KEY.replace("0", "O"), "wrong-character"],
  ["a row missing", rows().slice(0, 3).join("\n"), "too-short"],
  ["a group twice", [...groups(), "c935"].join(" "), "too-long"],
  ["a short and a long group", groups().with(3, "53a").with(5, "0c5f0").join(" "), "group-length"],
  [
    "four rows that each lack a digit, lettered",
    lettered(" ")
      .map((row) => row.slice(0, -1))
      .join("\n"),
    "row-length",
  ],
  ["a lettered row missing", lettered().slice(0, 3).join("\n"), "row-length"],
  ["a lettered row twice", lettered().with(3, `A: ${rows()[3]}`).join("\n"), "row-twice"],
  [
    "a check that does not match",
    checked()
      .with(1, `${checked()[1]?.slice(0, 20)}00`)
      .join("\n"),
    "row-check",
  ],
  ["a check and exchanged rows", [1, 0, 2, 3].map((i) => checked()[i]).join("\n"), "row-check"],
  ["a numbered group too short", numbered().with(4, "5. e17").join("\n"), "group-length"],
  ["a letter and 63 digits", `A ${KEY.slice(1)}`, "unclear"],
  ["a year and 60 digits", `2026: ${groups(KEY.slice(4)).join(" ")}`, "unclear"],
  ["a label of hex letters", `ad: ${KEY.slice(2)}`, "unclear"],
  ["a letter above 63 digits", `A\n${KEY.slice(1)}`, "unclear"],
  ["several keys", `${KEY}\n${OTHER}`, "several-keys"],
  ["JSON with several keys", JSON.stringify({ a: KEY, b: OTHER }), "several-keys"],
  ["JSON without one", JSON.stringify({ a: 1, b: "c" }), "no-key"],
  ["a list of checksums", `${OTHER}  msgstore.db.crypt15\n`, "hash-list"],
  ["a labelled checksum", `SHA256 (msgstore.db) = ${OTHER}`, "wrong-character"],
  ["a password", "hunter2-Summer!", "password"],
  ["a password of many words", "correct horse battery staple", "password"],
  ["a password with hex letters", "Decade#2024", "password"],
  [
    "WhatsApp's key for crypt14 by xxd -p",
    `aced0005757200025b42acf317f8060854e0020000787000000083${"00".repeat(1)}01${"11".repeat(129)}`,
    "crypt14-key",
  ],
  ["a long text", "The quick brown fox jumps over the lazy dog. ".repeat(20), "no-key"],
];

test("at least 63 forms are listed", () => {
  expect(new Set([...READ, ...REFUSED].map(([name]) => name)).size).toBeGreaterThanOrEqual(63 + 20);
});

describe("is read", () => {
  test.each(READ)("%s", (_, text) => {
    const { key, problem } = readKeyText(text);
    expect([problem, key && bytesToHex(key)]).toEqual([null, KEY]);
  });
  test.each(READ)("%s, with the line ends of Windows", (_, text) => {
    const { key } = readKeyText(text.replaceAll("\n", "\r\n"));
    expect(key && bytesToHex(key)).toEqual(KEY);
  });
});

describe("is refused", () => {
  test.each(REFUSED)("%s", (_, text, kind) => {
    const { key, problem } = readKeyText(text);
    expect([key, problem?.kind]).toEqual([null, kind]);
  });
});

test("a digit left out, added or changed in any form is never read as this key with other digits", () => {
  // In a list of bytes the digits are decimal: a changed one is another byte, as in every key.
  const forms = READ.map(([, text]) => text).filter((text) => text.length < 400 && !/^\[\d+,/.test(text));
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.nat(),
      fc.constantFrom("", "0", "a", "5f", "x"),
      (text, n, put) => {
        const places = [...text.matchAll(/[0-9a-f](?=[0-9a-f])/gi)].map(({ index }) => index);
        const at = places[n % places.length] ?? 0;
        const changed = text.slice(0, at) + put + text.slice(at + 1);
        const { key } = readKeyText(changed);
        if (!key) return;
        const read = bytesToHex(key);
        const wrong = [...read].filter((digit, i) => digit !== KEY[i]).length;
        // A changed digit is a digit, wherever it stands. Nothing is moved.
        expect(wrong, changed).toBeLessThanOrEqual(put === "" || put.length === 2 ? 0 : 1);
      },
    ),
    { numRuns: runs(6000) },
  );
});

test("two typos at once, one missing and one too many, are never read as a key", () => {
  fc.assert(
    fc.property(fc.nat(15), fc.nat(15), fc.constantFrom("0", "f"), (short, long, put) => {
      if (short === long) return;
      const parts = groups().with(short, (groups()[short] ?? "").slice(1));
      const typed = parts.with(long, `${parts[long]}${put}`);
      for (const text of [typed.join(" "), typed.join("\n"), typed.join(", "), typed.join("-")])
        expect(readKeyText(text).key, text).toBeNull();
    }),
    { numRuns: runs(500) },
  );
});
