/**
 * Tables as text: RFC 4180, written in one way and read strictly.
 *
 * Written: UTF-8 without a mark, CRLF, quotes only where needed (or everywhere, as KeePassXC does). Cells
 * that a spreadsheet would run as a formula get an apostrophe in front, and those that have one before such a
 * character get one more, so that reading takes exactly one away. The key's cell is never touched: its
 * characters are 0–9 and a–f, none of which starts a formula, and a reader that took `'` for a part of it
 * would have a wrong key. Not guarded against: a spreadsheet that reads 64 digits with one `e` among them as
 * a number and is then saved.
 *
 * Read: commas, or semicolons or tabs where a spreadsheet has been at work; both line ends; a quote only at
 * the start of a cell; every row as wide as the first, so that a table cut short is noticed.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import { type ImportError, MOST_ENTRIES_READ } from "../found.ts";

/**
 * OWASP, CSV Injection; the last four are the full-width forms, which spreadsheets take for the plain ones.
 */
const FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
const MOST_COLUMNS = 1000;

/** Does a cell begin with one of them, after any number of apostrophes? A limit on them would be a hole. */
function leadsToFormula(text: string): boolean {
  let at = 0;
  while (text[at] === "'") at++;
  const first = text[at];
  return first !== undefined && FORMULA_STARTS.includes(first);
}

export function guardCell(text: string): string {
  return leadsToFormula(text) ? `'${text}` : text;
}

/** Takes back what {@link guardCell} did. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && leadsToFormula(text) ? text.slice(1) : text;
}

/**
 * @param quoting - `all`: quotes around every cell. Rows of cells, already guarded; a line end after each.
 */
export function writeCsv(rows: readonly (readonly string[])[], quoting: "needed" | "all"): string {
  const cell = (text: string) =>
    quoting === "all" || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export type Delimiter = "," | ";" | "\t";

/** The one that the first line has most of, outside quotes. */
export function findDelimiter(text: string): Delimiter {
  const line =
    text
      .slice(0, 4096)
      .replace(/"[^"]*"/g, "")
      .split(/[\r\n]/, 1)[0] ?? "";
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  const most = ([";", "\t"] as const).filter((other) => count(other) > count(","));
  return most.sort((a, b) => count(b) - count(a))[0] ?? ",";
}

type Cell = { text: string; next: number; isFaulty: boolean };

/** The cell that starts at `at`, and where its delimiter or line end stands. */
function readCell(text: string, at: number, ends: RegExp): Cell {
  if (text[at] !== '"') {
    ends.lastIndex = at;
    const next = ends.exec(text)?.index ?? text.length;
    const plain = text.slice(at, next);
    return { text: plain, next, isFaulty: plain.includes('"') };
  }
  for (let quote = at; ; ) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return { text: "", next: text.length, isFaulty: true };
    if (text[quote + 1] === '"') {
      quote++;
      continue;
    }
    const next = quote + 1;
    ends.lastIndex = next;
    const isFaulty = next < text.length && ends.exec(text)?.index !== next;
    return { text: text.slice(at + 1, quote).replaceAll('""', '"'), next, isFaulty };
  }
}

/** Row by row, so that reading a table of millions of rows stops at the limit. Blank lines are no rows. */
function* readRows(text: string, delimiter: Delimiter): Generator<string[] | "faulty"> {
  const ends = new RegExp(`[${delimiter}\r\n]`, "g");
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const cell = readCell(text, at, ends);
    if (cell.isFaulty || row.length >= MOST_COLUMNS) {
      yield "faulty";
      return;
    }
    row.push(cell.text);
    at = cell.next + 1;
    if (text[cell.next] === delimiter) continue;
    if (text[cell.next] === "\r" && text[at] === "\n") at++;
    if (row.length > 1 || row[0] !== "") yield row;
    row = [];
  }
}

/** @returns the rows, the head line first and as many as {@link MOST_ENTRIES_READ} after it. Never throws. */
export function readCsv(
  text: string,
  delimiter: Delimiter,
): Result<string[][], Extract<ImportError, "damaged" | "too-many-entries">> {
  const rows: string[][] = [];
  for (const row of readRows(text, delimiter)) {
    if (row === "faulty" || row.length !== (rows[0] ?? row).length) return fail("damaged");
    if (rows.length > MOST_ENTRIES_READ) return fail("too-many-entries");
    rows.push(row);
  }
  return ok(rows);
}

/** The first row as far as it can be read: for recognising. */
export function readFirstRow(text: string, delimiter: Delimiter): string[] {
  const { value } = readRows(text, delimiter).next();
  return Array.isArray(value) ? value : [];
}
