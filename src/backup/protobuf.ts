/**
 * Reads one protobuf message (the wire format only): what the header of a backup is made of.
 *
 * Source: protobuf.dev/programming-guides/encoding. Unknown fields are the caller's to skip, groups (wire
 * types 3 and 4, never used here) are refused. Values beyond 2⁵³ are clamped to infinity: none that we use
 * comes near.
 */

export type Field =
  | { number: number; kind: "number"; value: number }
  | { number: number; kind: "bytes"; value: Uint8Array };

/** Fields read before the bytes ended; `whole` is false when they ended before the message did. */
export type Message = { fields: Field[]; whole: boolean };

const CUT = "cut";

/** A varint of at most 10 bytes from `at`; null: malformed, `cut`: goes on beyond the bytes. */
export function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | "cut" | null {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return CUT;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) {
      return { value: Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY, next: at + i + 1 };
    }
  }
  return null;
}

/**
 * Reads the fields of a message.
 *
 * @param bytes - the message, or its beginning.
 * @param length - the message's own length in bytes, as its container says.
 * @returns null when it is not a message.
 */
export function readMessage(bytes: Uint8Array, length: number): Message | null {
  const fields: Field[] = [];
  let at = 0;
  while (at < length) {
    const tag = readVarint(bytes, at);
    if (tag === CUT) return cut(fields, bytes, length);
    if (tag === null || tag.next > length) return null;
    const number = Math.floor(tag.value / 8);
    if (number < 1 || number > 0x1fffffff) return null;
    const wire = tag.value % 8;
    if (wire === 0) {
      const varint = readVarint(bytes, tag.next);
      if (varint === CUT) return cut(fields, bytes, length);
      if (varint === null || varint.next > length) return null;
      fields.push({ number, kind: "number", value: varint.value });
      at = varint.next;
      continue;
    }
    let start = tag.next;
    let size = wire === 1 ? 8 : wire === 5 ? 4 : -1;
    if (wire === 2) {
      const prefix = readVarint(bytes, tag.next);
      if (prefix === CUT) return cut(fields, bytes, length);
      if (prefix === null) return null;
      start = prefix.next;
      size = prefix.value;
    }
    if (size < 0 || start + size > length) return null;
    if (start + size > bytes.length) return cut(fields, bytes, length);
    if (wire === 2) fields.push({ number, kind: "bytes", value: bytes.subarray(start, start + size) });
    at = start + size;
  }
  return { fields, whole: true };
}

/** What ended inside a field is cut only if there is more of the message to come. */
function cut(fields: Field[], bytes: Uint8Array, length: number): Message | null {
  return bytes.length < length ? { fields, whole: false } : null;
}

/**
 * The last number of a field, as protobuf has it for a field that is there twice; null when there is none.
 */
export function lastNumber(fields: readonly Field[], number: number): number | null {
  const found = fields.findLast((field) => field.number === number && field.kind === "number");
  return found?.kind === "number" ? found.value : null;
}

/** The last bytes of a field; null when there are none. */
export function lastBytes(fields: readonly Field[], number: number): Uint8Array | null {
  const found = fields.findLast((field) => field.number === number && field.kind === "bytes");
  return found?.kind === "bytes" ? found.value : null;
}

/**
 * The fields of an embedded message; those of one that is there several times are merged, as protobuf has it.
 *
 * @returns null when one of them is not a message, an empty list when there is none.
 */
export function nestedFields(fields: readonly Field[], number: number): Field[] | null {
  const merged: Field[] = [];
  for (const field of fields) {
    if (field.number !== number || field.kind !== "bytes") continue;
    const message = readMessage(field.value, field.value.length);
    if (!message) return null;
    merged.push(...message.fields);
  }
  return merged;
}
