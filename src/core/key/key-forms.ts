/**
 * Finds whole 64-digit keys in text as people keep it: rows and groups of every layout, labels, quotes,
 * `key=`, `0x`, colons, commas, lettered and numbered rows, JSON, tables, the entries of password managers,
 * and key files as `xxd -p` prints them.
 *
 * Nothing is guessed and no digit is left out: a reading is used only if it is the only one. What names itself
 * a checksum is none. Texts with a typo give a problem, never a key.
 */
import { bytesToHex, hexToBytes } from "../bytes.ts";
import { isRegular, readDigitLine } from "./digit-lines.ts";
import { readKeyFile } from "./key-file.ts";
import { readChecked, readLettered, readNumbered } from "./key-marks.ts";
import { KEY_DIGITS } from "./key-rows.ts";
import type { FormProblem } from "./key-text.ts";

/** The hex digits of the keys in the order of the text; or why there are none, null: no form fits. */
export type Forms = { hexes: string[]; problem: FormProblem | null };

const NONE: Forms = { hexes: [], problem: null };
/** Names of values that look like keys and are none. */
const NO_KEY =
  /sha-?\d|md5|hash|sums?\b|checksum|digest|fingerprint|\bcrc|blake|hmac|signature|commit|\bmac\b|\bsalt|\biv\b|nonce|prüfsumme/iu;
const HASH_LINE = /^[0-9a-f]{64}[ \t]+\*?\S/i;
/** 64 digits that are the whole value of a cell, a property or an element, or stand behind words. */
const CELL = /(?<=^|[,;\t"'>]|[:=][ \t]*)(?:0x)?([0-9a-f]{64})(?=$|[,;\t"'<])/gi;
const BEHIND_WORDS = /^[^:=]*[^\s0-9a-f:=][ \t]+(?:0x)?([0-9a-f]{64})$/i;
const MOST_VALUES = 10_000;
/** Labelled values of other lengths are something else: a PIN, a longer or a shorter hash. */
const FEWEST_LIKE_A_KEY = 56;
const MOST_LIKE_A_KEY = 72;

/** A key file's 59 bytes or 158 in hex, as `xxd -p` prints them. */
function readHexDump(text: string): Forms {
  const digits = text.replace(/\s+/g, "");
  if (!/^aced0005[0-9a-f]+$/i.test(digits) || digits.length % 2 !== 0) return NONE;
  const file = readKeyFile(hexToBytes(digits.toLowerCase()));
  if (!file) return { hexes: [], problem: { kind: "unclear" } };
  if (file.kind === "backup-key") return { hexes: [bytesToHex(file.key)], problem: null };
  return { hexes: [], problem: { kind: "crypt14-key" } };
}

function isBytes(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length === KEY_DIGITS / 2 &&
    value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)
  );
}

/** Every string of a JSON text, and every list of strings or of 32 bytes, by the name that it has there. */
function readJson(text: string): Forms {
  if (!/^\s*[[{]\s*["{[\]}0-9-]/.test(text)) return NONE;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return NONE;
  }
  const hexes: string[] = [];
  let visited = 0;
  const visit = (name: string, value: unknown, depth: number): void => {
    if (++visited > MOST_VALUES || depth > 20 || NO_KEY.test(name)) return;
    if (isBytes(value)) {
      hexes.push(bytesToHex(Uint8Array.from(value)));
    } else if (typeof value === "string") {
      hexes.push(...readLines(value).hexes);
    } else if (Array.isArray(value)) {
      const joined = value.every((part) => typeof part === "string") ? readLines(value.join("\n")).hexes : [];
      hexes.push(...joined);
      if (joined.length === 0) for (const part of value) visit(name, part, depth + 1);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(key, part, depth + 1);
    }
  };
  visit("", parsed, 0);
  return { hexes, problem: hexes.length === 0 ? { kind: "no-key" } : null };
}

/** Lines of digits that follow each other. `label`: of the first of them. */
type Run = { label: string; lines: string[][]; isFirstApart: boolean };

const lengthOf = (lines: readonly (readonly string[])[]): number => lines.flat().join("").length;

/** The keys that a run holds: one on each line, or several lines for each. */
function keysOfRun({ lines, isFirstApart }: Run): string[] {
  if (lines.every((groups) => lengthOf([groups]) === KEY_DIGITS && isRegular([groups])) && !isFirstApart)
    return lines.map((groups) => groups.join(""));
  const count = lengthOf(lines) / KEY_DIGITS;
  const each = lines.length / count;
  if (isFirstApart || count < 1 || !Number.isInteger(count) || !Number.isInteger(each)) return [];
  const keys = Array.from({ length: count }, (_, at) => lines.slice(at * each, (at + 1) * each));
  const isWhole = keys.every((part) => lengthOf(part) === KEY_DIGITS && isRegular(part));
  return isWhole ? keys.map((part) => part.flat().join("")) : [];
}

function problemOf({ lines }: Run): FormProblem | null {
  const count = lengthOf(lines);
  return count === KEY_DIGITS ? { kind: "unclear" } : null;
}

/** Runs between blank lines are keys; if they are none, they are the rows of one, set far apart. */
function keysOfRuns(runs: readonly Run[]): Forms {
  const found = runs.map(keysOfRun);
  if (found.every((keys) => keys.length > 0)) return { hexes: found.flat(), problem: null };
  const [first] = runs;
  const isOne = runs.slice(1).every(({ label, isFirstApart }) => label === "" && !isFirstApart);
  const joined = first && { ...first, lines: runs.flatMap(({ lines }) => lines) };
  const keys = joined && isOne ? keysOfRun(joined) : [];
  if (keys.length > 0) return { hexes: keys, problem: null };
  return { hexes: [], problem: (joined && problemOf(joined)) ?? null };
}

/** Keys in a line that has more than digits. */
function keysInWords(line: string): string[] {
  if (NO_KEY.test(line) || HASH_LINE.test(line.trim())) return [];
  const behind = BEHIND_WORDS.exec(line.trim())?.[1];
  const cells = [...line.matchAll(CELL)].map(([, hex = ""]) => hex);
  return (behind === undefined ? cells : [behind]).map((hex) => hex.toLowerCase());
}

function readLines(text: string): Forms {
  const lines = text.split(/\r\n|\n|\r|\u2028|\u2029/);
  const filled = lines.filter((line) => /\S/.test(line));
  for (const marked of [readLettered(filled), readChecked(filled), readNumbered(filled)])
    if (marked) return "hexes" in marked ? { ...marked, problem: null } : { hexes: [], ...marked };
  const hexes: string[] = [];
  let problem: FormProblem | null = null;
  let runs: Run[] = [];
  let isBlank = false;
  const close = () => {
    if (runs.length === 0) return;
    const read = keysOfRuns(runs);
    const count = runs.reduce((sum, { lines: each }) => sum + lengthOf(each), 0);
    const isOther =
      runs.length === 1 && runs[0]?.label !== "" && (count < FEWEST_LIKE_A_KEY || count > MOST_LIKE_A_KEY);
    hexes.push(...read.hexes);
    if (read.hexes.length === 0 && !isOther) problem ??= read.problem ?? { kind: "typo", count };
    runs = [];
  };
  for (const line of lines) {
    if (!/\S/.test(line)) {
      isBlank = true;
      continue;
    }
    const { label, groups, isFirstApart } = readDigitLine(line);
    const last = runs.at(-1);
    if (groups.length === 0 || NO_KEY.test(label)) {
      close();
      hexes.push(...keysInWords(line));
      if (HASH_LINE.test(line.trim())) problem ??= { kind: "hash-list" };
    } else if (label !== "") {
      close();
      runs.push({ label, lines: [groups], isFirstApart });
    } else if (last && !isBlank) {
      last.lines.push(groups);
      last.isFirstApart ||= isFirstApart;
    } else {
      runs.push({ label, lines: [groups], isFirstApart });
    }
    isBlank = false;
  }
  close();
  return { hexes: problem ? [] : hexes, problem };
}

/** @param text - normalised (NFKC). Never throws. Takes time in proportion to the text. */
export function readForms(text: string): Forms {
  for (const read of [readHexDump, readJson]) {
    const found = read(text);
    if (found !== NONE) return found;
  }
  return readLines(text);
}
