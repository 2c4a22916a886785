/**
 * Who an address is, by the best name there is: the phone's contacts (`wa.db`), WhatsApp's own display name,
 * a vCard file, the number, and in the end the address itself.
 *
 * From 2024 on WhatsApp hides numbers behind LIDs. `jid_map` says which number a LID stands for, if this phone
 * ever knew it.
 */

import { readTables } from "./known-tables.ts";
import type { MessageTables } from "./message-tables.ts";
import type { OpenedDatabase } from "./opened-database.ts";
import { type AddressKind, addressKind, numberOf, readAddress } from "./phone-numbers.ts";
import type { NameOfNumber } from "./vcards.ts";

/** Names from outside the database of chats. */
export type Contacts = {
  /** jid → name, from `wa.db`. */
  byJid: ReadonlyMap<string, string>;
  byNumber: NameOfNumber;
};

export const NO_CONTACTS: Contacts = { byJid: new Map(), byNumber: () => null };

const MOST_NAMES = 500_000;

/** The contacts in an opened `wa.db`. Null: it is another database. */
export function readContacts(database: OpenedDatabase): Map<string, string> | null {
  const tables = readTables(database);
  if (!tables.has("wa_contacts", "jid")) return null;
  const column = (name: string) => tables.column("wa_contacts", "c", name);
  const names = new Map<string, string>();
  const sql = `SELECT c.jid, ${column("display_name")}, ${column("wa_name")} FROM wa_contacts AS c LIMIT ${MOST_NAMES}`;
  for (const [jid, shown, own] of database.rows(sql)) {
    const name = [shown, own].find((one) => typeof one === "string" && one.trim() !== "");
    if (typeof jid === "string" && typeof name === "string") names.set(jid, name);
  }
  return names;
}

type Person = { name: string; kind: AddressKind };

/** @param address - row id of a jid, or the jid as text. */
export type People = (address: number | string) => Person;

type Hidden = { name: string | null; numberRow: number | null };

function readHidden(database: OpenedDatabase, { tables }: MessageTables): Map<number, Hidden> {
  const hidden = new Map<number, Hidden>();
  const of = (row: number): Hidden => {
    const known = hidden.get(row) ?? { name: null, numberRow: null };
    hidden.set(row, known);
    return known;
  };
  if (tables.has("jid_map", "lid_row_id", "jid_row_id"))
    for (const [lid, jid] of database.rows(`SELECT lid_row_id, jid_row_id FROM jid_map LIMIT ${MOST_NAMES}`))
      if (typeof lid === "number" && typeof jid === "number") of(lid).numberRow = jid;
  if (tables.has("lid_display_name", "lid_row_id")) {
    const column = (name: string) => tables.column("lid_display_name", "l", name);
    const sql = `SELECT l.lid_row_id, ${column("display_name")}, ${column("username")} FROM lid_display_name AS l LIMIT ${MOST_NAMES}`;
    for (const [lid, shown, username] of database.rows(sql)) {
      const name = [shown, username].find((one) => typeof one === "string" && one.trim() !== "");
      if (typeof lid === "number" && typeof name === "string") of(lid).name = name;
    }
  }
  return hidden;
}

export function readPeople(database: OpenedDatabase, messages: MessageTables, contacts: Contacts): People {
  const { tables } = messages;
  const hidden = readHidden(database, messages);
  const known = new Map<number, Person>();
  const hasJids = tables.has("jid", "_id");
  const column = (name: string) => tables.column("jid", "j", name);
  const jidSql = `SELECT ${column("raw_string")}, ${column("user")}, ${column("server")} FROM jid AS j WHERE j._id = ?`;

  const jidOf = (row: number): string | null => {
    if (!hasJids) return null;
    const [raw, user, server] = database.rows(jidSql, [row])[0] ?? [];
    if (typeof raw === "string" && raw !== "") return raw;
    return typeof user === "string" && typeof server === "string" ? `${user}@${server}` : null;
  };
  const contactName = (jid: string): string | null => {
    const number = numberOf(readAddress(jid));
    return contacts.byJid.get(jid) ?? (number === null ? null : contacts.byNumber(number.slice(1)));
  };
  const byJid = (jid: string): Person => {
    const address = readAddress(jid);
    const name = contactName(jid) ?? numberOf(address) ?? (address.user || jid);
    return { name, kind: addressKind(address) };
  };
  const byRow = (row: number): Person => {
    const jid = jidOf(row);
    const person = jid === null ? { name: `${row}`, kind: "other" as const } : byJid(jid);
    const behind = hidden.get(row);
    if (!behind || (jid !== null && contacts.byJid.has(jid))) return person;
    const number = behind.numberRow === null ? null : jidOf(behind.numberRow);
    const name = (number && contactName(number)) ?? behind.name ?? (number && byJid(number).name);
    return name === null || name === "" ? person : { ...person, name };
  };
  return (address) => {
    if (typeof address === "string") return byJid(address);
    const before = known.get(address);
    if (before) return before;
    const person = byRow(address);
    if (known.size < MOST_NAMES) known.set(address, person);
    return person;
  };
}
