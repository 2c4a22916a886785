/** Holds a decrypted database in memory and answers about it. It runs in a worker, and is tested without one. */
import { packedWasm } from "virtual:sixtyfour-sqlite";
import { type ExportWords, exportChats } from "../../../inside/export-chats.ts";
import { holdBytes } from "../../../inside/held-bytes.ts";
import { type OpenedChats, openChats } from "../../../inside/open-chats.ts";
import { UnreadableDatabaseError } from "../../../inside/opened-database.ts";
import { openDatabase } from "../../../inside/sqlite/open-database.ts";
import { unpackWasm } from "../../../inside/sqlite/unpack-wasm.ts";
import type { InsideAnswer, InsideAsk, InsideAsks, InsideQuestion } from "./inside-asks.ts";

const MOST_MS = 5 * 60_000;
/** Characters of one message on screen. The rest is counted. */
const MOST_TEXT = 5000;
const PIECE = 65_536;

export function createHolder(words: ExportWords): (question: InsideQuestion) => Promise<InsideAnswer> {
  const held = holdBytes();
  let opened: OpenedChats | null = null;
  let pieces: Iterator<string> | null = null;
  const chats = (): OpenedChats => {
    if (!opened) throw new UnreadableDatabaseError("not-a-database");
    return opened;
  };
  const answers: { [A in InsideAsk]: (given: InsideAsks[A]["takes"]) => Promise<InsideAsks[A]["gives"]> } = {
    async hold(bytes) {
      held.write(bytes);
      return null;
    },
    async open() {
      const wasm = await unpackWasm(packedWasm);
      const options = { wasm, now: () => performance.now(), mostMs: MOST_MS };
      opened = openChats(await openDatabase(held.pages(), options));
      return opened?.overview ?? null;
    },
    length: async (chat) => chats().length(chat),
    page: async ({ chat, start, end }) => chats().page(chat, start, end, MOST_TEXT),
    placeOfTime: async ({ chat, atMs }) => chats().placeOfTime(chat, atMs),
    placeOf: async ({ chat, id }) => chats().placeOf(chat, id),
    find: async ({ words: wanted, chat }) => chats().find(wanted, chat),
    async startExport({ chat, format }) {
      const all = chats().overview.chats;
      const chosen = chat === null ? all : all.filter(({ key }) => key === chat);
      pieces = exportChats(chats(), chosen, format, words);
      return null;
    },
    async nextPiece() {
      let text = "";
      while (pieces && text.length < PIECE) {
        const { value, done } = pieces.next();
        if (done) pieces = null;
        else text += value;
      }
      return text === "" ? null : new TextEncoder().encode(text);
    },
  };
  return async ({ id, ask, with: given }) => {
    try {
      return { id, value: await answers[ask](given as never) };
    } catch (reason) {
      if (reason instanceof UnreadableDatabaseError) return { id, why: reason.why };
      throw reason;
    }
  };
}
