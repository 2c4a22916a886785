/** What is inside a database of chats: the answer, the list, the messages and the exports. */
import type { Chat, Overview } from "../../../inside/chat-list.ts";
import type { ExportFormat, ExportWords } from "../../../inside/export-chats.ts";
import type { Message } from "../../../inside/message.ts";
import type { MessageKind } from "../../../inside/message-kinds.ts";
import type { WhyUnreadable } from "../../../inside/opened-database.ts";
import { countText, dateText, listText, paragraph, timeText } from "./format.ts";

export const insideText = {
  title: "Look inside",
  "no-key": "This backup is encrypted. Pass its key with `--key`.",
  "too-large":
    "The database is larger than 512 MiB, so it is not held in memory. Open it to a file first, then look inside.",
  "not-a-database":
    "This is not a database of chats. Choose msgstore.db or an encrypted msgstore.db.crypt15.",
  refused: "Nothing was read.",
  noMessages: "This database holds no messages that Sixtyfour can read.",
  damaged: "Part of the database is damaged. The numbers count what can be read.",
};

export const insideWords = {
  opening: "Reading the database…",
  messages: "Messages",
  findAll: "Words in all chats",
  findHere: "Words in this chat",
  find: "Search messages",
  date: "Date",
  dateHint: "Year, month and day, such as 2019-05-31",
  dateWrong: "Type the date as year, month and day, such as 2019-05-31.",
  jump: "Jump to date",
  allChats: "All chats",
  saved: "Chats saved.",
};

/** The name of a saved file, without its ending. */
export const exportName = "whatsapp-chats";

export const whyUnreadableText: Record<WhyUnreadable, string> = {
  "not-a-database": "This is not a database of chats.",
  damaged: "The database is damaged, and nothing can be read from it.",
  refused: "The database asks for something that Sixtyfour does not do, so it was not read.",
  "too-much": "The database needs more memory than it may have.",
  "too-long": "Reading the database took too long.",
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** `yesterday 6:42 PM`, `today 9:00 AM`, or a date. */
function momentText(atMs: number, nowMs: number): string {
  if (dateText(atMs) === dateText(nowMs)) return `today ${timeText(atMs)}`;
  if (dateText(atMs) === dateText(nowMs - DAY_MS)) return `yesterday ${timeText(atMs)}`;
  return `${dateText(atMs)}, ${timeText(atMs)}`;
}

function spanText(firstAtMs: number | null, lastAtMs: number | null, nowMs: number): string {
  if (firstAtMs === null || lastAtMs === null) return "";
  return `, from ${dateText(firstAtMs)} to ${momentText(lastAtMs, nowMs)}`;
}

const chatsText = (count: number) => countText(count, "chat", "chats");
const messagesText = (count: number) => countText(count, "message", "messages");

/** The answer: how much is there, and from when. */
export function overviewText(overview: Overview, nowMs: number): string {
  const { chats, messages, firstAtMs, lastAtMs, isDamaged } = overview;
  const newest = chats.find((chat) => chat.lastAtMs !== null);
  return paragraph(
    `${chatsText(chats.length)}, ${messagesText(messages)}${spanText(firstAtMs, lastAtMs, nowMs)}.`,
    newest ? `The newest is in the chat “${newest.name}”.` : null,
    isDamaged ? insideText.damaged : null,
  );
}

/** What is there besides, and what Sixtyfour does not understand. Null: nothing. */
export function besidesText({ kinds, unknown, statusUpdates, calls }: Overview): string | null {
  const counts: (readonly [number, string, string])[] = [
    [kinds.get("notice") ?? 0, "notice from WhatsApp", "notices from WhatsApp"],
    [calls, "call", "calls"],
    [statusUpdates, "status update", "status updates"],
  ];
  const there = counts.filter(([count]) => count > 0).map(([...count]) => countText(...count));
  const all = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  const said = [
    there.length > 0 ? `Also ${listText(there)}.` : null,
    all > 0
      ? `Sixtyfour does not know the kind of ${messagesText(all)} (${listText([...unknown.keys()].map(String))}).`
      : null,
  ];
  return said.some((one) => one !== null) ? paragraph(...said) : null;
}

/** One line of the list of chats. */
export function chatText(chat: Chat, nowMs: number): string {
  const { name, messages, firstAtMs, lastAtMs, isArchived } = chat;
  return `${name}: ${messagesText(messages)}${spanText(firstAtMs, lastAtMs, nowMs)}${isArchived ? ", archived" : ""}`;
}

const kindNames: Record<MessageKind, string> = {
  text: "",
  picture: "Picture",
  sound: "Audio",
  voice: "Voice message",
  video: "Video",
  contact: "Contact",
  location: "Location",
  notice: "Notice from WhatsApp",
  document: "Document",
  "missed-call": "Missed call",
  gif: "GIF",
  deleted: "Deleted message",
  "live-location": "Live location",
  sticker: "Sticker",
  "view-once": "View-once media",
  poll: "Poll",
  call: "Call",
  unknown: "",
};

/** What a message is besides its text, line by line. */
export function messageNotes(message: Message): string[] {
  const { kind, code, media, place, choices, contacts, link, cut } = message;
  const what =
    kind === "unknown" ? `A message of a kind that Sixtyfour does not know (${code})` : kindNames[kind];
  const marks = [
    message.isStarred ? "starred" : null,
    message.isEdited ? "edited" : null,
    message.isForwarded ? "forwarded" : null,
  ].filter((mark) => mark !== null);
  return [
    [what, media?.name ?? media?.path ?? null].filter((part) => part).join(": "),
    place ? paragraph(place.name || null, `${place.latitude}, ${place.longitude}`) : "",
    ...contacts,
    ...choices.map((choice) => `• ${choice}`),
    link ? [link.title, link.description].filter((part) => part !== "").join(": ") : "",
    cut > 0 ? `${countText(cut, "more character is", "more characters are")} in the file.` : "",
    marks.length > 0 ? `(${listText(marks)})` : "",
  ].filter((line) => line !== "");
}

/** @param path - where the chats were written. */
export function writtenText(path: string): string {
  return `The chats were saved to ${path}.`;
}

/** The sender of the user's own messages. */
const ME = "Me";

export const exportWords: ExportWords = {
  title: "WhatsApp chats",
  language: "en",
  me: ME,
  when: (atMs) => (atMs === null ? "no date" : `${dateText(atMs)}, ${timeText(atMs)}`),
  notes: messageNotes,
};

const formatNames: Record<ExportFormat, string> = { html: "HTML", text: "text", json: "JSON" };

/** @param isOne - one chat, not all. */
export function saveText(format: ExportFormat, isOne: boolean): string {
  return isOne ? `Save chat as ${formatNames[format]}` : `Save all as ${formatNames[format]}`;
}

/** @param count - of the chats that are not listed. */
export function moreChatsText(count: number): string {
  return `${countText(count, "more chat is", "more chats are")} not listed. Search messages to find them.`;
}

/** @param most - how many are listed. */
export function hitsText(count: number, hasMore: boolean, most: number): string {
  if (count === 0) return "No message found.";
  const said = hasMore ? `More than ${messagesText(count)} found.` : `${messagesText(count)} found.`;
  return count > most ? `${said} The newest ${most} are listed.` : said;
}
