import { wipe } from "../../core/bytes.ts";
import { formatBackupKey } from "../../core/key/backup-key.ts";
import { readKeyText } from "../../core/key/key-text.ts";

/** The key that a code holds, as 64 lower-case hex digits; null for all else that a code may say. */
export function keyInCode(text: string): string | null {
  const { key } = readKeyText(text);
  if (key === null) return null;
  const hex = formatBackupKey(key);
  wipe(key);
  return hex;
}
