/** Tells which format bytes are, by what they say and never by a file's name. */
import { findMagic } from "../backup/magic.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import { decodeText } from "./decode-text.ts";
import { FIT, type Format, type GivenFile } from "./formats/format-definition.ts";
import { FORMATS } from "./formats/registry.ts";
import { type ImportFailure, MOST_IMPORT_BYTES } from "./found.ts";
import { parseJson } from "./json-walk.ts";
import { findDelimiter, readFirstRow } from "./tables/csv.ts";

/** The file, or why there is no text in it: that decides if no format takes its bytes. */
function lookAt(bytes: Uint8Array): { file: GivenFile; noText: ImportFailure | null } {
  const look = findMagic(bytes)?.look;
  const decoded = look === undefined ? decodeText(bytes) : fail(look === "picture" ? look : "unknown-format");
  if (!decoded.ok)
    return { file: { bytes, text: null, json: undefined, head: [] }, noText: decoded.error.code };
  const text = decoded.value;
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
  return { file: { bytes, text, json, head: readFirstRow(text, findDelimiter(text)) }, noText: null };
}

export type Recognised = { format: Format; file: GivenFile };

/**
 * Never throws. @param bytes - the whole file; what is above {@link MOST_IMPORT_BYTES} need not be read from
 * disk.
 */
export function recogniseFile(
  bytes: Uint8Array,
  formats: readonly Format[] = FORMATS,
): Result<Recognised, ImportFailure> {
  if (bytes.length === 0) return fail("empty");
  if (bytes.length > MOST_IMPORT_BYTES) return fail("too-large");
  const { file, noText } = lookAt(bytes);
  let best: Format | null = null;
  let bestFit: number = FIT.none;
  for (const format of formats) {
    const fit = format.recognise(file);
    if (typeof fit === "string") return fail(fit);
    if (fit === FIT.certain) return ok({ format, file });
    if (fit === FIT.none || fit < bestFit) continue;
    best = format;
    bestFit = fit;
  }
  return best ? ok({ format: best, file }) : fail(noText ?? "unknown-format");
}
