/**
 * The 64-bit end of a ZIP that has more entries than 16 bits can count.
 *
 * client-zip writes that end where a size or an offset needs it, never for the number of entries. Layout:
 * APPNOTE.TXT §4.3.14 (the record, 56 bytes), §4.3.15 (its locator, 20), §4.3.16 (the usual end, 22).
 */

/** From this number of entries on, the usual end holds this number, which means "see the 64-bit end". */
export const TOO_MANY_FOR_16_BITS = 0xffff;

const END_BYTES = 22;
const WIDE_END = 0x06064b50;
const LOCATOR = 0x07064b50;
const VERSION = 45;

/** The record and its locator, 76 bytes, for the usual end that follows them. */
function wideEndFor(end: Uint8Array, entries: number): Uint8Array {
  const usual = new DataView(end.buffer, end.byteOffset, end.length);
  const [directoryBytes, directoryAt] = [usual.getUint32(12, true), usual.getUint32(16, true)];
  const wide = new DataView(new ArrayBuffer(76));
  wide.setUint32(0, WIDE_END, true);
  wide.setBigUint64(4, 44n, true);
  wide.setUint16(12, VERSION, true);
  wide.setUint16(14, VERSION, true);
  for (const at of [24, 32]) wide.setBigUint64(at, BigInt(entries), true);
  wide.setBigUint64(40, BigInt(directoryBytes), true);
  wide.setBigUint64(48, BigInt(directoryAt), true);
  wide.setUint32(56, LOCATOR, true);
  wide.setBigUint64(64, BigInt(directoryAt + directoryBytes), true);
  wide.setUint32(72, 1, true);
  return new Uint8Array(wide.buffer);
}

/**
 * Puts the 64-bit end into a ZIP as client-zip makes it, piece by piece, where the number of entries asks for
 * it and it is not there already.
 *
 * @param countEntries - asked once, when the ZIP has come to its end.
 */
export function addWideEnd(countEntries: () => number): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array | null = null;
  let isWide = false;
  return new TransformStream({
    transform(piece, controller) {
      if (held) controller.enqueue(held);
      held = piece;
      const isRecord = piece.length === 76 && piece[0] === 0x50 && piece[2] === 6 && piece[3] === 6;
      isWide ||= isRecord;
    },
    flush(controller) {
      if (held?.length !== END_BYTES) throw new RangeError("no end of a ZIP");
      const entries = countEntries();
      if (entries >= TOO_MANY_FOR_16_BITS && !isWide) controller.enqueue(wideEndFor(held, entries));
      controller.enqueue(held);
    },
  });
}
