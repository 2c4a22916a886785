/**
 * The 64-bit end of a ZIP with more entries than 16 bits can count, on a ZIP of a few: writing them all takes
 * long.
 */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { observe } from "../../src/backup/facts.ts";
import { addWideEnd, TOO_MANY_FOR_16_BITS } from "../../src/backup/zip-end.ts";
import { plain } from "../support/backup-files.ts";

const ZIP = Buffer.from(zipSync({ a: Buffer.from("first"), b: Buffer.from("second") }));
const END_AT = ZIP.length - 22;
const BEFORE = plain(ZIP.subarray(0, END_AT));
const END = plain(ZIP.subarray(END_AT));

async function through(count: number, ...pieces: Uint8Array<ArrayBuffer>[]): Promise<Buffer> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return Buffer.from(await new Response(source.pipeThrough(addWideEnd(() => count))).arrayBuffer());
}

/** As APPNOTE.TXT §4.3.14 and §4.3.15 have it. */
function wideEnd(entries: number): Buffer {
  const [bytes, at] = [ZIP.readUInt32LE(END_AT + 12), ZIP.readUInt32LE(END_AT + 16)];
  const wide = Buffer.alloc(76);
  wide.write("PK\x06\x06", 0, "latin1");
  wide.writeBigUInt64LE(44n, 4);
  wide.set([45, 0, 45, 0], 12);
  wide.writeBigUInt64LE(BigInt(entries), 24);
  wide.writeBigUInt64LE(BigInt(entries), 32);
  wide.writeBigUInt64LE(BigInt(bytes), 40);
  wide.writeBigUInt64LE(BigInt(at), 48);
  wide.write("PK\x06\x07", 56, "latin1");
  wide.writeBigUInt64LE(BigInt(at + bytes), 64);
  wide.writeUInt32LE(1, 72);
  return wide;
}

test("as many entries as 16 bits can count need none", async () => {
  expect(await through(TOO_MANY_FOR_16_BITS - 1, BEFORE, END)).toEqual(ZIP);
});

test("one more, and it stands before the usual end; it is what the facts go by", async () => {
  for (const count of [TOO_MANY_FOR_16_BITS, 70_000])
    expect(await through(count, BEFORE, END)).toEqual(Buffer.concat([BEFORE, wideEnd(count), END]));
  const crowded = plain(END);
  crowded.set([0xff, 0xff, 0xff, 0xff], 8);
  const entriesOf = (...parts: Uint8Array[]) => {
    const observer = observe();
    observer.see(plain(Buffer.concat(parts)));
    return observer.facts().entries;
  };
  expect(entriesOf(BEFORE, wideEnd(70_000), crowded)).toBe(70_000);
  expect(entriesOf(BEFORE, wideEnd(70_000), END)).toBe(2);
  expect(entriesOf(BEFORE, Buffer.alloc(76), crowded)).toBe(0xffff);
});

test("where it is there already it stays the only one", async () => {
  const wide = plain(wideEnd(70_000));
  expect(await through(70_000, BEFORE, wide, END)).toEqual(Buffer.concat([BEFORE, wide, END]));
  // A file's content of the same length is not an end.
  for (const at of [0, 2, 3]) {
    const content = plain(wide);
    content[at] = 1;
    const expected = Buffer.concat([content, BEFORE, wideEnd(70_000), END]);
    expect(await through(70_000, content, BEFORE, END)).toEqual(expected);
  }
});

test("what does not end like a ZIP is a bug", async () => {
  await expect(through(1, BEFORE)).rejects.toThrow(RangeError);
  await expect(through(1)).rejects.toThrow(RangeError);
});
