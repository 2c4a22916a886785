/**
 * Finds messages by their text, captions and the names of files, without regard to case.
 *
 * SQLite's LIKE folds the case of ASCII alone, so a word with other letters is looked for in three writings.
 * WhatsApp's own full-text index is not used: it needs a tokenizer that is not here.
 */
import type { ChatKey } from "./chat-list.ts";
import { NO_CHAT } from "./message-tables.ts";
import type { Reading } from "./reading.ts";

export type Hit = { chat: ChatKey; id: number; atMs: number };

export type Hits = {
  /** The latest first, at most {@link MOST_HITS}. */
  hits: Hit[];
  /** There are more. */
  hasMore: boolean;
};

const MOST_HITS = 5000;
/** Longer texts are no words that somebody looks for. */
const MOST_WORDS = 200;

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const pattern = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

function writings(words: string): string[] {
  if (isAscii(words)) return [words];
  const title = words.slice(0, 1).toUpperCase() + words.slice(1).toLowerCase();
  return [...new Set([words, words.toLowerCase(), words.toUpperCase(), title])];
}

/** @param chat - null: in all chats. */
export function findText({ database, messages }: Reading, words: string, chat: ChatKey | null): Hits {
  const wanted = words.slice(0, MOST_WORDS);
  if (wanted.trim() === "") return { hits: [], hasMore: false };
  const { tables, from, id, at, text, generation } = messages;
  const likes = writings(wanted).map(pattern);
  const matches = (column: string) => likes.map(() => `${column} LIKE ? ESCAPE '\\'`).join(" OR ");
  const within = chat === null ? `${messages.chat} <> ${NO_CHAT}` : `${messages.chat} = ?`;
  const found = new Map<number, Hit>();
  const look = (tablesFrom: string, columns: readonly string[]) => {
    const real = columns.filter((column) => column !== "NULL");
    if (real.length === 0) return;
    const sql = `SELECT ${id}, ${messages.chat}, ${at} FROM ${tablesFrom}
      WHERE ${within} AND (${real.map(matches).join(" OR ")})`;
    const values = [...(chat === null ? [] : [chat]), ...real.flatMap(() => likes)];
    database.each(sql, values, ([number, key, when]) => {
      if (typeof key === "number" || typeof key === "string")
        found.set(Number(number), {
          id: Number(number),
          chat: key,
          atMs: typeof when === "number" ? when : 0,
        });
      return true;
    });
  };
  const own = (...names: string[]) => names.map((name) => tables.column("messages", "m", name));
  if (generation === "before-2021") look(from, [text, ...own("media_caption", "media_name")]);
  else {
    look(from, [text]);
    if (tables.has("message_media", "message_row_id"))
      look(
        `${from} JOIN message_media AS a ON a.message_row_id = ${id}`,
        ["media_caption", "media_name"].map((name) => tables.column("message_media", "a", name)),
      );
  }
  const hits = [...found.values()].sort((a, b) => b.atMs - a.atMs);
  return { hits: hits.slice(0, MOST_HITS), hasMore: hits.length > MOST_HITS };
}
