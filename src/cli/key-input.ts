/**
 * Reads keys from the bytes of standard input or a file, and names the line of a typo.
 *
 * Pure: takes bytes, gives keys or the position of the typo. What is a key is decided in `core/key`.
 */
import { readTypedText, type Typed } from "../backup/candidates.ts";
import { bytesToHex } from "../core/bytes.ts";
import { readGiven } from "../core/key/given-keys.ts";
import type { KeyFile } from "../core/key/key-file.ts";
import { type KeyTextProblem, readKeysInText, readKeyText } from "../core/key/key-text.ts";

/** A 64-digit key, or WhatsApp's own AES key for crypt12 and crypt14. */
export type KeyInHand = KeyFile;

export type KeyProblem =
  | { why: "empty" }
  /** `line` counts from 1. Null: the whole text. */
  | { why: "typo"; line: number | null; problem: KeyTextProblem | null }
  | { why: "not-searchable"; count: number };

export type KeysReading = { ok: true; keys: KeyInHand[] } | { ok: false; problem: KeyProblem };

/** The longest input that is read. A thousand keys fit. */
export const LONGEST_KEY_INPUT = 128 * 1024;

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

/** Reads one key or several. */
export function readKeys(bytes: Uint8Array): KeysReading {
  const given = readGiven(bytes);
  if (given.kind === "file") return { ok: true, keys: [given.file] };
  if (given.kind === "problem") return wrong(null, given.problem);
  if (given.text.trim() === "") return { ok: false, problem: { why: "empty" } };
  const keys = readKeysInText(given.text);
  if (keys.length === 0) return { ok: false, problem: typoIn(given.text) };
  return { ok: true, keys: keys.map((key) => ({ kind: "backup-key", key })) };
}

function wrong(line: number | null, problem: KeyTextProblem | null): KeysReading {
  return { ok: false, problem: { why: "typo", line, problem } };
}

/** The typo in text that has no key, or no key in one of its parts. */
function typoIn(text: string): KeyProblem {
  const blocks = blocksOf(text);
  for (const block of blocks) {
    const whole = readKeyText(block.text);
    if (readKeysInText(block.text).length > 0) continue;
    const read = block.text.split("\n").map((line) => readKeyText(line));
    // If no line is a key, the lines are the rows of one key.
    const isOne = read.length === 1 || read.every(({ key }) => key === null);
    const at = isOne ? 0 : read.findIndex(({ key }) => key === null);
    const problem = isOne ? whole.problem : (read[at]?.problem ?? null);
    return { why: "typo", line: blocks.length === 1 && isOne ? null : block.line + at, problem };
  }
  return { why: "typo", line: null, problem: readKeyText(text).problem };
}

export type TypedReading = { ok: true; typed: Typed; replaced: number } | { ok: false; problem: KeyProblem };

/** Reads a key for `repair`: 60 to 80 digits, `?` for an unreadable one, or a key file. */
export function readTypedKey(bytes: Uint8Array): TypedReading {
  const given = readGiven(bytes);
  const key = given.kind === "file" && given.file.kind === "backup-key" ? given.file.key : null;
  const text = key ? bytesToHex(key) : given.kind === "text" ? given.text : null;
  if (text?.trim() === "") return { ok: false, problem: { why: "empty" } };
  if (text === null && given.kind !== "text") {
    const problem = given.kind === "problem" ? given.problem : ({ kind: "crypt14-key" } as const);
    return { ok: false, problem: { why: "typo", line: null, problem } };
  }
  const { typed, count, replaced } = readTypedText(text ?? "");
  return typed ? { ok: true, typed, replaced } : { ok: false, problem: { why: "not-searchable", count } };
}
