/**
 * Writes chats to be kept: one HTML file, plain text, or JSON. The text comes in pieces, so that a chat of any
 * length takes the memory of a page.
 *
 * The HTML opens without a network and holds nothing that runs: its policy allows no script, no image, no frame
 * and no form, and every text of a message is escaped. Links are text.
 */
import type { Chat, ChatKey } from "./chat-list.ts";
import type { Message } from "./message.ts";
import type { OpenedChats } from "./open-chats.ts";

export const EXPORT_FORMATS = ["html", "text", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What people read besides the messages. */
export type ExportWords = {
  title: string;
  /** BCP 47. */
  language: string;
  me: string;
  /** Day and time, in the time zone of this computer. */
  when(atMs: number | null): string;
  /** What a message is, and what hangs on it, line by line. Empty for a plain text. */
  notes(message: Message): string[];
};

const AT_ONCE = 200;
const WHOLE_TEXT = 32 * 1024 * 1024;

const STYLE =
  "body{font:16px/1.4 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}" +
  "p{white-space:pre-wrap;overflow-wrap:anywhere;margin:.2em 0}article{margin:1em 0}" +
  "footer,header span{color:#555;font-size:.85em}blockquote{border-left:3px solid #999;margin:.2em 0;padding-left:.6em}";

/** Nothing of a message can become markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function* messagesOf(chats: OpenedChats, key: ChatKey): Generator<Message> {
  const length = chats.length(key);
  for (let at = 0; at < length; at += AT_ONCE) yield* chats.page(key, at, at + AT_ONCE, WHOLE_TEXT);
}

const sender = (message: Message, chat: Chat, words: ExportWords): string =>
  message.isFromMe ? words.me : (message.from ?? chat.name);

const reactionsOf = ({ reactions }: Message, words: ExportWords): string =>
  reactions.map(({ emoji, from }) => `${emoji} ${from ?? words.me}`).join(", ");

function htmlMessage(message: Message, chat: Chat, words: ExportWords): string {
  const line = (tag: string, text: string) =>
    text === "" ? "" : `<${tag} dir="auto">${escapeHtml(text)}</${tag}>`;
  const quote = message.quote && line("blockquote", message.quote.text);
  const reactions = line("footer", reactionsOf(message, words));
  const notes = words.notes(message).map((note) => line("footer", note));
  return `<article><header><b dir="auto">${escapeHtml(sender(message, chat, words))}</b> <span>${escapeHtml(words.when(message.atMs))}</span></header>${quote ?? ""}${line("p", message.text)}${notes.join("")}${reactions}</article>\n`;
}

function* asHtml(chats: OpenedChats, chosen: readonly Chat[], words: ExportWords): Generator<string> {
  yield `<!doctype html>\n<html lang="${escapeHtml(words.language)}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">\n`;
  yield `<title>${escapeHtml(words.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`;
  for (const chat of chosen) {
    yield `<section>\n<h1 dir="auto">${escapeHtml(chat.name)}</h1>\n`;
    for (const message of messagesOf(chats, chat.key)) yield htmlMessage(message, chat, words);
    yield "</section>\n";
  }
  yield "</body>\n</html>\n";
}

function* asText(chats: OpenedChats, chosen: readonly Chat[], words: ExportWords): Generator<string> {
  for (const chat of chosen) {
    yield `${chat.name}\n\n`;
    for (const message of messagesOf(chats, chat.key)) {
      const reactions = reactionsOf(message, words);
      const quote = message.quote ? `> ${message.quote.text.replaceAll("\n", "\n> ")}` : "";
      const lines = [quote, message.text, ...words.notes(message), reactions].filter((line) => line !== "");
      yield `[${words.when(message.atMs)}] ${sender(message, chat, words)}: ${lines.join("\n")}\n`;
    }
    yield "\n";
  }
}

function* asJson(chats: OpenedChats, chosen: readonly Chat[]): Generator<string> {
  yield '{"chats":[';
  for (const [at, chat] of chosen.entries()) {
    const { name, kind, isArchived } = chat;
    yield `${at === 0 ? "" : ","}\n${JSON.stringify({ name, kind, isArchived }).slice(0, -1)},"messages":[`;
    let isFirst = true;
    for (const { cut: _, ...message } of messagesOf(chats, chat.key)) {
      yield `${isFirst ? "" : ","}\n${JSON.stringify(message)}`;
      isFirst = false;
    }
    yield "]}";
  }
  yield "]}\n";
}

/** @param chosen - of `chats.overview.chats`. @returns the file in pieces. */
export function exportChats(
  chats: OpenedChats,
  chosen: readonly Chat[],
  format: ExportFormat,
  words: ExportWords,
): Generator<string> {
  switch (format) {
    case "html":
      return asHtml(chats, chosen, words);
    case "text":
      return asText(chats, chosen, words);
    case "json":
      return asJson(chats, chosen);
  }
}
