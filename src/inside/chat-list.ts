/**
 * What a database of chats holds, in one pass over its messages: how many in each chat, of which kinds, from
 * when to when.
 *
 * A chat is what has messages. Empty chats, of which WhatsApp keeps many, are left out. The status updates of
 * others (`status@broadcast`) are no chat and are counted apart.
 */
import { countsAsMessage, kindOf, type MessageKind } from "./message-kinds.ts";
import { type MessageTables, NO_CHAT } from "./message-tables.ts";
import { type OpenedDatabase, type Row, UnreadableDatabaseError, type Value } from "./opened-database.ts";
import type { AddressKind } from "./phone-numbers.ts";
import type { Reading } from "./reading.ts";

/** Row id of a chat, or before 2021 its jid. */
export type ChatKey = number | string;

export type Chat = {
  key: ChatKey;
  name: string;
  kind: AddressKind;
  isArchived: boolean;
  /** Without notices. */
  messages: number;
  firstAtMs: number | null;
  lastAtMs: number | null;
};

export type Overview = {
  /** The latest message first. */
  chats: Chat[];
  messages: number;
  /** Null: no message has a date. */
  firstAtMs: number | null;
  lastAtMs: number | null;
  kinds: Map<MessageKind, number>;
  /** Messages of a kind that is not known here, by WhatsApp's number. */
  unknown: Map<number, number>;
  statusUpdates: number;
  calls: number;
  /** A damaged page ended the count, so there is more than is counted here. */
  isDamaged: boolean;
};

type Count = { messages: number; firstAtMs: number | null; lastAtMs: number | null };

const earlier = (a: number | null, b: number | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: number | null, b: number | null) => (a === null || (b !== null && b > a) ? b : a);
const asZero = (value: Value): number => (typeof value === "number" ? value : 0);
const keyOf = (value: Value | undefined): ChatKey =>
  typeof value === "number" || typeof value === "string" ? value : 0;

function add(count: Count, messages: number, first: number | null, last: number | null): void {
  count.messages += messages;
  count.firstAtMs = earlier(count.firstAtMs, first);
  count.lastAtMs = later(count.lastAtMs, last);
}

/** Runs a count; if a damaged page ends it, keeps what came before. */
function untilDamage(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (reason) {
    if (reason instanceof UnreadableDatabaseError && reason.why === "damaged") return false;
    throw reason;
  }
}

type Facts = { address: number | string | null; subject: string; isArchived: boolean };

/** What the table of chats says of each; empty where there is none. */
function readFacts(database: OpenedDatabase, { tables, generation }: MessageTables): Map<ChatKey, Facts> {
  const facts = new Map<ChatKey, Facts>();
  const isOld = generation === "before-2021";
  const take = (table: "chat" | "chat_list", key: string, address: string) => {
    const column = (name: string) => tables.column(table, "c", name);
    const sql = `SELECT ${key}, ${address}, ${column("subject")}, ${column("archived")} FROM ${table} AS c`;
    database.each(sql, [], ([chat, jid, subject, archived]) => {
      if (typeof chat !== "number" && typeof chat !== "string") return true;
      facts.set(chat, {
        address: typeof jid === "number" || typeof jid === "string" ? jid : null,
        subject: typeof subject === "string" ? subject : "",
        isArchived: archived === 1,
      });
      return true;
    });
  };
  if (!isOld && tables.has("chat", "_id")) take("chat", "c._id", tables.column("chat", "c", "jid_row_id"));
  if (isOld && tables.has("chat_list", "key_remote_jid"))
    take("chat_list", "c.key_remote_jid", "c.key_remote_jid");
  return facts;
}

/** Messages of one chat and one kind, which may have several numbers. */
type Group = { key: ChatKey; code: number; kind: MessageKind } & Count;

/** Gathers messages, one after another, by chat and kind. */
function startGroups() {
  const groups = new Map<ChatKey, Map<number, Group>>();
  return {
    see(key: ChatKey, code: number, status: number, origin: number, atMs: number) {
      const ofChat = groups.get(key) ?? new Map<number, Group>();
      if (ofChat.size === 0) groups.set(key, ofChat);
      const kind = kindOf(code, origin, status);
      // Of one number come two kinds at most: a notice of before 2021, or a recorded sound.
      const at = 2 * code + (kind === "notice" || kind === "voice" ? 1 : 0);
      const group = ofChat.get(at) ?? { key, code, kind, messages: 0, firstAtMs: null, lastAtMs: null };
      ofChat.set(at, group);
      // A message without a date has 0, or less.
      const date = atMs > 0 ? atMs : null;
      add(group, 1, date, date);
    },
    all: () => [...groups.values()].flatMap((ofChat) => [...ofChat.values()]),
  };
}

/**
 * Reads every message once, in the order of the table. Where a page is damaged, it goes on from the other end,
 * up to the damage.
 */
function readGroups(
  database: OpenedDatabase,
  messages: MessageTables,
): { groups: Group[]; isWhole: boolean } {
  const { from, id, chat, code, status, origin, at, generation } = messages;
  const groups = startGroups();
  const columns = [id, code, status, origin, at];
  let last = Number.NEGATIVE_INFINITY;
  const pass = (direction: "ASC" | "DESC") => {
    // The indexes of WhatsApp's would only make SQLite jump to and fro: every row is read anyway.
    const sql = (more: string) =>
      `SELECT ${[...columns, more].join(", ")} FROM ${from} NOT INDEXED ORDER BY ${id} ${direction}`;
    const see = (row: Float64Array | Row, key: ChatKey): boolean => {
      const [number = 0, type = 0, state = 0, source = 0, date = 0] = row as Float64Array;
      if (direction === "DESC" && number <= last) return false;
      if (direction === "ASC") last = number;
      if (String(key) !== NO_CHAT) groups.see(key, type, state, source, date);
      return true;
    };
    if (generation === "before-2021")
      database.each(sql(chat), [], (row) => see(row.map(asZero), keyOf(row[5])));
    else database.eachNumbers(sql(chat), [], (row) => see(row, row[5] ?? 0));
  };
  const isWhole = untilDamage(() => pass("ASC"));
  if (!isWhole) untilDamage(() => pass("DESC"));
  return { groups: groups.all(), isWhole };
}

export function readOverview({ database, messages, people }: Reading): Overview {
  const { tables } = messages;
  const counts = new Map<ChatKey, Count>();
  const kinds = new Map<MessageKind, number>();
  const unknown = new Map<number, number>();
  const { groups, isWhole: isGrouped } = readGroups(database, messages);
  let isWhole = isGrouped;
  for (const { key, kind, messages: some, firstAtMs, lastAtMs } of groups) {
    const count = counts.get(key) ?? { messages: 0, firstAtMs: null, lastAtMs: null };
    counts.set(key, count);
    add(count, countsAsMessage(kind) ? some : 0, firstAtMs, lastAtMs);
  }
  const facts = new Map<ChatKey, Facts>();
  isWhole =
    untilDamage(() => {
      for (const [key, one] of readFacts(database, messages)) facts.set(key, one);
    }) && isWhole;

  const all = [...counts].map(([key, count]): Chat => {
    const fact = facts.get(key);
    const address = fact?.address ?? (typeof key === "string" ? key : null);
    const person = address === null ? { name: `${key}`, kind: "other" as const } : people(address);
    const name = fact?.subject || person.name;
    return { key, name, kind: person.kind, isArchived: fact?.isArchived ?? false, ...count };
  });
  const isStatus = new Set(all.filter(({ kind }) => kind === "status").map(({ key }) => key));
  const total: Count = { messages: 0, firstAtMs: null, lastAtMs: null };
  const chats = all.filter(({ key }) => !isStatus.has(key));
  for (const one of chats) add(total, one.messages, one.firstAtMs, one.lastAtMs);
  for (const { key, code, kind, messages: some } of groups) {
    if (isStatus.has(key)) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + some);
    if (kind === "unknown") unknown.set(code, (unknown.get(code) ?? 0) + some);
  }
  const statusUpdates = all
    .filter(({ key }) => isStatus.has(key))
    .reduce((sum, one) => sum + one.messages, 0);
  let calls = 0;
  if (tables.has("call_log"))
    isWhole =
      untilDamage(() => {
        calls = Number(database.rows("SELECT count(*) FROM call_log")[0]?.[0] ?? 0);
      }) && isWhole;
  chats.sort((a, b) => (b.lastAtMs ?? 0) - (a.lastAtMs ?? 0));
  return { chats, ...total, kinds, unknown, statusUpdates, calls, isDamaged: !isWhole };
}
