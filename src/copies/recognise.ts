/** Tells which format bytes are, by what they say and never by a file's name. */
import { readKeyFile } from "../backup/key-file.ts";
import { findMagic } from "../backup/magic.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import { beginsWith, EXPORT_MAGIC, SEALED_MAGIC } from "../core/sealed/keyring-file.ts";
import { decodeText } from "./decode-text.ts";
import { isBitwarden } from "./formats/bitwarden.ts";
import { findDelimiter, readFirstRow } from "./formats/csv.ts";
import { isHead, recogniseHead } from "./formats/csv-formats.ts";
import { parseJson, valueAt } from "./formats/json-walk.ts";
import type { OwnFormat } from "./formats/own-files.ts";
import { type CopyFormat, type ImportError, MOST_IMPORT_BYTES, type OtherFile } from "./found.ts";
import { kdbxSignature } from "./kdbx/kdbx-header.ts";

/** What lies there, read as far as no password is needed. */
export type Recognised =
  | { format: "kdbx" | "key-file" | OwnFormat | OtherFile }
  | { format: "bitwarden" | "bitwarden-protected" | "json"; value: unknown }
  | {
      format: Exclude<
        CopyFormat,
        "kdbx" | "key-file" | "bitwarden" | "bitwarden-protected" | "json" | "by-hand" | OwnFormat
      >;
      text: string;
    };

/** Begins as only JSON does: if it does not parse it is damaged, not a text. */
const SURELY_JSON = /^(?:\{\s{0,99}"|\[\s{0,99}[{["])/;

function recogniseJson(text: string): Result<Recognised, ImportError> | null {
  const start = text.trimStart().slice(0, 200);
  if (!/^[[{]/.test(start)) return null;
  const value = parseJson(text);
  if (value === undefined) return SURELY_JSON.test(start) ? fail("damaged") : null;
  if (!isBitwarden(value)) return ok({ format: "json", value });
  if (valueAt(value, "encrypted") === false) return ok({ format: "bitwarden", value });
  // Else it is sealed with the account's own key.
  if (valueAt(value, "passwordProtected") !== true) return fail("account-restricted");
  return ok({ format: "bitwarden-protected", value });
}

function recogniseText(bytes: Uint8Array): Result<Recognised, ImportError> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value;
  const json = recogniseJson(text);
  if (json) return json;
  const head = readFirstRow(text, findDelimiter(text));
  const format = isHead(head) ? (recogniseHead(head) ?? "csv") : "text";
  return ok({ format, text });
}

/**
 * Never throws. @param bytes - the whole file; what is above {@link MOST_IMPORT_BYTES} need not be read from
 * disk.
 */
export function recogniseCopy(bytes: Uint8Array): Result<Recognised, ImportError> {
  if (bytes.length === 0) return fail("empty");
  if (bytes.length > MOST_IMPORT_BYTES) return fail("too-large");
  const signature = kdbxSignature(bytes);
  if (signature !== null) return signature === "kdbx" ? ok({ format: "kdbx" }) : fail("unsupported");
  if (beginsWith(bytes, SEALED_MAGIC)) return ok({ format: "sealed-keyring" });
  if (beginsWith(bytes, EXPORT_MAGIC)) return ok({ format: "keyring-export" });
  const keyFile = readKeyFile(bytes);
  if (keyFile) return ok({ format: keyFile.kind === "backup-key" ? "key-file" : "crypt14-key" });
  const look = findMagic(bytes)?.look;
  if (look !== undefined) return look === "picture" ? ok({ format: "picture" }) : fail("unknown-format");
  return recogniseText(bytes);
}
