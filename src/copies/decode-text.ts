/**
 * Bytes to text: UTF-8 with or without its mark.
 *
 * UTF-16 (Notepad, PowerShell, spreadsheets) and eight-bit texts get a code of their own, because the user
 * can save them again as UTF-8. They are not converted: a wrong guess would change labels silently.
 */
import { fail, ok, type Result } from "../core/errors.ts";
import type { ImportError } from "./found.ts";

/** So many bytes are looked at to decide. */
const LOOKED_AT = 512;

const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20);

/** Its mark, or zeros at every second place and nowhere else. */
function looksLikeUtf16(head: Uint8Array): boolean {
  const [a, b] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const zeros = (parity: number) => head.filter((byte, i) => i % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  return head.length >= 4 && Math.min(even, odd) === 0 && Math.max(even, odd) > head.length / 4;
}

/** Never throws. The byte order mark is removed. */
export function decodeText(
  bytes: Uint8Array,
): Result<string, Extract<ImportError, "wrong-encoding" | "unknown-format">> {
  const head = bytes.subarray(0, LOOKED_AT);
  if (looksLikeUtf16(head)) return fail("wrong-encoding");
  if (head.some(isControl)) return fail("unknown-format");
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fail("wrong-encoding");
  }
}
