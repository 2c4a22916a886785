/** A database of chats, opened: everything that can be asked of it. */
import { type Chat, type ChatKey, type Overview, readOverview } from "./chat-list.ts";
import { type ChatOrder, MOST_AT_ONCE, placeOfTime, readMessages, readOrder } from "./chat-messages.ts";
import { findText, type Hits } from "./find-text.ts";
import type { Message } from "./message.ts";
import { findMessages, type Generation } from "./message-tables.ts";
import type { OpenedDatabase } from "./opened-database.ts";
import { type Contacts, NO_CONTACTS, readPeople } from "./people.ts";
import type { Reading } from "./reading.ts";

export type OpenedChats = {
  generation: Generation;
  overview: Overview;
  /** The chat with this key. */
  chat(key: ChatKey): Chat | null;
  /** How many messages a chat has, notices among them. */
  length(key: ChatKey): number;
  /** The messages of a chat from `start` to before `end` in its order. */
  page(key: ChatKey, start: number, end: number, mostText: number): Message[];
  /** Where the first message from this time on stands. */
  placeOfTime(key: ChatKey, atMs: number): number;
  /** Where a message stands in its chat; −1 if it is not there. */
  placeOf(key: ChatKey, id: number): number;
  find(words: string, key: ChatKey | null): Hits;
  /** Takes names from elsewhere, and reads the names of the chats again. */
  name(contacts: Contacts): void;
};

/** Above this share of all messages, reading the table as it lies is faster than jumping by an index. */
const LARGE_SHARE = 0.02;

/** Null: the database has no messages that could be read here. */
export function openChats(database: OpenedDatabase, contacts: Contacts = NO_CONTACTS): OpenedChats | null {
  const messages = findMessages(database);
  if (!messages) return null;
  const readingWith = (given: Contacts): Reading => ({
    database,
    messages,
    people: readPeople(database, messages, given),
  });
  let reading = readingWith(contacts);
  let overview = readOverview(reading);
  let chats = new Map(overview.chats.map((chat) => [chat.key, chat]));
  let order: { key: ChatKey; order: ChatOrder } | null = null;
  /** The order of one chat at a time is kept. */
  const orderOf = (key: ChatKey): ChatOrder => {
    if (order?.key !== key) {
      const share = (chats.get(key)?.messages ?? 0) / Math.max(1, overview.messages);
      order = { key, order: readOrder(reading, key, share > LARGE_SHARE) };
    }
    return order.order;
  };
  return {
    generation: messages.generation,
    get overview() {
      return overview;
    },
    chat: (key) => chats.get(key) ?? null,
    length: (key) => orderOf(key).ids.length,
    page(key, start, end, mostText) {
      const ids = orderOf(key).ids.subarray(start, Math.min(end, start + MOST_AT_ONCE));
      return readMessages(reading, [...ids], mostText);
    },
    placeOfTime: (key, atMs) => placeOfTime(orderOf(key), atMs),
    placeOf: (key, id) => orderOf(key).ids.indexOf(id),
    find: (words, key) => findText(reading, words, key),
    name(given) {
      reading = readingWith(given);
      overview = readOverview(reading);
      chats = new Map(overview.chats.map((chat) => [chat.key, chat]));
    },
  };
}
