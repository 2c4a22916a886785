/** Reads a table of logins: known columns by name, every other cell for what it may hold. */
import type { Result } from "../../core/errors.ts";
import { type Item, startCollecting } from "../collect.ts";
import type { Found, ImportError } from "../found.ts";
import { type Column, isHead, plainName, type Role, roleOfColumn } from "./columns.ts";
import { findDelimiter, readCsv, unguardCell } from "./csv.ts";

/** ISO 8601, or seconds or milliseconds since 1970: ten digits reach until 2286. */
function timeIn(text: string): number | null {
  const digits = /^\d{9,10}$/.test(text) ? Number(text) * 1000 : Number(/^\d{12,13}$/.exec(text)?.[0] ?? "x");
  const atMs = Number.isNaN(digits) && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : digits;
  return Number.isNaN(atMs) ? null : atMs;
}

type RoleOf = (name: string) => Role | null;

/** The columns of the table's own format first, then those that any table may have. */
function roleAmong(own: readonly Column[]): RoleOf {
  const roles = new Map(own.flatMap(({ name, role }) => (role ? [[plainName(name), role]] : [])));
  return (name) => roles.get(plainName(name)) ?? roleOfColumn(name);
}

type Columns = { names: readonly string[]; at: (role: Role) => number };

function columnsOf(names: readonly string[], roleOf: RoleOf): Columns {
  const roles = names.map(roleOf);
  return { names, at: (role) => roles.indexOf(role) };
}

function itemOf({ names, at }: Columns, row: readonly string[]): Item {
  const cells = row.map(unguardCell);
  const cell = (role: Role) => cells[at(role)] ?? "";
  return {
    title: cell("title"),
    username: cell("username"),
    notes: cell("notes"),
    createdAtMs: timeIn(cell("created")),
    texts: cells.map((text, i) => [names[i] ?? "", text] as const),
  };
}

/** Never throws. @param text - without a byte order mark. @param own - columns of the table's format. */
export function readTable(text: string, own: readonly Column[] = []): Result<Found, ImportError> {
  const reading = readCsv(text, findDelimiter(text));
  if (!reading.ok) return reading;
  const [head = [], ...rows] = reading.value;
  const collector = startCollecting();
  const roleOf = roleAmong(own);
  // A table without a head line: its first row may hold a key itself.
  const isHeadless = !isHead(head, roleOf);
  const columns = columnsOf(isHeadless ? [] : head, roleOf);
  for (const row of isHeadless ? reading.value : rows) collector.add(itemOf(columns, row));
  return collector.result();
}
