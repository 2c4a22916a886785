/** What our pages ask about backup files. Bytes are base64 of a bounded length. */
import * as v from "valibot";
import { exact, id, keyHex, type TypeOf, text } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";
import type { BackupAttempt } from "../page.ts";

const IV_BYTES = 16;
const LONGEST_START = 1024;
/** Ciphertext of at most 16 MiB, its tag and an MD5. */
const LONGEST_DATA = 16 * 1024 * 1024 + 32;
const LONGEST_METADATA = 65_536;

/** Base64 of 1 to `most` bytes; whether it is canonical shows when it is read. */
const base64 = (most: number) => text(Math.ceil(most / 3) * 4, 1);

/** What a derived key opens; `mediaHash`: SHA-256, 64 lower-case hex characters. */
const backup = exact({ use: v.literal("backup") });
const media = exact({ use: v.literal("media"), mediaHash: keyHex });
const metadata = exact({ use: v.literal("media-metadata") });

/**
 * A part of a backup file on which every key is tested: the first ciphertext, a whole ciphertext with the
 * bytes after it, or a metadata file.
 */
const challenge = v.union([
  exact({ ask: v.literal("start"), iv: base64(IV_BYTES), start: base64(LONGEST_START) }),
  v.pipe(
    exact({
      ask: v.literal("tag"),
      purpose: v.union([backup, media]),
      iv: v.nullable(base64(IV_BYTES)),
      data: base64(LONGEST_DATA),
    }),
    // A backup brings its IV, media has none of its own.
    v.check(({ purpose, iv }) => (purpose.use === "media") === (iv === null)),
  ),
  exact({ ask: v.literal("metadata"), file: base64(LONGEST_METADATA) }),
]);
export type BackupChallenge = TypeOf<typeof challenge>;

export const BACKUP_REQUESTS = [
  /** Tests every key, old and deleted ones too, and stores which of them fit. */
  defineRequest("backup.test", {
    payload: () => exact({ challenge }),
    answer: answer<{ attempts: BackupAttempt[] }>(),
    isUse: true,
    changesState: true,
  }),
  /** The derived key of one entry for one act, base64: 32 bytes (backup), 48 (media), 64 (metadata). */
  defineRequest("backup.derive", {
    payload: () => exact({ id, purpose: v.union([backup, media, metadata]) }),
    answer: answer<{ bytes: string }>(),
    isUse: true,
    changesState: false,
  }),
] as const;
