/** Bytes to text: UTF-8 with or without its mark. UTF-16 and UTF-32 are told apart from damage, as a remedy exists. */
import { fail, ok, type Result } from "../core/errors.ts";
import type { ImportError } from "./found.ts";

/** As many bytes decide whether zero bytes alternate, as in UTF-16 without a mark. */
const LOOKED_AT = 512;

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return bytes.subarray(0, LOOKED_AT).includes(0);
}

/** Never throws. The mark goes. */
export function decodeText(bytes: Uint8Array): Result<string, Extract<ImportError, "wrong-encoding">> {
  if (looksLikeUtf16(bytes)) return fail("wrong-encoding");
  try {
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fail("wrong-encoding");
  }
}
