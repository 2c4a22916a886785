/** Names of opened files: a name from inside a file must not lead to another folder or deceive a reader. */
import { findMagic } from "./magic.ts";
import type { PayloadKind } from "./payload.ts";

const LONGEST_NAME = 120;
/** Windows gives these to devices, whatever the ending. */
const DEVICES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/**
 * One name without folders, controls, direction marks and characters that some system refuses; never empty.
 * The ending stays when a long name is cut.
 */
export function safeName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const safe = DEVICES.test(cleaned) ? `_${cleaned}` : cleaned;
  if (safe === "") return "file";
  if (safe.length <= LONGEST_NAME) return safe;
  const ending = /\.[^.]{1,12}$/.exec(safe)?.[0] ?? "";
  return safe.slice(0, LONGEST_NAME - ending.length).trimEnd() + ending;
}

/** A path below a folder: each part made safe, `.`, `..` and empty ones left out. */
export function safePath(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.map(safeName).join("/") || "file";
}

const ENDINGS: Record<PayloadKind, RegExp> = {
  sqlite: /\.(db|sqlite3?)$/i,
  zip: /\.zip$/i,
};
const ENDING: Record<PayloadKind, string> = { sqlite: ".db", zip: ".zip" };

/**
 * What the opened file is called: the sealed one's name without `.crypt15`, with the ending of what is
 * inside.
 */
export function openedName(sealedName: string, payload: PayloadKind | null): string {
  const base = safeName(sealedName.replace(/\.crypt1[245]$/i, ""));
  const opened = base === sealedName ? `${base}.opened` : base;
  return payload === null || ENDINGS[payload].test(base) ? opened : `${base}${ENDING[payload]}`;
}

/** For media without its metadata: the sealed name with the ending that its first bytes suggest. */
export function mediaName(sealedName: string, first: Uint8Array): string {
  return safeName(sealedName.replace(/\.mcrypt1$/i, "")) + (findMagic(first)?.ending ?? ".bin");
}
