/** `inside`: what a database of chats holds. Says it, lists the chats, or writes them to be kept. */

import { join } from "node:path";
import { type Kind, recognise } from "../backup/kind.ts";
import { utf8ToBytes } from "../core/bytes.ts";
import { type ExportFormat, exportChats } from "../inside/export-chats.ts";
import { type OpenedChats, openChats } from "../inside/open-chats.ts";
import { UnreadableDatabaseError } from "../inside/opened-database.ts";
import { checkedText } from "../ui/text/en/backups.ts";
import { commandWording, notOpenedText, notWorkedOnText } from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import {
  besidesText,
  chatText,
  exportWords,
  insideText,
  overviewText,
  whyUnreadableText,
  writtenText,
} from "../ui/text/en/inside.ts";
import type { FileSource } from "./file-source.ts";
import { findFiles } from "./find-files.ts";
import { openInside } from "./inside-open.ts";
import type { KeyInHand } from "./key-input.ts";
import type { Place } from "./opened-output.ts";
import { startOutgoing } from "./outgoing.ts";
import { print, warn } from "./output.ts";
import { OutputFailedError, outputFailure } from "./output-failure.ts";
import { shownName } from "./shown-name.ts";
import { systemCode } from "./system-error.ts";

export type InsideRequest = {
  files: readonly string[];
  keys: readonly KeyInHand[];
  /** List the chats. */
  withChats: boolean;
  /** Null: nothing is written. */
  export: { format: ExportFormat; place: Place } | null;
  json: boolean;
};

const ENDINGS: Record<ExportFormat, string> = { html: "html", text: "txt", json: "json" };

/** An ISO date. Null: the message has none, or one beyond what a calendar knows. */
function isoDate(atMs: number | null): string | null {
  return atMs === null || Number.isNaN(new Date(atMs).getTime()) ? null : new Date(atMs).toISOString();
}

function jsonOf(file: string, kind: Kind, { generation, overview }: OpenedChats, withChats: boolean): string {
  const { chats, messages, firstAtMs, lastAtMs, kinds, unknown, statusUpdates, calls, isDamaged } = overview;
  return JSON.stringify({
    file,
    kind: kind.kind,
    generation,
    chats: chats.length,
    messages,
    first: isoDate(firstAtMs),
    newest: isoDate(lastAtMs),
    notices: kinds.get("notice") ?? 0,
    calls,
    statusUpdates,
    unknown: Object.fromEntries(unknown),
    damaged: isDamaged,
    ...(withChats && {
      list: chats.map((chat) => ({
        name: chat.name,
        kind: chat.kind,
        archived: chat.isArchived,
        messages: chat.messages,
        first: isoDate(chat.firstAtMs),
        newest: isoDate(chat.lastAtMs),
      })),
    }),
  });
}

/** Writes in pieces under a temporary name. Says where it lies, or that the name is taken. */
async function write(
  chats: OpenedChats,
  source: FileSource,
  { format, place }: NonNullable<InsideRequest["export"]>,
) {
  const name = `${source.name.replace(/\.crypt\d+$/i, "").replace(/\.db$/i, "")}.${ENDINGS[format]}`;
  const folder = place.isFolder ? place.output : join(place.output, "..");
  const path = place.isFolder ? join(folder, name) : place.output;
  const outgoing = await startOutgoing(folder);
  try {
    let piece = "";
    for (const text of exportChats(chats, chats.overview.chats, format, exportWords)) {
      piece += text;
      if (piece.length < 65_536) continue;
      await outgoing.sink.write(utf8ToBytes(piece));
      piece = "";
    }
    await outgoing.sink.write(utf8ToBytes(piece));
    await outgoing.sink.commit();
  } catch (error) {
    await outgoing.discard();
    throw error;
  }
  const shown = shownName(path);
  return (await outgoing.place(path))
    ? { isWritten: true, said: writtenText(shown) }
    : { isWritten: false, said: notOpenedText(shown) };
}

type Said = { done: boolean; lines: string[]; json: string | null };

async function lookInto(file: string, source: FileSource, request: InsideRequest): Promise<Said> {
  const refuse = (...lines: string[]): Said => ({ done: false, lines, json: null });
  const kind = await recognise(source);
  const inside = await openInside(file, source, kind, request.keys);
  if (!inside.opened) {
    if (inside.why !== "refused") return refuse(insideText[inside.why]);
    const checked = inside.checked && checkedText(inside.checked, kind, commandWording);
    return refuse(paragraph(checked, insideText.refused));
  }
  try {
    const chats = openChats(inside.database);
    if (!chats) return refuse(insideText.noMessages);
    const nowMs = Date.now();
    const { checked } = inside;
    const isRight = checked === null || checked.verdict === "right-key";
    const lines = [
      overviewText(chats.overview, nowMs),
      besidesText(chats.overview),
      isRight ? null : checkedText(checked, kind, commandWording),
    ];
    if (request.withChats) lines.push(...chats.overview.chats.map((chat) => chatText(chat, nowMs)));
    const written = request.export && (await write(chats, source, request.export));
    lines.push(written?.said ?? null);
    return {
      done: isRight && (written?.isWritten ?? true),
      lines: lines.filter((line) => line !== null),
      json: jsonOf(file, kind, chats, request.withChats),
    };
  } finally {
    inside.close();
  }
}

function whyNot(error: unknown): string {
  if (error instanceof UnreadableDatabaseError) return whyUnreadableText[error.why];
  return error instanceof OutputFailedError ? outputFailure(error) : notWorkedOnText(systemCode(error));
}

/** @returns whether every file could be looked into. */
export async function insideFiles(request: InsideRequest): Promise<boolean> {
  let isAllDone = true;
  for await (const found of findFiles(request.files)) {
    const { file } = found;
    const said: Said =
      "source" in found
        ? await lookInto(file, found.source, request)
            .catch((error: unknown) => ({ done: false, lines: [whyNot(error)], json: null }))
            .finally(() => found.source.close())
        : { done: false, lines: [notWorkedOnText(found.why)], json: null };
    isAllDone &&= said.done;
    if (request.json) {
      await print(said.json ?? JSON.stringify({ file, error: said.lines.join(" ") }));
      continue;
    }
    const tell = said.done ? print : async (line: string) => warn(line);
    await tell(shownName(file));
    // Names of chats are hostile: none may move the cursor or turn the text around.
    for (const line of said.lines) await tell(`    ${shownName(line)}`);
  }
  return isAllDone;
}
