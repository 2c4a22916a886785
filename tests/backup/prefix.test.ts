/** The header's fields, one by one: what is read from each, and what is refused. */
import { describe, expect, test } from "vitest";
import { type Prefix, readPrefix } from "../../src/backup/prefix.ts";
import { lastBytes, lastNumber, readMessage, readVarint } from "../../src/backup/protobuf.ts";
import { bytes, makeBackup, noise, number, plain, varint } from "../support/backup-files.ts";

const KEY = noise(32);
const IV = noise(16);
const OTHER_IV = noise(16);
const endToEnd = bytes(3, bytes(1, IV));
const own = bytes(2, bytes(5, OTHER_IV));

const reading = (...fields: Uint8Array[]) => {
  const message = Buffer.concat(fields);
  return readPrefix(plain(Buffer.concat([varint(message.length), message, noise(99)])), 1e6);
};
function prefixOf(...fields: Uint8Array[]): Prefix {
  const read = reading(...fields);
  if (!read.ok) throw new Error(read.why);
  return read.prefix;
}
const metadata = (...fields: Uint8Array[]) => prefixOf(endToEnd, bytes(4, Buffer.concat(fields)));

describe("of two IVs", () => {
  test("the one for end-to-end encryption counts, unless the header says that there is none", () => {
    for (const fields of [[endToEnd], [endToEnd, own], [number(1, 1), endToEnd, own]])
      expect(prefixOf(...fields)).toMatchObject({ kind: "crypt15", iv: plain(IV) });
    for (const fields of [[own], [number(1, 0), endToEnd, own]])
      expect(prefixOf(...fields)).toMatchObject({ kind: "crypt14", iv: plain(OTHER_IV) });
    expect(prefixOf(number(1, 0), endToEnd).kind).toBe("crypt15");
  });

  test("none of another length counts", () => {
    for (const iv of [noise(15), noise(17)]) expect(reading(bytes(3, bytes(1, iv))).ok).toBe(false);
  });
});

test("the secret is the one that the header names", () => {
  const secretOf = (type: number) => prefixOf(endToEnd, number(6, type)).secret;
  expect([0, 1, 2, 3, 4, 5].map(secretOf)).toEqual([
    "whatsapp",
    null,
    "password",
    "64-digit-key",
    "passkey",
    null,
  ]);
  expect([prefixOf(endToEnd).secret, prefixOf(own).secret]).toEqual([null, "whatsapp"]);
});

test("version and phone ending are printable, bounded and of the right letters, or none", () => {
  const versionOf = (text: string) => metadata(bytes(1, text)).appVersion;
  expect(versionOf("v".repeat(64))).toBe("v".repeat(64));
  for (const text of ["", "v".repeat(65), "2.26\n", "2.26\x7f", "2.26é"]) expect(versionOf(text)).toBeNull();
  const endingOf = (text: string) => metadata(bytes(3, text)).phoneEnding;
  expect(["7", "1234", "", "12345", "a1", "1a"].map(endingOf)).toEqual(["7", "1234", null, null, null, null]);
  expect(metadata()).toMatchObject({ appVersion: null, phoneEnding: null });
});

test("a crypt12 file that ends before its ciphertext is cut", () => {
  const file = makeBackup(KEY, { kind: "crypt12" });
  for (const [length, size] of [
    [66, 66],
    [66, 1000],
    [67, 66],
  ] as const)
    expect(readPrefix(file.subarray(0, length), size)).toEqual({ ok: false, why: "cut" });
  expect(readPrefix(file.subarray(0, 67), 67).ok).toBe(true);
  for (const version of [0, 0x10]) {
    const font = Uint8Array.from(file);
    font[2] = version;
    expect(readPrefix(font, font.length).ok).toBe(false);
  }
});

describe("a message", () => {
  const read = (message: Uint8Array, length = message.length) => readMessage(message, length);

  test.each([
    ["a number that never ends", Buffer.concat([Buffer.of(8), Buffer.alloc(11, 0xff)])],
    ["a length that never ends", Buffer.concat([Buffer.of(10), Buffer.alloc(11, 0xff)])],
    ["a tag that never ends", Buffer.alloc(11, 0xff)],
    ["field number 0", Buffer.of(0, 1)],
    ["a field number over 29 bits", Buffer.concat([varint(0x20000000 * 8), Buffer.of(1)])],
    ["a group", Buffer.of(0x0b)],
  ])("with %s is none", (_, message) => {
    expect(read(message)).toBeNull();
  });

  test("that is whole, or cut within any of its fields, gives those before", () => {
    const [first, second] = [number(1, 300), bytes(2, "abc")];
    const whole = Buffer.concat([first, second, Buffer.of(0x79), noise(8), Buffer.of(0x7d), noise(4)]);
    expect(read(whole)).toMatchObject({ whole: true, fields: [{ value: 300 }, { kind: "bytes" }] });
    for (let end = 0; end < whole.length; end++) {
      const cut = read(whole.subarray(0, end), whole.length);
      const count = end < first.length ? 0 : end < first.length + second.length ? 1 : 2;
      expect([cut?.whole, cut?.fields.length], `at ${end}`).toEqual([false, count]);
      // Its own length says that nothing follows: then it ends between two fields, or is none.
      const isEnd = [0, first.length, first.length + second.length, whole.length - 5].includes(end);
      expect(read(whole.subarray(0, end)) !== null, `ends at ${end}`).toBe(isEnd);
    }
  });

  test("with the largest field number there is, and one whose last of several counts, each by its kind", () => {
    expect(read(number(0x1fffffff, 7))?.fields).toMatchObject([{ number: 0x1fffffff, value: 7 }]);
    const fields =
      read(Buffer.concat([number(1, 7), number(1, 8), bytes(1, "a"), number(2, 9)]))?.fields ?? [];
    expect([lastNumber(fields, 1), lastNumber(fields, 3)]).toEqual([8, null]);
    expect([lastBytes(fields, 1), lastBytes(fields, 2)]).toEqual([Buffer.from("a"), null]);
  });
});

test("a varint has at most ten bytes, and more than 2⁵³ is without bound", () => {
  expect(readVarint(varint(2 ** 40 + 3), 0)).toEqual({ value: 2 ** 40 + 3, next: 6 });
  expect(readVarint(Buffer.concat([Buffer.alloc(9, 0xff), Buffer.of(1)]), 0)).toEqual({
    value: Number.POSITIVE_INFINITY,
    next: 10,
  });
  expect(readVarint(Buffer.concat([Buffer.alloc(10, 0xff), Buffer.of(1)]), 0)).toBeNull();
  expect(readVarint(Buffer.alloc(3, 0xff), 0)).toBe("cut");
});
