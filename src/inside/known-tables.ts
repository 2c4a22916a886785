/**
 * Which of the tables that this room reads are there, and with which columns. Every release of WhatsApp has
 * other ones, so nothing is assumed: what is not there reads as NULL.
 *
 * Only ordinary tables count. A view or a virtual table of the same name is somebody's own code. Generated
 * columns are not read either.
 */
import type { OpenedDatabase } from "./opened-database.ts";

const KNOWN = [
  "call_log",
  "chat",
  "chat_list",
  "jid",
  "jid_map",
  "lid_display_name",
  "message",
  "message_add_on",
  "message_add_on_reaction",
  "message_edit_info",
  "message_forwarded",
  "message_location",
  "message_media",
  "message_poll",
  "message_poll_option",
  "message_quoted",
  "message_revoked",
  "message_text",
  "message_vcard",
  "messages",
  "messages_quotes",
  "wa_contacts",
] as const;
export type KnownTable = (typeof KNOWN)[number];

export type Tables = {
  /** Is the table there, with all these columns? */
  has(table: KnownTable, ...columns: string[]): boolean;
  /** A column in SQL: `alias.name`, or `NULL` where there is none. Of several names, the first that is there. */
  column(table: KnownTable, alias: string, ...names: string[]): string;
};

/** `PRAGMA table_xinfo`: the second value is the name, the last is 0 for an ordinary column. */
const [NAME, HIDDEN] = [1, 6];

export function readTables(database: OpenedDatabase): Tables {
  const marks = KNOWN.map(() => "?").join(",");
  const there = database
    .rows(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name IN (${marks})`,
      KNOWN,
    )
    .map(([name]) => String(name));
  const columns = new Map<string, ReadonlySet<string>>();
  for (const table of there) {
    const ordinary = database.rows(`PRAGMA table_xinfo(${table})`).filter((row) => row[HIDDEN] === 0);
    columns.set(table, new Set(ordinary.map((row) => String(row[NAME]))));
  }
  return {
    has: (table, ...names) => names.every((name) => columns.get(table)?.has(name)) && columns.has(table),
    column(table, alias, ...names) {
      const name = names.find((one) => columns.get(table)?.has(one));
      return name === undefined ? "NULL" : `${alias}.${name}`;
    },
  };
}
