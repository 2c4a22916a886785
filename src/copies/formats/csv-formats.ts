/**
 * The tables of browsers and password managers: one login a row, known by its head line.
 *
 * Head lines as the programs write them: Chromium `password_csv_writer.cc`, Firefox `LoginCSVImport.sys.mjs`,
 * KeePassXC `CsvExporter.cpp`, Apple's and 1Password's and Proton Pass's own exports. Read
 * back by the names of the columns, in any order and with others among them: `csv-read.ts`.
 *
 * Firefox takes no notes, and without a `guid` it makes one; of two rows with one address and username it
 * drops the second without a word (`LoginHelper.sys.mjs`), which is why usernames hold the fingerprint.
 */
import type { CopyEntry } from "../copy-entry.ts";
import { guardCell, writeCsv } from "./csv.ts";

export const CSV_FORMATS = ["chromium", "firefox", "apple", "keepassxc", "proton", "1password"] as const;
export type CsvFormat = (typeof CSV_FORMATS)[number];

/** What a column holds, whatever its name. */
export type Role = "title" | "username" | "password" | "url" | "notes" | "created";
type Column = { name: string; role?: Role; fixed?: string; time?: "iso" | "ms" | "s" };
type Table = { columns: readonly Column[]; quoting: "needed" | "all" };

const TABLES: Record<CsvFormat, Table> = {
  chromium: {
    quoting: "needed",
    columns: [
      { name: "name", role: "title" },
      { name: "url", role: "url" },
      { name: "username", role: "username" },
      { name: "password", role: "password" },
      { name: "note", role: "notes" },
    ],
  },
  firefox: {
    quoting: "all",
    columns: [
      { name: "url", role: "url" },
      { name: "username", role: "username" },
      { name: "password", role: "password" },
      { name: "httpRealm" },
      { name: "formActionOrigin", role: "url" },
      { name: "timeCreated", role: "created", time: "ms" },
      { name: "timeLastUsed", role: "created", time: "ms" },
      { name: "timePasswordChanged", role: "created", time: "ms" },
    ],
  },
  apple: {
    quoting: "needed",
    columns: [
      { name: "Title", role: "title" },
      { name: "URL", role: "url" },
      { name: "Username", role: "username" },
      { name: "Password", role: "password" },
      { name: "Notes", role: "notes" },
      { name: "OTPAuth" },
    ],
  },
  keepassxc: {
    quoting: "all",
    columns: [
      { name: "Group", fixed: "Root" },
      { name: "Title", role: "title" },
      { name: "Username", role: "username" },
      { name: "Password", role: "password" },
      { name: "URL", role: "url" },
      { name: "Notes", role: "notes" },
      { name: "TOTP" },
      { name: "Icon", fixed: "0" },
      { name: "Last Modified", role: "created", time: "iso" },
      { name: "Created", role: "created", time: "iso" },
    ],
  },
  proton: {
    quoting: "needed",
    columns: [
      { name: "type", fixed: "login" },
      { name: "name", role: "title" },
      { name: "url", role: "url" },
      { name: "email" },
      { name: "username", role: "username" },
      { name: "password", role: "password" },
      { name: "note", role: "notes" },
      { name: "totp" },
      { name: "createTime", role: "created", time: "s" },
      { name: "modifyTime", role: "created", time: "s" },
      { name: "vault", fixed: "Personal" },
    ],
  },
  "1password": {
    quoting: "needed",
    columns: [
      { name: "title", role: "title" },
      { name: "website", role: "url" },
      { name: "username", role: "username" },
      { name: "password", role: "password" },
      { name: "notes", role: "notes" },
    ],
  },
};

function timeText(atMs: number, time: Column["time"]): string {
  if (time === "iso") return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
  return String(time === "s" ? Math.floor(atMs / 1000) : atMs);
}

function cellOf(entry: CopyEntry, { role, fixed, time }: Column): string {
  if (role === undefined) return fixed ?? "";
  // Hexadecimal digits start no formula: see `csv.ts`.
  if (role === "password") return entry.hex;
  if (role === "created") return timeText(entry.createdAtMs, time);
  return guardCell(entry[role]);
}

/** The whole file as text; UTF-8 is made of it by whoever saves it. */
export function writeCsvFormat(format: CsvFormat, entries: readonly CopyEntry[]): string {
  const { columns, quoting } = TABLES[format];
  const rows = entries.map((entry) => columns.map((column) => cellOf(entry, column)));
  return writeCsv([columns.map(({ name }) => name), ...rows], quoting);
}

// Those with more columns first: one head line may hold another.
const ORDER = ["proton", "keepassxc", "firefox", "apple", "1password", "chromium"] as const;
/** Exports of their earlier years lack these. */
const ADDED_LATER = ["Icon", "TOTP", "email", "OTPAuth", "Notes", "note"];

/** The manager whose columns these are; null when it is none that we know. */
export function recogniseHead(head: readonly string[]): CsvFormat | null {
  const given = new Set(head.map((name) => name.trim().toLowerCase()));
  const namesOf = (format: CsvFormat) => TABLES[format].columns.map(({ name }) => name);
  const has = (name: string) => given.has(name.toLowerCase());
  const isWhole = (format: CsvFormat) => namesOf(format).every(has);
  const isEarlier = (format: CsvFormat) => {
    const names = namesOf(format);
    return names.filter(has).length === given.size && names.every((n) => has(n) || ADDED_LATER.includes(n));
  };
  return ORDER.find(isWhole) ?? ORDER.find(isEarlier) ?? null;
}

/** What a column of this name holds in any of the tables; null for what none of them has. */
export function roleOfColumn(name: string): Role | null {
  const plain = name.trim().toLowerCase();
  const columns = CSV_FORMATS.flatMap((format) => TABLES[format].columns);
  return columns.find((column) => column.name.toLowerCase() === plain)?.role ?? null;
}

/** Does a table begin with names of columns? One that is known is enough. */
export function isHead(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.some((cell) => roleOfColumn(cell) !== null);
}
