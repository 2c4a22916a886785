/**
 * What hangs on messages in tables of its own: media, quotes, reactions, places, polls, contacts, links. Each
 * table is optional, and is asked for the messages of one page only.
 */
import type { KnownTable } from "./known-tables.ts";
import type { Message } from "./message.ts";
import { type Row, UnreadableDatabaseError } from "./opened-database.ts";
import type { Reading } from "./reading.ts";

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const textOrNull = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;
const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** An addition is cut where a message would be: a crafted one may have a megabyte. */
const MOST_TEXT = 2000;
const MOST_OF_EACH = 5000;

/** The name in one card that was sent. */
function cardName(card: string): string {
  return /^FN[^:\n]*:(.*)$/im.exec(card)?.[1]?.trim() ?? "";
}

/** Fills in what the other tables have. What a damaged table has is left out. */
export function addAdditions({ database, messages, people }: Reading, page: readonly Message[]): void {
  const { tables } = messages;
  if (page.length === 0) return;
  const byId = new Map(page.map((message) => [message.id, message]));
  const ids = page.map(({ id }) => id);
  const marks = ids.map(() => "?").join(",");
  const short = (column: string) => (column === "NULL" ? column : `substr(${column}, 1, ${MOST_TEXT})`);

  /** Rows of one table whose first column is the message's id. */
  const take = (sql: string, use: (message: Message, row: Row) => void) => {
    try {
      for (const row of database.rows(`${sql} IN (${marks}) LIMIT ${MOST_OF_EACH}`, ids)) {
        const message = byId.get(Number(row[0]));
        if (message) use(message, row);
      }
    } catch (reason) {
      if (!(reason instanceof UnreadableDatabaseError) || reason.why !== "damaged") throw reason;
    }
  };
  const from = (sender: unknown, isFromMe: unknown): string | null => {
    if (isFromMe === 1) return null;
    return typeof sender === "number" || (typeof sender === "string" && sender !== "")
      ? people(sender).name
      : null;
  };
  const of =
    (table: KnownTable, alias: string) =>
    (...names: string[]) =>
      tables.column(table, alias, ...names);

  if (tables.has("message_media", "message_row_id")) {
    const column = of("message_media", "a");
    const sizes = column("file_size", "file_length");
    const facts = [
      short(column("file_path")),
      short(column("media_name")),
      short(column("mime_type")),
      sizes,
    ];
    const caption = short(column("media_caption"));
    take(
      `SELECT a.message_row_id, ${facts.join(", ")}, ${column("media_duration")}, ${caption}
       FROM message_media AS a WHERE a.message_row_id`,
      (message, [, path, name, mime, bytes, seconds, said]) => {
        message.media = {
          path: textOrNull(path),
          name: textOrNull(name),
          mime: textOrNull(mime),
          bytes: numberOrNull(bytes),
          seconds: numberOrNull(seconds) || null,
        };
        if (message.text === "") message.text = textOf(said);
      },
    );
  }
  if (tables.has("message_quoted", "message_row_id")) {
    const column = of("message_quoted", "a");
    take(
      `SELECT a.message_row_id, ${short(column("text_data"))}, ${column("sender_jid_row_id")}, ${column("from_me")}
       FROM message_quoted AS a WHERE a.message_row_id`,
      (message, [, text, sender, isFromMe]) => {
        message.quote = { text: textOf(text), from: from(sender, isFromMe) };
      },
    );
  }
  if (tables.has("message_add_on", "_id", "parent_message_row_id") && tables.has("message_add_on_reaction")) {
    const column = of("message_add_on", "a");
    const emoji = of("message_add_on_reaction", "r")("reaction");
    take(
      `SELECT a.parent_message_row_id, ${short(emoji)}, ${column("sender_jid_row_id")}, ${column("from_me")}
       FROM message_add_on AS a, message_add_on_reaction AS r
       WHERE r.message_add_on_row_id = a._id AND a.parent_message_row_id`,
      (message, [, reaction, sender, isFromMe]) => {
        // An empty one was taken back.
        if (textOf(reaction) !== "")
          message.reactions.push({ emoji: textOf(reaction), from: from(sender, isFromMe) });
      },
    );
  }
  if (tables.has("message_location", "message_row_id")) {
    const column = of("message_location", "a");
    take(
      `SELECT a.message_row_id, ${column("latitude")}, ${column("longitude")}, ${short(column("place_name"))}
       FROM message_location AS a WHERE a.message_row_id`,
      (message, [, latitude, longitude, name]) => {
        if (typeof latitude === "number" && typeof longitude === "number")
          message.place = { latitude, longitude, name: textOf(name) };
      },
    );
  }
  if (tables.has("message_poll_option", "message_row_id")) {
    const option = short(of("message_poll_option", "a")("option_name"));
    take(
      `SELECT a.message_row_id, ${option} FROM message_poll_option AS a WHERE a.message_row_id`,
      (message, [, choice]) => message.choices.push(textOf(choice)),
    );
  }
  if (tables.has("message_vcard", "message_row_id")) {
    const card = short(of("message_vcard", "a")("vcard"));
    take(
      `SELECT a.message_row_id, ${card} FROM message_vcard AS a WHERE a.message_row_id`,
      (message, [, vcard]) => message.contacts.push(cardName(textOf(vcard))),
    );
  }
  if (tables.has("message_text", "message_row_id")) {
    const column = of("message_text", "a");
    take(
      `SELECT a.message_row_id, ${short(column("page_title"))}, ${short(column("description"))}
       FROM message_text AS a WHERE a.message_row_id`,
      (message, [, title, description]) => {
        if (textOf(title) !== "" || textOf(description) !== "")
          message.link = { title: textOf(title), description: textOf(description) };
      },
    );
  }
  for (const [table, mark] of [
    ["message_edit_info", "isEdited"],
    ["message_forwarded", "isForwarded"],
  ] as const)
    if (tables.has(table, "message_row_id"))
      take(`SELECT a.message_row_id FROM ${table} AS a WHERE a.message_row_id`, (message) => {
        message[mark] = true;
      });
}

/** Before 2021 the same stands in the message's own row and in `messages_quotes`. */
export function addOlderAdditions({ database, messages, people }: Reading, page: readonly Message[]): void {
  const { tables, from } = messages;
  if (page.length === 0) return;
  const byId = new Map(page.map((message) => [message.id, message]));
  const marks = page.map(() => "?").join(",");
  const column = (...names: string[]) => tables.column("messages", "m", ...names);
  const hasQuotes = tables.has("messages_quotes", "_id", "data") && column("quoted_row_id") !== "NULL";
  const quoted = (name: string) => (hasQuotes ? tables.column("messages_quotes", "q", name) : "NULL");
  const join = hasQuotes ? "LEFT JOIN messages_quotes AS q ON q._id = m.quoted_row_id" : "";
  const sql = `SELECT m._id, ${column("media_mime_type")}, ${column("media_name")}, ${column("media_caption")},
    ${column("media_size")}, ${column("media_duration")}, ${column("latitude")}, ${column("longitude")},
    ${column("forwarded")}, substr(${quoted("data")}, 1, ${MOST_TEXT}), ${quoted("remote_resource")}, ${quoted("key_from_me")},
    ${quoted("_id")} FROM ${from} ${join} WHERE m._id IN (${marks})`;
  for (const row of database.rows(sql, [...byId.keys()])) {
    const message = byId.get(Number(row[0]));
    if (!message) continue;
    const [, mime, name, caption, bytes, seconds, latitude, longitude, forwarded] = row;
    const [text, sender, isFromMe, quote] = row.slice(9);
    if (textOrNull(mime) !== null || textOrNull(name) !== null)
      message.media = {
        path: null,
        name: textOrNull(name),
        mime: textOrNull(mime),
        bytes: numberOrNull(bytes) || null,
        seconds: numberOrNull(seconds) || null,
      };
    if (textOf(caption) !== "") message.text = textOf(caption);
    const isPlace = message.kind === "location" || message.kind === "live-location";
    if (isPlace && typeof latitude === "number" && typeof longitude === "number")
      message.place = { latitude, longitude, name: textOf(name) };
    if (message.kind === "contact" && message.text !== "") {
      message.contacts.push(cardName(message.text));
      message.text = "";
    }
    message.isForwarded = typeof forwarded === "number" && forwarded > 0;
    const by = typeof sender === "string" && sender !== "" && isFromMe !== 1 ? people(sender).name : null;
    if (typeof quote === "number") message.quote = { text: textOf(text), from: by };
  }
}
