/** Tables: written so that Python's csv module and our own reader give every cell back, read strictly. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_ENTRIES_READ } from "../../../src/copies/found.ts";
import { importFile } from "../../../src/copies/import.ts";
import { roleOfColumn } from "../../../src/copies/tables/columns.ts";
import { findDelimiter, guardCell, readCsv, unguardCell, writeCsv } from "../../../src/copies/tables/csv.ts";
import { readTable } from "../../../src/copies/tables/read-table.ts";
import { utf8ToBytes } from "../../../src/core/bytes.ts";
import { keyIdOf, parseBackupKey } from "../../../src/core/key/backup-key.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import {
  anySources,
  entriesOf,
  expected,
  HEX,
  hexesOf,
  OTHER_HEX,
  sourceOf,
  TABLE_IDS,
  tableText,
} from "../../support/export-sources.ts";

const importTable = (text: string) => importFile(utf8ToBytes(text), null, deriveKey);

const cell = fc.string({
  unit: fc.constantFrom('"', ",", ";", "\r", "\n", "\t", "'", "=", "a", " ", "é", "😀"),
});
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

function readByPython(texts: readonly string[]): string[][][] {
  const script =
    "import csv,io,json,sys\n" +
    "print(json.dumps([list(csv.reader(io.StringIO(t,newline=''),strict=True)) for t in json.load(sys.stdin)]))";
  const { stdout, stderr } = spawnSync("/usr/bin/python3", ["-c", script], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as string[][][];
}

describe("writing", () => {
  test.each(["needed", "all"] as const)("what is written is read back, quotes %s", (quoting) => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(writeCsv(rows, quoting), ",")).toEqual({ ok: true, value: rows });
      }),
    );
  });

  test("Python's csv module reads the same cells", () => {
    const tables = fc.sample(table, 200);
    const texts = tables.flatMap((rows) => [writeCsv(rows, "needed"), writeCsv(rows, "all")]);
    expect(readByPython(texts)).toEqual(tables.flatMap((rows) => [rows, rows]));
  });

  test.each(["=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\nx", "＝1", "'=1", "''@"])(
    "%j does not start a formula, and comes back as it was",
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
      expect(unguardCell(guardCell(text))).toBe(text);
    },
  );

  test("nothing else is changed, and no text is lost by the guard", () => {
    for (const text of ["", "a=1", "'a", "'", " =1", HEX]) expect(guardCell(text)).toBe(text);
    fc.assert(
      fc.property(cell, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });
});

describe("reading", () => {
  test.each([
    ["a quote within a cell", 'a,b\r\nx"y,z\r\n'],
    ["text after a closing quote", 'a,b\r\n"x"y,z\r\n'],
    ["a quote that never closes", 'a,b\r\n"x,y\r\n'],
    ["a row that is cut short", "a,b,c\r\n1,2,3\r\n1,2"],
    ["a row that is too wide", "a,b\r\n1,2,3\r\n"],
    ["a thousand and one columns", ",".repeat(1000)],
  ])("refuses %s", (_, text) =>
    expect(readCsv(text, ",")).toEqual({ ok: false, error: { code: "damaged" } }),
  );

  test.each([
    ["quotes in quotes", '"a ""b""","""\r\n"""', [['a "b"', '"\r\n"']]],
    [
      "line ends of three kinds, none at the end",
      "a,b\n1,2\r\n3,4\r5,6",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    [
      "blank lines",
      "\r\na,b\n\n1,2\n\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "empty cells",
      ",\n,",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    ["nothing", "", []],
  ])("takes %s", (_, text, rows) => expect(readCsv(text, ",")).toEqual({ ok: true, value: rows }));

  test("as many rows as the bound, and not one more", () => {
    const rows = (count: number) => `a,b\n${"1,2\n".repeat(count)}`;
    const whole = readCsv(rows(MOST_ENTRIES_READ), ",");
    expect(whole.ok && whole.value.length).toBe(MOST_ENTRIES_READ + 1);
    expect(readCsv(rows(2_000_000), ",")).toEqual({ ok: false, error: { code: "too-many-entries" } });
  });

  test("what a spreadsheet made of the commas", () => {
    expect(findDelimiter("a,b;c\r\n;;;;")).toBe(",");
    expect(findDelimiter("a;b;c")).toBe(";");
    expect(findDelimiter("a\tb\tc,d")).toBe("\t");
    expect(findDelimiter('";;;",a')).toBe(",");
  });
});

describe.each(TABLE_IDS)("%s", (format) => {
  const keepsNotes = format !== "firefox";

  test("every key comes back, with all that the format has room for", () => {
    return fc.assert(
      fc.asyncProperty(anySources, async (sources) => {
        const read = await importTable(tableText(format, entriesOf(sources)));
        expect(read).toMatchObject({ ok: true, value: { format, ignored: 0 } });
        if (!read.ok) return;
        const wanted = sources.map((source) => {
          const whole = expected(source);
          return keepsNotes ? whole : { key: whole.key, phoneEnding: whole.phoneEnding, label: "" };
        });
        expect(read.value.keys).toMatchObject(wanted);
      }),
    );
  });

  test("a Key ID of digits alone is no phone number", async () => {
    // Found by counting up: one key in ten thousand has such a Key ID.
    const key = parseBackupKey("0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb338100002c9c");
    if (key === null) throw new Error("no key");
    expect(keyIdOf(key)).toMatch(/^[0-9]{8}$/);
    const read = await importTable(tableText(format, entriesOf([sourceOf({ key, phoneEnding: "" })])));
    expect(read).toMatchObject({ ok: true, value: { keys: [{ phoneEnding: "" }] } });
  });

  test("Python's csv module reads each key, bare, in one cell", () => {
    const entries = entriesOf([sourceOf({ note: '=HYPERLINK("x")\n@a,"b"' })]);
    const [rows = []] = readByPython([tableText(format, entries)]);
    const [head = [], row = []] = rows;
    const at = head.findIndex((name) => name.toLowerCase() === "password");
    expect(row[at]).toBe(HEX);
    expect(rows).toHaveLength(2);
    if (keepsNotes) expect(row).toContain(entries[0]?.notes);
    for (const text of row) expect(text).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  test("Python's csv module reads every cell of any keys as our own reader does", () => {
    const all = fc.sample(anySources, 40).map(entriesOf);
    const tables = readByPython(all.map((entries) => tableText(format, entries)));
    for (const [at, [head = [], ...rows]] of tables.entries()) {
      const column = (row: string[], role: string) =>
        row[head.findIndex((name) => roleOfColumn(name) === role)];
      const read = rows.map((row) => ({
        username: unguardCell(column(row, "username") ?? ""),
        password: column(row, "password"),
        notes: keepsNotes ? unguardCell(column(row, "notes") ?? "") : "",
      }));
      const entries = all[at] ?? [];
      expect(read).toEqual(
        entries.map(({ username, hex, notes }) => ({
          username,
          password: hex,
          notes: keepsNotes ? notes : "",
        })),
      );
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });

  test.each(["=1+1", "+1", "-1", "@SUM(1)", "\tx"])("%j runs in no cell, and the key stays bare", (text) => {
    const [entry] = entriesOf([sourceOf()]);
    if (!entry) throw new Error("no entry");
    const nasty = { ...entry, title: text, username: text, url: text, notes: text };
    const [[, row = []] = []] = readByPython([tableText(format, [nasty])]);
    expect(row.filter((cell) => cell === `'${text}`).length).toBeGreaterThanOrEqual(3);
    expect(row).toContain(HEX);
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t]/);
  });

  test("columns in another order, others among them, and semicolons", async () => {
    const text = tableText(format, entriesOf([sourceOf()]));
    const rows = readCsv(text, ",");
    if (!rows.ok) throw new Error("not read");
    const turned = rows.value.map((row, i) => [i === 0 ? "Tags" : "x", ...row.toReversed()]);
    const read = await importTable(writeCsv(turned, "all").replaceAll('","', '";"'));
    expect(read).toMatchObject({ ok: true, value: { format, keys: [{ phoneEnding: "34" }] } });
  });

  test("two keys of one phone have two usernames", () => {
    const entries = entriesOf([sourceOf(), sourceOf({ key: Uint8Array.from({ length: 32 }, () => 7) })]);
    expect(new Set(entries.map(({ username }) => username)).size).toBe(2);
  });
});

describe("tables of others", () => {
  test("a key in a note or a column of its own is found, one that stands twice is found once", async () => {
    const grouped = HEX.toUpperCase().match(/.{4}/g)?.join("-") ?? "";
    const text = writeCsv(
      [
        ["url", "username", "password", "extra", "name"],
        ["https://a.example", "me", "hunter2", "nothing", "A"],
        ["https://b.example", "+49 170 1234567", "hunter2", `my WhatsApp key: ${grouped}.`, "WhatsApp"],
        ["https://c.example", "", HEX, OTHER_HEX, "Both"],
      ],
      "needed",
    );
    const read = await importTable(text);
    expect(read).toMatchObject({
      ok: true,
      value: {
        format: "csv",
        entries: 3,
        ignored: 1,
        keys: [
          {
            label: "WhatsApp",
            phoneEnding: "67",
            places: [
              { entry: 2, field: "extra" },
              { entry: 3, field: "password" },
            ],
          },
          { label: "Both", places: [{ entry: 3, field: "extra" }] },
        ],
      },
    });
    expect(read.ok && hexesOf(read.value.keys)).toEqual([HEX, OTHER_HEX]);
  });

  test("a table without a head line: its first row counts", () => {
    const read = readTable(`${HEX},a\r\n${OTHER_HEX},b\r\n`);
    expect(read).toMatchObject({ ok: true, value: { entries: 2, ignored: 0 } });
  });

  test("a key beside another key's Key ID is doubtful", async () => {
    const text = tableText("chromium", entriesOf([sourceOf()]))
      .replace(HEX, OTHER_HEX)
      .replace("0243", "0244");
    const read = await importTable(text);
    expect(read.ok && read.value.keys.map(({ isDoubtful }) => isDoubtful)).toEqual([true, true]);
  });
});
