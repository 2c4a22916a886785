/**
 * The XML within a KeePass database: written with what a login has, read for everything that may hold a key.
 *
 * An `Entry` is a list of `String`s, each a `Key` and a `Value`; `Protected="True"` marks values that the
 * inner stream has encrypted (base64). Earlier states of an entry lie in its `History`, as entries; what was
 * thrown away lies in the group that `Meta` names as the recycle bin. Times are base64 of seconds since year
 * 1 (version 4) or ISO 8601 (3.1). Source: keepassxc `src/format/KdbxXmlWriter.cpp`.
 */
import { type Bytes, fromBase64, randomBytes, toBase64, utf8ToBytes } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import type { Item } from "../collect.ts";
import type { ExportEntry } from "../export-entry.ts";
import { MOST_ENTRIES_READ } from "../found.ts";
import { littleEndian, toLittleEndian } from "./byte-reader.ts";
import { applyInnerStream, type InnerStream } from "./kdbx-stream.ts";
import { escapeXml, xmlPieces } from "./xml.ts";

const UUID_BYTES = 16;
const SECONDS_TO_1970 = 62_135_596_800;
const KEY_ICON = "0";
const PROTECTED = /\sProtected\s*=\s*["']true["']/i;

const uuid = () => toBase64(randomBytes(UUID_BYTES));
const time = (atMs: number) => toBase64(toLittleEndian(Math.floor(atMs / 1000) + SECONDS_TO_1970, 8));

function timesXml(atMs: number): string {
  const stamps = ["CreationTime", "LastModificationTime", "LastAccessTime", "LocationChanged", "ExpiryTime"];
  const times = stamps.map((name) => `<${name}>${time(atMs)}</${name}>`).join("");
  return `<Times>${times}<Expires>False</Expires><UsageCount>0</UsageCount></Times>`;
}

function stringXml(key: string, value: string): string {
  return `<String><Key>${key}</Key><Value>${escapeXml(value)}</Value></String>`;
}

function entryXml(entry: ExportEntry, protectedPassword: Uint8Array): string {
  return [
    `<Entry><UUID>${uuid()}</UUID><IconID>${KEY_ICON}</IconID>${timesXml(entry.createdAtMs)}`,
    stringXml("Title", entry.title),
    stringXml("UserName", entry.username),
    `<String><Key>Password</Key><Value Protected="True">${toBase64(protectedPassword)}</Value></String>`,
    stringXml("URL", entry.url),
    stringXml("Notes", entry.notes),
    "</Entry>",
  ].join("");
}

/** The document, UTF-8. The group's time is that of the newest entry: this room has no clock. */
export function writeKdbxXml(entries: readonly ExportEntry[], stream: InnerStream): Bytes {
  const passwords = applyInnerStream(
    stream,
    entries.map(({ hex }) => utf8ToBytes(hex)),
  );
  if (!passwords) throw new RangeError("no such inner stream");
  const atMs = entries.reduce((newest, entry) => Math.max(newest, entry.createdAtMs), 0);
  const items = entries.map((entry, i) => entryXml(entry, passwords[i] ?? new Uint8Array(0)));
  const xml = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<KeePassFile><Meta><Generator>Sixtyfour</Generator><DatabaseName>Sixtyfour</DatabaseName><MemoryProtection><ProtectTitle>False</ProtectTitle><ProtectUserName>False</ProtectUserName><ProtectPassword>True</ProtectPassword><ProtectURL>False</ProtectURL><ProtectNotes>False</ProtectNotes></MemoryProtection><RecycleBinEnabled>True</RecycleBinEnabled></Meta><Root><Group><UUID>${uuid()}</UUID><Name>Sixtyfour</Name><IconID>${KEY_ICON}</IconID>${timesXml(atMs)}<IsExpanded>True</IsExpanded>${items.join("")}</Group></Root></KeePassFile>`;
  return utf8ToBytes(xml);
}

/** A text as it stands, or the place of a protected one among all of them. */
type Value = string | { protectedAt: number };
type Field = { name: string; value: Value };
type Draft = { fields: Field[]; created: string; isInBin: boolean };

function timeIn(text: string): number | null {
  const bytes = fromBase64(text);
  const atMs = bytes?.length === 8 ? (littleEndian(bytes) - SECONDS_TO_1970) * 1000 : Date.parse(text);
  return Math.abs(atMs) < 8e15 ? atMs : null;
}

type Document = { drafts: Draft[]; sealed: Bytes[] };

/**
 * Walks the document once. Protected values of every kind are counted, as the stream runs over all of them.
 */
function readDocument(xml: string): Result<Document, "damaged" | "too-many-entries"> {
  const drafts: Draft[] = [];
  const sealed: Bytes[] = [];
  const path: { name: string; isProtected: boolean; text: string }[] = [];
  let entryDepth = 0;
  let binId = "";
  /** How deep the recycle bin's group lies while we are in it, else 0. */
  let binDepth = 0;
  let field: Field = { name: "", value: "" };

  const close = (name: string, isProtected: boolean, text: string): boolean => {
    let value: Value = text;
    if (isProtected) {
      const bytes = fromBase64(text.trim());
      if (!bytes) return false;
      value = { protectedAt: sealed.push(bytes) - 1 };
    }
    const parent = path.at(-1)?.name;
    const draft = entryDepth > 0 ? drafts.at(-1) : undefined;
    if (name === "Entry") entryDepth--;
    else if (name === "RecycleBinUUID" && parent === "Meta") binId = text;
    else if (name === "UUID" && parent === "Group" && binDepth === 0 && text !== "" && text === binId)
      binDepth = path.length;
    else if (name === "Group" && path.length < binDepth) binDepth = 0;
    else if (!draft) return true;
    else if (parent === "String" && name === "Key") field.name = entryDepth > 1 ? `History.${text}` : text;
    else if (parent === "String" && name === "Value") field.value = value;
    else if (name === "String") draft.fields.push(field);
    else if (parent === "Times" && name === "CreationTime" && entryDepth === 1) draft.created = text;
    return true;
  };

  for (const piece of xmlPieces(xml)) {
    if (piece.kind === "fault") return fail("damaged");
    if (piece.kind === "text") {
      const here = path.at(-1);
      if (here) here.text += piece.text;
    } else if (piece.kind === "open") {
      path.push({ name: piece.name, isProtected: PROTECTED.test(piece.attributes), text: "" });
      if (piece.name === "String") field = { name: "", value: "" };
      if (piece.name === "Entry" && entryDepth++ === 0)
        drafts.push({ fields: [], created: "", isInBin: binDepth > 0 });
      if (drafts.length > MOST_ENTRIES_READ) return fail("too-many-entries");
    } else {
      const { isProtected = false, text = "" } = path.pop() ?? {};
      if (!close(piece.name, isProtected, text)) return fail("damaged");
    }
  }
  return ok({ drafts, sealed });
}

/** @param xml - the document. @param stream - as the header names it. Never throws. */
export function readKdbxXml(
  xml: string,
  stream: InnerStream,
): Result<Item[], "damaged" | "too-many-entries" | "unsupported"> {
  const document = readDocument(xml);
  if (!document.ok) return document;
  const opened = applyInnerStream(stream, document.value.sealed);
  if (!opened) return fail("unsupported");
  const decoder = new TextDecoder();
  const textOf = (value: Value) =>
    typeof value === "string" ? value : decoder.decode(opened[value.protectedAt]);
  const items = document.value.drafts.map(({ fields, created, isInBin }): Item => {
    const texts = fields.map(({ name, value }) => [name, textOf(value)] as const);
    const text = (name: string) => texts.find(([field]) => field === name)?.[1] ?? "";
    return {
      title: text("Title"),
      username: text("UserName"),
      notes: text("Notes"),
      createdAtMs: timeIn(created),
      texts: isInBin ? texts.map(([field, value]) => [`RecycleBin.${field}`, value] as const) : texts,
    };
  });
  return ok(items);
}
