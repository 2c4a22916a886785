/**
 * Keys from the bytes of a file or of standard input: a key file of WhatsApp, the bare 32 bytes, or text in
 * UTF-8 or UTF-16.
 *
 * Not done here: reading the text itself (`key-text.ts`), and opening a Sixtyfour file.
 */
import { bytesToUtf8 } from "../bytes.ts";
import { beginsWith, EXPORT_MAGIC, SEALED_MAGIC } from "../sealed/keyring-file.ts";
import { type BackupKey, KEY_BYTES } from "./backup-key.ts";
import { type KeyFile, readKeyFile } from "./key-file.ts";
import { type KeyTextProblem, readKeyText } from "./key-text.ts";

export type Given =
  | { kind: "file"; file: KeyFile }
  | { kind: "text"; text: string }
  | { kind: "problem"; problem: KeyTextProblem };

const LINE_END = 0x0a;
const RETURN = 0x0d;
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);

/** A line end that a terminal, an editor or `base64` has added. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== LINE_END) return bytes;
  return bytes.subarray(0, bytes.at(-2) === RETURN ? -2 : -1);
}

/** The order of UTF-16: by its mark, or by a zero at every second place, as ASCII has it. Null: it is none. */
function wideOrder(bytes: Uint8Array): "little" | "big" | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return "little";
  if (a === 0xfe && b === 0xff) return "big";
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = (parity: number) => bytes.filter((byte, i) => i % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even === 0 && odd > bytes.length / 4) return "little";
  return odd === 0 && even > bytes.length / 4 ? "big" : null;
}

/** This room knows no `TextDecoder`; a mark at the beginning separates groups, as white space does. */
function decodeWide(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const units = Array.from({ length: bytes.length >> 1 }, (_, i) => view.getUint16(2 * i, isLittle));
  return units.map((unit) => String.fromCharCode(unit)).join("");
}

/** Null: not printable. Labels in an eight-bit encoding come out with replacement characters. */
function decode(bytes: Uint8Array): string | null {
  const order = wideOrder(bytes);
  if (order) return decodeWide(bytes, order === "little");
  return bytes.some(isControl) ? null : bytesToUtf8(bytes);
}

/** Random bytes are no text: some have no meaning in UTF-8. */
function isText(bytes: Uint8Array): boolean {
  return wideOrder(bytes) !== null || !(decode(bytes)?.includes("\ufffd") ?? true);
}

/** Tells what the bytes are. Never throws. */
export function readGiven(bytes: Uint8Array): Given {
  const file = readKeyFile(bytes) ?? readKeyFile(withoutLineEnd(bytes));
  if (file) return { kind: "file", file };
  if (beginsWith(bytes, EXPORT_MAGIC) || beginsWith(bytes, SEALED_MAGIC))
    return { kind: "problem", problem: { kind: "sixtyfour-file" } };
  if (bytes.length === KEY_BYTES && !isText(bytes))
    return { kind: "file", file: { kind: "backup-key", key: Uint8Array.from(bytes) } };
  const text = decode(bytes);
  if (text === null) return { kind: "problem", problem: { kind: "not-text", bytes: bytes.length } };
  return { kind: "text", text };
}

/** Reads one 64-digit key. The problem is null where there is nothing at all. */
export function readGivenKey(
  bytes: Uint8Array,
): { ok: true; key: BackupKey } | { ok: false; problem: KeyTextProblem | null } {
  const given = readGiven(bytes);
  if (given.kind === "problem") return { ok: false, problem: given.problem };
  if (given.kind === "file")
    return given.file.kind === "backup-key"
      ? { ok: true, key: given.file.key }
      : { ok: false, problem: { kind: "crypt14-key" } };
  const { key, problem } = readKeyText(given.text);
  return key ? { ok: true, key } : { ok: false, problem };
}
