/**
 * Keys as they come from standard input or a file: a key file of WhatsApp's, or text with one key or one a
 * line.
 *
 * Pure: bytes in, keys or the place of the typo out. A key in four rows is one key; blank lines part keys.
 */
import { readTyped, type Typed } from "../backup/candidates.ts";
import { type KeyFile, readKeyFile } from "../backup/key-file.ts";
import { bytesToHex } from "../core/bytes.ts";
import { type KeyTextProblem, readKeyText } from "../core/key/key-text.ts";

/** A 64-digit key, or WhatsApp's own AES key for crypt12 and crypt14. */
export type KeyInHand = KeyFile;

export type KeyProblem =
  | { why: "empty" }
  /** `line` counts from 1; null: the text as a whole. */
  | { why: "typo"; line: number | null; problem: KeyTextProblem | null }
  | { why: "not-searchable" };

export type KeysReading = { ok: true; keys: KeyInHand[] } | { ok: false; problem: KeyProblem };

/** Longest key input that is read: a thousand keys. */
export const LONGEST_KEY_INPUT = 128 * 1024;

/** A label ends with a colon and holds what no digit could be, as in `core/key/key-text.ts`. */
const LABEL = /^(?=[^:\n]*[^\s:0-9a-f?-])[^:\n]{0,60}:/i;

/** Windows' shell writes UTF-16 with a mark. */
function decode(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(bytes);
}

type Block = { line: number; text: string };

/** Lines that stand together, without the blank ones between. */
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
    // Where no line is a key of its own, they were meant as the rows of one.
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

/** Reads a key for `repair`: 63 to 65 digits, `?` for one that cannot be read, or a key file. */
export function readTypedKey(bytes: Uint8Array): TypedReading {
  const file = readKeyFile(bytes);
  const text = file?.kind === "backup-key" ? bytesToHex(file.key) : decode(bytes);
  if (file?.kind !== "crypt14-key" && text.trim() === "") return { ok: false, problem: { why: "empty" } };
  const typed =
    file?.kind === "crypt14-key" ? null : readTyped(text.normalize("NFKC").trim().replace(LABEL, ""));
  return typed ? { ok: true, typed } : { ok: false, problem: { why: "not-searchable" } };
}
