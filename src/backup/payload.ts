/**
 * How a decrypted payload begins: what shows that a key fits without reading the file.
 *
 * Payloads are zlib (`78 01`, `78 5E`, `78 9C`, `78 DA`) of SQLite, ZIP, JSON or WebP, or a raw ZIP
 * (docs/backup-files.md §4, §5). Under a wrong key the bytes are random. The chance that such bytes look
 * known: SQLite 2⁻¹³⁹ (11 bits of zlib header, then 16 fixed bytes), a ZIP inside zlib 2⁻⁴³, a raw ZIP 2⁻³².
 * A search through half a million keys asks the tag as well (`repair.ts`). Two bytes would not do: 2⁻¹⁵ each.
 * JSON and WebP have no such beginning; those files are small, and their tag answers.
 */
import type { Bytes } from "../core/bytes.ts";
import { latin1 } from "./magic.ts";

/** The formats that are known by how they begin. */
export type PayloadKind = "sqlite" | "zip";

export type PayloadStart =
  /** Begins like a payload of this kind. */
  | { fit: "known"; kind: PayloadKind; zlib: boolean }
  /** Inflates without a fault, to something not known. Only the tag can tell. */
  | { fit: "plausible"; zlib: true }
  | { fit: "none" };

/** Ciphertext needed: a SQLite header takes at most some 600 compressed bytes. */
export const START_BYTES = 1024;

const SQLITE = "SQLite format 3\0";
const NONE: PayloadStart = { fit: "none" };
const INFLATED_ENOUGH = 16;
const INFLATE_STEP = 16;

/** RFC 1950 §2.2: deflate, a window of at most 32 KiB, the check bits, no dictionary. */
export function hasZlibHeader(bytes: Uint8Array): boolean {
  return isZlibHeader(bytes[0] ?? 0, bytes[1] ?? 0);
}

export function isZlibHeader(cmf: number, flags: number): boolean {
  return (cmf & 0x0f) === 8 && cmf >> 4 <= 7 && (flags & 0x20) === 0 && (cmf * 256 + flags) % 31 === 0;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && latin1(bytes, 0, 4) === "PK\x03\x04";
}

/**
 * The first inflated bytes, at least {@link INFLATED_ENOUGH} where there are as many; empty when it is no
 * deflate.
 *
 * Fed in small steps, each read before the next: a fault further on, damage or the tag after a short payload,
 * must not take away what came out before it.
 */
async function inflateStart(zlib: Bytes): Promise<Uint8Array> {
  const out: number[] = [];
  const { readable, writable } = new DecompressionStream("deflate");
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  writer.closed.catch(() => undefined);
  const reading = (async () => {
    for (let part = await reader.read(); part.value; part = await reader.read())
      out.push(...part.value.subarray(0, INFLATED_ENOUGH));
  })().catch(() => undefined);
  try {
    for (let at = 0; at < zlib.length && out.length < INFLATED_ENOUGH; at += INFLATE_STEP)
      await writer.write(zlib.slice(at, at + INFLATE_STEP));
    // This is only the beginning of a stream, so the fault at its end is expected. All output came before it.
    await writer.close();
  } catch {
    // no deflate, or not from here on
  }
  await reading;
  return Uint8Array.from(out);
}

function readInflated(bytes: Uint8Array): PayloadStart {
  if (latin1(bytes, 0, 16) === SQLITE) return { fit: "known", kind: "sqlite", zlib: true };
  if (isZip(bytes)) return { fit: "known", kind: "zip", zlib: true };
  return { fit: "plausible", zlib: true };
}

/** @param plaintext - the first {@link START_BYTES} of the decrypted payload, or all of a shorter one. */
export async function readPayloadStart(plaintext: Bytes): Promise<PayloadStart> {
  if (isZip(plaintext)) {
    return { fit: "known", kind: "zip", zlib: false };
  }
  if (!hasZlibHeader(plaintext)) return NONE;
  const inflated = await inflateStart(plaintext);
  return inflated.length === 0 ? NONE : readInflated(inflated);
}
