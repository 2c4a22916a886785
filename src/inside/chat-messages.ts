/**
 * The messages of one chat, of which only a page is ever read: a chat of 200,000 messages costs two numbers
 * for each, and what is shown.
 */
import { addAdditions, addOlderAdditions } from "./additions.ts";
import type { ChatKey } from "./chat-list.ts";
import type { Message } from "./message.ts";
import { kindOf } from "./message-kinds.ts";
import { UnreadableDatabaseError } from "./opened-database.ts";
import type { Reading } from "./reading.ts";

/** The messages of a chat in their order. Both arrays have one number for each. */
export type ChatOrder = {
  ids: Float64Array;
  /** Milliseconds since 1970; 0 where there is no date. */
  atMs: Float64Array;
  /** A damaged page ended the list. */
  isDamaged: boolean;
};

/** Row ids of SQLite that a page may ask for at once. */
export const MOST_AT_ONCE = 500;

class Numbers {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = new Float64Array(2 * this.#length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  all(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Are these already in order? WhatsApp writes messages as they come, so almost always. */
const isAscending = (values: Float64Array): boolean =>
  values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0));

/** @param isLarge - the chat has so many of all messages that reading them one after another is faster. */
export function readOrder({ database, messages }: Reading, chat: ChatKey, isLarge: boolean): ChatOrder {
  const [ids, atMs, places] = [new Numbers(), new Numbers(), new Numbers()];
  const sql = `SELECT ${messages.id}, ${messages.at}, ${messages.order} FROM ${messages.from} ${isLarge ? "NOT INDEXED" : ""}
    WHERE ${messages.chat} = ?${isLarge ? ` ORDER BY ${messages.id}` : ""}`;
  let isDamaged = false;
  try {
    database.eachNumbers(sql, [chat], ([id = 0, at = 0, place = 0]) => {
      ids.push(id);
      atMs.push(Math.max(0, at));
      places.push(place);
      return true;
    });
  } catch (reason) {
    if (!(reason instanceof UnreadableDatabaseError) || reason.why !== "damaged") throw reason;
    isDamaged = true;
  }
  return { ...inOrder(ids.all(), atMs.all(), places.all()), isDamaged };
}

function inOrder(ids: Float64Array, atMs: Float64Array, places: Float64Array) {
  if (isAscending(places) && isAscending(ids)) return { ids, atMs };
  const at = (values: Float64Array, i: number) => values[i] ?? 0;
  const order = Uint32Array.from(ids.keys()).sort(
    (a, b) => at(places, a) - at(places, b) || at(ids, a) - at(ids, b),
  );
  const sorted = (values: Float64Array) => Float64Array.from(order, (i) => at(values, i));
  return { ids: sorted(ids), atMs: sorted(atMs) };
}

/** Where the first message from this time on stands; the number of messages if all are earlier. */
export function placeOfTime({ atMs }: ChatOrder, time: number): number {
  const at = atMs.findIndex((one) => one >= time);
  return at < 0 ? atMs.length : at;
}

/**
 * The messages with these ids, in the order of the ids. What cannot be read is left out.
 *
 * @param ids - at most {@link MOST_AT_ONCE}.
 * @param mostText - characters of one message's text.
 */
export function readMessages(reading: Reading, ids: readonly number[], mostText: number): Message[] {
  const { database, messages, people } = reading;
  if (ids.length === 0) return [];
  const { id, at, fromMe, sender, code, status, origin, text, starred, from } = messages;
  const cut = text === "NULL" ? "NULL, 0" : `substr(${text}, 1, ${mostText}), length(${text})`;
  const sql = `SELECT ${id}, ${at}, ${fromMe}, ${sender}, ${code}, ${status}, ${origin}, ${starred}, ${cut}
    FROM ${from} WHERE ${id} IN (${ids.map(() => "?").join(",")})`;
  const found = new Map<number, Message>();
  database.each(sql, ids, (row) => {
    const [number, when, mine, who, type, state, source, star, said, length] = row;
    const hasSender = (typeof who === "number" && who > 0) || (typeof who === "string" && who !== "");
    const body = typeof said === "string" ? said : "";
    found.set(Number(number), {
      id: Number(number),
      atMs: typeof when === "number" && when > 0 ? when : null,
      isFromMe: mine === 1,
      from: hasSender && mine !== 1 ? people(who as number | string).name : null,
      kind: kindOf(Number(type ?? 0), Number(source ?? 0), Number(state ?? 0)),
      code: Number(type ?? 0),
      text: body,
      cut: Math.max(0, Number(length ?? 0) - mostText),
      isStarred: star === 1,
      isEdited: false,
      isForwarded: false,
      media: null,
      quote: null,
      reactions: [],
      place: null,
      choices: [],
      contacts: [],
      link: null,
    });
    return true;
  });
  const page = ids.flatMap((one) => found.get(one) ?? []);
  const add = messages.generation === "before-2021" ? addOlderAdditions : addAdditions;
  add({ database, messages, people }, page);
  return page;
}
