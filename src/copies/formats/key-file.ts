/**
 * `encrypted_backup.key`, which other tools take: one key in 59 bytes, and nothing else. WhatsApp's own `key`
 * for crypt14 looks alike, and holds none.
 */

import { fail } from "../../core/errors.ts";
import { formatBackupKey } from "../../core/key/backup-key.ts";
import { BACKUP_KEY_FILE_NAME, readKeyFile, writeKeyFile } from "../../core/key/key-file.ts";
import { startCollecting } from "../collect.ts";
import { FIT, type Format } from "./format-definition.ts";

export const keyFile = {
  id: "key-file",
  place: "file",
  encrypted: false,
  holdsOne: true,
  /** Under which other tools look for it. */
  fileName: () => BACKUP_KEY_FILE_NAME,
  recognise({ bytes }) {
    const file = readKeyFile(bytes);
    if (file?.kind === "crypt14-key") return file.kind;
    return file ? FIT.certain : FIT.none;
  },
  read({ bytes }) {
    const file = readKeyFile(bytes);
    if (file?.kind !== "backup-key") return fail("damaged");
    const collector = startCollecting();
    const texts = [["key file", formatBackupKey(file.key)]] as const;
    collector.add({ title: "", username: "", notes: "", createdAtMs: null, texts });
    return collector.result();
  },
  write([entry]) {
    if (!entry) throw new RangeError("a key file holds one key");
    return writeKeyFile(entry.key);
  },
} as const satisfies Format;
