/**
 * Keys as plain text, and as the key file that other tools take.
 *
 * Text: for each key its title, its notes, and a line of dashes between two keys. Any other text is read too,
 * as one piece: what looks like a key in it is one. `encrypted_backup.key` holds one key and nothing else, so
 * there is one file for each.
 */
import { BACKUP_KEY_FILE_NAME, readKeyFile, writeKeyFile } from "../../backup/key-file.ts";
import type { Bytes } from "../../core/bytes.ts";
import { fail, type Result } from "../../core/errors.ts";
import { formatBackupKey } from "../../core/key/backup-key.ts";
import { startCollecting } from "../collect.ts";
import type { CopyEntry } from "../copy-entry.ts";
import { type Import, type ImportError, MOST_ENTRIES_READ } from "../found.ts";

const RULE = "-".repeat(40);
const RULES = /^-{8,40}$/m;

/** The whole file as text, with `\n` for line ends: a note may hold others. */
export function writeKeyText(entries: readonly CopyEntry[]): string {
  return entries.map(({ title, username, notes }) => `${title}\n${username}\n${notes}\n`).join(`${RULE}\n`);
}

/** Never throws. @param format - a text file, or what a code or typed rows gave. */
export function readTextImport(
  text: string,
  format: "text" | "by-hand" = "text",
): Result<Import, ImportError> {
  const pieces = text.replaceAll("\r\n", "\n").split(RULES);
  if (pieces.length > MOST_ENTRIES_READ) return fail("too-many-entries");
  const collector = startCollecting();
  for (const piece of pieces) {
    const notes = piece.trim();
    const username = notes.split("\n", 2)[1] ?? "";
    collector.add({ title: "", username, notes, createdAtMs: null, texts: [["text", notes]] });
  }
  return collector.result(format);
}

/** The 59 bytes, and the name under which other tools look for them. */
export function writeKeyFileCopy(entry: CopyEntry): { name: string; bytes: Bytes } {
  return { name: BACKUP_KEY_FILE_NAME, bytes: writeKeyFile(entry.key) };
}

/** Null for anything but `encrypted_backup.key`. */
export function readKeyFileCopy(bytes: Uint8Array): Import | null {
  const file = readKeyFile(bytes);
  if (file?.kind !== "backup-key") return null;
  const collector = startCollecting();
  const texts = [["key file", formatBackupKey(file.key)]] as const;
  collector.add({ title: "", username: "", notes: "", createdAtMs: null, texts });
  const found = collector.result("key-file");
  return found.ok ? found.value : null;
}
