/**
 * Where the messages stand, for each of three generations of `msgstore.db`:
 *
 * - before 2021: `messages`, one wide table, chats and people by their jid as text;
 * - from 2021: `message`, with `chat` and `jid` by row ids, and a table for each kind of addition;
 * - from 2024: the same, with people hidden behind LIDs (`people.ts`).
 *
 * A database from the change-over has both tables. The newer one counts where it has messages.
 */

import { readTables, type Tables } from "./known-tables.ts";
import type { OpenedDatabase } from "./opened-database.ts";

export type Generation = "before-2021" | "from-2021" | "lid";

/** The columns of a message as SQL over the alias `m`; `NULL` for one that is not there. */
export type MessageTables = {
  generation: Generation;
  tables: Tables;
  /** `messages AS m` */
  from: string;
  id: string;
  /** Row id of the chat, or its jid as text. */
  chat: string;
  fromMe: string;
  /** Row id of the sender's jid, or the jid as text. Null in a chat of two. */
  sender: string;
  /** Milliseconds since 1970. */
  at: string;
  code: string;
  status: string;
  origin: string;
  text: string;
  starred: string;
  /** A number by which the messages of a chat are sorted. */
  order: string;
};

function newerTables(tables: Tables): MessageTables {
  const column = (...names: string[]) => tables.column("message", "m", ...names);
  const isLid = tables.has("jid_map", "lid_row_id", "jid_row_id") || tables.has("lid_display_name");
  return {
    generation: isLid ? "lid" : "from-2021",
    tables,
    from: "message AS m",
    id: "m._id",
    chat: column("chat_row_id"),
    fromMe: column("from_me"),
    sender: column("sender_jid_row_id"),
    at: column("timestamp"),
    code: column("message_type"),
    // What 6 meant before 2021, the type says now.
    status: "NULL",
    origin: column("origin"),
    text: column("text_data"),
    starred: column("starred"),
    order: column("sort_id", "timestamp"),
  };
}

function olderTables(tables: Tables): MessageTables {
  const column = (...names: string[]) => tables.column("messages", "m", ...names);
  return {
    generation: "before-2021",
    tables,
    from: "messages AS m",
    id: "m._id",
    chat: column("key_remote_jid"),
    fromMe: column("key_from_me"),
    sender: column("remote_resource"),
    at: column("timestamp"),
    // Declared as text.
    code: `CAST(${column("media_wa_type")} AS INTEGER)`,
    status: column("status"),
    origin: column("origin"),
    text: column("data"),
    starred: column("starred"),
    order: column("timestamp"),
  };
}

/** WhatsApp's own first row belongs to no chat. */
export const NO_CHAT = "-1";

/** Null: there is no table of messages, so this is no database of chats. */
export function findMessages(database: OpenedDatabase): MessageTables | null {
  const tables = readTables(database);
  const hasRows = ({ from, chat }: MessageTables) =>
    database.rows(`SELECT 1 FROM ${from} WHERE ${chat} <> ${NO_CHAT} LIMIT 1`).length > 0;
  const newer = tables.has("message", "_id", "chat_row_id") ? newerTables(tables) : null;
  const older = tables.has("messages", "_id", "key_remote_jid") ? olderTables(tables) : null;
  if (!newer || !older) return newer ?? older;
  return hasRows(newer) || !hasRows(older) ? newer : older;
}
