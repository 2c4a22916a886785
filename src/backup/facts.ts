/**
 * Describes an opened file by its own header, so that a person sees that it is a real chat history.
 *
 * SQLite: sqlite.org/fileformat2.html §1.3 (page size at 16, pages at 28). ZIP: APPNOTE.TXT §4.3.16, §4.3.14
 * (end of central directory, and its 64-bit form). Not done here: believing any of it.
 */
import type { Bytes } from "../core/bytes.ts";
import { findMagic, latin1 } from "./magic.ts";

export type Facts = {
  kind: "sqlite" | "zip" | "json" | "other";
  /** Bytes that came out. */
  size: number;
  /** SQLite: as its header says. */
  pages?: number;
  pageBytes?: number;
  /** SQLite: the bytes that it has by its header, where fewer came out. */
  missesOf?: number;
  /** ZIP: entries in its directory. */
  entries?: number;
  /** JSON up to {@link LONGEST_JSON}: the names at its top, at most {@link MOST_KEYS}. */
  keys?: string[];
};

export const LONGEST_JSON = 16 * 1024 * 1024;
export const MOST_KEYS = 20;
/**
 * A ZIP's end: 22 bytes and a comment of at most 65,535; its 64-bit form and locator, 76 bytes, before it.
 */
const TAIL_BYTES = 22 + 65_535 + 76;
const HEAD_BYTES = 100;

function sqliteFacts(head: Uint8Array, size: number): Pick<Facts, "pages" | "pageBytes" | "missesOf"> {
  if (head.length < HEAD_BYTES) return {};
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const pageSize = view.getUint16(16);
  const [pageBytes, pages] = [pageSize === 1 ? 65_536 : pageSize, view.getUint32(28)];
  // The number of pages counts only if the last writer knew of it: the change counter is at 24 and at 92.
  const isCounted = view.getUint32(24) === view.getUint32(92);
  const isShort = isCounted && pages * pageBytes > size;
  return { pageBytes, pages, ...(isShort ? { missesOf: pages * pageBytes } : {}) };
}

function zipFacts(tail: Uint8Array): Pick<Facts, "entries"> {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const entries = view.getUint16(at + 10, true);
    const wide = at - 20 - 56;
    const isWide = entries === 0xffff && wide >= 0 && view.getUint32(wide, true) === 0x06064b50;
    return { entries: isWide ? Number(view.getBigUint64(wide + 32, true)) : entries };
  }
  return {};
}

function jsonFacts(text: string): Pick<Facts, "keys"> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return {};
    return { keys: Object.keys(parsed).slice(0, MOST_KEYS) };
  } catch {
    return {};
  }
}

export type Observer = { see(bytes: Bytes): void; facts(): Facts };

function kindOf(first: Uint8Array): Facts["kind"] {
  const look = findMagic(first)?.look;
  if (look === "sqlite" || look === "zip") return look;
  return /^\s*[[{]/.test(latin1(first, 0, 64)) ? "json" : "other";
}

/**
 * Watches what comes out. Holds its first 100 bytes, its last 64 KiB, and all of a JSON text up to 16 MiB.
 */
export function observe(): Observer {
  let kind: Facts["kind"] = "other";
  let size = 0;
  let head = new Uint8Array(0);
  let tail = new Uint8Array(0);
  let json: Uint8Array[] | null = null;
  return {
    see(bytes) {
      if (size === 0) {
        kind = kindOf(bytes);
        if (kind === "json") json = [];
      }
      size += bytes.length;
      if (head.length < HEAD_BYTES) {
        const missing = bytes.slice(0, HEAD_BYTES - head.length);
        const longer = new Uint8Array(head.length + missing.length);
        longer.set(head);
        longer.set(missing, head.length);
        head = longer;
      }
      if (kind === "zip") {
        const kept = tail.subarray(Math.max(0, tail.length + bytes.length - TAIL_BYTES));
        const end = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES));
        const next = new Uint8Array(kept.length + end.length);
        next.set(kept);
        next.set(end, kept.length);
        tail = next;
      }
      if (size > LONGEST_JSON) json = null;
      json?.push(bytes.slice());
    },
    facts() {
      const base = { kind, size };
      if (kind === "sqlite") return { ...base, ...sqliteFacts(head, size) };
      if (kind === "zip") return { ...base, ...zipFacts(tail) };
      const decoder = new TextDecoder();
      if (json)
        return { ...base, ...jsonFacts(json.map((part) => decoder.decode(part, { stream: true })).join("")) };
      return base;
    },
  };
}
