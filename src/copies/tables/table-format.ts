/**
 * The formats of browsers and password managers that are tables: one login a row. A table is known by its
 * head line and read by the names of its columns, in any order and with others among them.
 */
import { utf8ToBytes } from "../../core/bytes.ts";
import type { NamedPlace } from "../../core/keyring/verified-places.ts";
import type { ExportEntry } from "../export-entry.ts";
import { FIT, type Format } from "../formats/format-definition.ts";
import { type Column, plainName, roleOfColumn } from "./columns.ts";
import { guardCell, writeCsv } from "./csv.ts";
import { readTable } from "./read-table.ts";

type Table<Id extends string> = {
  id: Id;
  place: NamedPlace;
  fileName: string;
  quoting: "needed" | "all";
  columns: readonly Column[];
};

function timeText(atMs: number, time: Column["time"]): string {
  if (time === "iso") return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
  return String(time === "s" ? Math.floor(atMs / 1000) : atMs);
}

function cellOf(
  entry: ExportEntry,
  { name, role = roleOfColumn(name) ?? undefined, fixed, time }: Column,
): string {
  if (fixed !== undefined || role === undefined) return fixed ?? "";
  // Hexadecimal digits start no formula: see `csv.ts`.
  if (role === "password") return entry.hex;
  if (role === "created") return timeText(entry.createdAtMs, time);
  return guardCell(entry[role]);
}

/** More columns, a better fit: one head line may hold another. */
function fitOf(head: readonly string[], columns: readonly Column[]): number {
  const given = new Set(head.map(plainName));
  const has = ({ name }: Column) => given.has(plainName(name));
  if (columns.every(has)) return FIT.wholeTable + columns.length;
  const isEarlier =
    columns.filter(has).length === given.size && columns.every((column) => has(column) || column.isLater);
  return isEarlier ? FIT.olderTable : FIT.none;
}

export function tableFormat<Id extends string>({ id, place, fileName, quoting, columns }: Table<Id>) {
  return {
    id,
    place,
    encrypted: false,
    fileName: () => fileName,
    recognise: ({ head }) => fitOf(head, columns),
    read: ({ text }) => readTable(text ?? "", columns),
    write(entries) {
      const rows = entries.map((entry) => columns.map((column) => cellOf(entry, column)));
      return utf8ToBytes(writeCsv([columns.map(({ name }) => name), ...rows], quoting));
    },
  } as const satisfies Format;
}
