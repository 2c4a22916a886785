/**
 * Reads keys from the bytes of standard input or a file: a key file of WhatsApp, or text with one or more
 * keys.
 *
 * Pure: takes bytes, gives keys or the position of the typo. Text has one key on a line, or a key in several
 * rows with blank lines between keys.
 */
import { readTyped, type Typed } from "../backup/candidates.ts";
import { type KeyFile, readKeyFile } from "../backup/key-file.ts";
import { bytesToHex } from "../core/bytes.ts";
import { type KeyTextProblem, readKeyText } from "../core/key/key-text.ts";

/** A 64-digit key, or WhatsApp's own AES key for crypt12 and crypt14. */
export type KeyInHand = KeyFile;

export type KeyProblem =
  | { why: "empty" }
  /** `line` counts from 1. Null: the whole text. */
  | { why: "typo"; line: number | null; problem: KeyTextProblem | null }
  | { why: "not-searchable" };

export type KeysReading = { ok: true; keys: KeyInHand[] } | { ok: false; problem: KeyProblem };

/** The longest input that is read. A thousand keys fit. */
export const LONGEST_KEY_INPUT = 128 * 1024;

/** A label ends with a colon and has a character that is no digit, as in `core/key/key-text.ts`. */
const LABEL = /^(?=[^:\n]*[^\s:0-9a-f?-])[^:\n]{0,60}:/i;

/** PowerShell on Windows writes UTF-16 with a byte order mark. */
function decode(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(bytes);
}

type Block = { line: number; text: string };

/** Splits the text at blank lines. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") {
      open = null;
    } else if (open) {
      open.text += `\n${line}`;
    } else {
      open = { line: i + 1, text: line };
      blocks.push(open);
    }
  }
  return blocks;
}

function keyIn(text: string): KeyInHand | KeyTextProblem | null {
  const { key, problem } = readKeyText(text);
  return key ? { kind: "backup-key", key } : problem;
}

const isKey = (read: ReturnType<typeof keyIn>): read is KeyInHand =>
  read !== null && (read.kind === "backup-key" || read.kind === "crypt14-key");

/** Reads one key or several. */
export function readKeys(bytes: Uint8Array): KeysReading {
  const file = readKeyFile(bytes);
  if (file) return { ok: true, keys: [file] };
  const blocks = blocksOf(decode(bytes));
  if (blocks.length === 0) return { ok: false, problem: { why: "empty" } };
  const keys: KeyInHand[] = [];
  for (const block of blocks) {
    const whole = keyIn(block.text);
    if (isKey(whole)) {
      keys.push(whole);
      continue;
    }
    const lines = block.text.split("\n");
    const read = lines.map(keyIn);
    const wrong = read.findIndex((each) => !isKey(each));
    // If no line is a key, the lines are the rows of one key.
    const isOne = lines.length > 1 && !read.some(isKey);
    const problem = (isOne ? whole : read[wrong]) as KeyTextProblem | null;
    const line =
      blocks.length === 1 && (isOne || lines.length === 1) ? null : block.line + (isOne ? 0 : wrong);
    if (wrong !== -1) return { ok: false, problem: { why: "typo", line, problem } };
    keys.push(...(read as KeyInHand[]));
  }
  return { ok: true, keys };
}

export type TypedReading = { ok: true; typed: Typed } | { ok: false; problem: KeyProblem };

/** Reads a key for `repair`: 63 to 65 digits, `?` for an unreadable one, or a key file. */
export function readTypedKey(bytes: Uint8Array): TypedReading {
  const file = readKeyFile(bytes);
  const text = file?.kind === "backup-key" ? bytesToHex(file.key) : decode(bytes);
  if (file?.kind !== "crypt14-key" && text.trim() === "") return { ok: false, problem: { why: "empty" } };
  const typed =
    file?.kind === "crypt14-key" ? null : readTyped(text.normalize("NFKC").trim().replace(LABEL, ""));
  return typed ? { ok: true, typed } : { ok: false, problem: { why: "not-searchable" } };
}
