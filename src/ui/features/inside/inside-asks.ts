/** What the panel asks the worker that holds the database, and what it answers. */
import type { Bytes } from "../../../core/bytes.ts";
import type { ChatKey, Overview } from "../../../inside/chat-list.ts";
import type { ExportFormat } from "../../../inside/export-chats.ts";
import type { Hits } from "../../../inside/find-text.ts";
import type { Message } from "../../../inside/message.ts";
import type { WhyUnreadable } from "../../../inside/opened-database.ts";

export type InsideAsks = {
  /** More bytes of the database. */
  hold: { takes: Bytes; gives: null };
  /** All bytes are there. Null: no messages that can be read. */
  open: { takes: null; gives: Overview | null };
  length: { takes: ChatKey; gives: number };
  page: { takes: { chat: ChatKey; start: number; end: number }; gives: Message[] };
  placeOfTime: { takes: { chat: ChatKey; atMs: number }; gives: number };
  placeOf: { takes: { chat: ChatKey; id: number }; gives: number };
  find: { takes: { words: string; chat: ChatKey | null }; gives: Hits };
  /** `chat`: null for all. */
  startExport: { takes: { chat: ChatKey | null; format: ExportFormat }; gives: null };
  /** The next piece of the export; null at its end. */
  nextPiece: { takes: null; gives: Bytes | null };
};
export type InsideAsk = keyof InsideAsks;

export type InsideQuestion = {
  [A in InsideAsk]: { id: number; ask: A; with: InsideAsks[A]["takes"] };
}[InsideAsk];
export type InsideAnswer = { id: number } & ({ value: unknown } | { why: WhyUnreadable });
