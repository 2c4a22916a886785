/**
 * Finds 64-digit keys in any text: bare, or in groups of equal length, several of them, between other words.
 *
 * Nothing is guessed: a token is a run of letters and digits; 64 hex characters are a key; so is a run of
 * tokens of one length (2, 4, 8, 16 or 32) that makes 64 characters, or whole keys one after the other. Where
 * more groups stand in a row than make whole keys (`2026` before the first group, say), lines decide, and
 * only if they leave one reading. A short text without such a key is read as `key-text.ts` reads it. Keys with
 * typos are not looked for.
 */

import { hexToBytes } from "../core/bytes.ts";
import { type BackupKey, formatBackupKey } from "../core/key/backup-key.ts";
import { KEY_DIGITS } from "../core/key/key-rows.ts";
import { readKeyText } from "../core/key/key-text.ts";

/** 64 digits at two units each, as the mathematical ones are, take 128. Counted: see `xml.ts`. */
const TOKEN = /[\p{L}\p{N}]{1,129}|[\r\n]/gu;
const LONGEST_TOKEN = 128;
const GROUP = /^(?:[0-9a-f]{2}|[0-9a-f]{4}|[0-9a-f]{8}|[0-9a-f]{16}|[0-9a-f]{32})$/;
const BARE = /^[0-9a-f]{64}$/;

/** Longer text is no note with one key. */
const LONGEST_LAID_OUT = 4096;

/** Groups of one length that follow each other, parted by lines. */
type Run = { length: number; lines: string[][] };

/** The one way to take whole lines that make a key; none when there are two. */
function keyByLines({ length, lines }: Run): string[] {
  const wanted = KEY_DIGITS / length;
  const readings: string[] = [];
  for (let first = 0; first < lines.length && readings.length < 2; first++) {
    let count = 0;
    for (let last = first; last < lines.length && count < wanted; last++) {
      count += lines[last]?.length ?? 0;
      if (count === wanted)
        readings.push(
          lines
            .slice(first, last + 1)
            .flat()
            .join(""),
        );
    }
  }
  return readings.length === 1 ? readings : [];
}

function keysOf(run: Run): string[] {
  const digits = run.lines.flat().join("");
  if (digits.length < KEY_DIGITS) return [];
  return digits.length % KEY_DIGITS === 0 ? (digits.match(/.{64}/g) ?? []) : keyByLines(run);
}

/** Every key in the text, in order, each once. Takes time in proportion to the text. Never throws. */
export function findKeys(text: string): BackupKey[] {
  const found = new Set<string>();
  let run: Run = { length: 0, lines: [[]] };
  const close = () => {
    for (const hex of keysOf(run)) found.add(hex);
    run = { length: 0, lines: [[]] };
  };
  let wordEnd = -1;
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    const isBreak = written === "\n" || written === "\r";
    const isTooLong = written.length > LONGEST_TOKEN || index === wordEnd;
    wordEnd = isBreak ? -1 : index + written.length;
    // One by one: NFKC can make a text eighteen times as long.
    const token = isTooLong && !isBreak ? "" : written.normalize("NFKC").toLowerCase();
    if (isBreak) {
      if (run.lines.at(-1)?.length !== 0) run.lines.push([]);
    } else if (GROUP.test(token)) {
      if (token.length !== run.length) close();
      run.length = token.length;
      run.lines.at(-1)?.push(token);
    } else {
      close();
      if (BARE.test(token)) found.add(token);
    }
  }
  close();
  const isShort = text.length <= LONGEST_LAID_OUT && (text.match(/[0-9a-f]/gi)?.length ?? 0) >= KEY_DIGITS;
  // Lettered and numbered rows, `0x`, lists of bytes: what the box for one key takes.
  const laidOut = found.size === 0 && isShort ? readKeyText(text).key : null;
  return laidOut ? [laidOut] : Array.from(found, hexToBytes);
}

/** {@link findKeys}, told whether the text can hold one at all: cheap for the many short cells of a table. */
export function mayHoldKey(text: string): boolean {
  return text.length >= KEY_DIGITS;
}

/** Does the text hold this key? */
export function holdsKey(text: string, key: BackupKey): boolean {
  const hex = formatBackupKey(key);
  return findKeys(text).some((other) => formatBackupKey(other) === hex);
}
