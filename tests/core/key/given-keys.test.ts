/** Bytes that may hold a key: files, raw bytes, text of several encodings. */
import { expect, test } from "vitest";
import { bytesToHex, hexToBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { readGivenKey } from "../../../src/core/key/given-keys.ts";
import { writeKeyFile } from "../../../src/core/key/key-file.ts";
import { EXPORT_MAGIC } from "../../../src/core/sealed/keyring-file.ts";

const KEY = "9c1e7f40b2d853a6e17a0c5f38d4926bb07e61f2a94c0d8358ef1b6a724dc935";
const raw = hexToBytes(KEY);
const FILE = writeKeyFile(raw);
const bytesOf = (...parts: (Uint8Array | string)[]) =>
  Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
const swapped = (bytes: Uint8Array) => Uint8Array.from(Buffer.from(bytes).swap16());
const OWN = hexToBytes(`aced0005757200025b42acf317f8060854e00200007870000000830001${"11".repeat(129)}`);
const read = (bytes: Uint8Array) => {
  const given = readGivenKey(bytes);
  return given.ok ? bytesToHex(given.key) : (given.problem?.kind ?? null);
};

test.each([
  ["a key file", FILE],
  ["a key file with a line end", bytesOf(FILE, "\n")],
  ["a key file with Windows' line end", bytesOf(FILE, "\r\n")],
  ["32 bytes", raw],
  ["UTF-8 with a mark", bytesOf("\ufeff", KEY)],
  ["UTF-16 with a mark", utf16(`\ufeff${KEY}\r\n`)],
  ["UTF-16 without one", utf16(KEY)],
  ["UTF-16, the other way round", swapped(utf16(`\ufeff${KEY}`))],
  ["the same without a mark", swapped(utf16(KEY))],
  ["a label in Latin-1", bytesOf(Buffer.from("Schlüssel: ", "latin1"), KEY)],
])("%s is read", (_, bytes) => expect(read(bytes)).toBe(KEY));

test.each([
  ["nothing", bytesOf(""), null],
  ["WhatsApp's own key", OWN, "crypt14-key"],
  ["WhatsApp's own key with a line end", bytesOf(OWN, "\n"), "crypt14-key"],
  ["31 bytes", raw.slice(1), "not-text"],
  ["33 bytes", bytesOf(raw, "\n"), "not-text"],
  ["a picture", bytesOf(hexToBytes("89504e470d0a1a0a0000000d49484452"), raw), "not-text"],
  ["a Sixtyfour file", bytesOf(EXPORT_MAGIC, raw, raw), "sixtyfour-file"],
  ["a password of 32 characters", utf8ToBytes("my secret password of 32 letters"), "password"],
  ["a password of 16 characters in UTF-16", utf16("hunter2-Summer!!"), "password"],
  ["a cut key file", FILE.slice(0, 58), "not-text"],
])("%s is refused", (_, bytes, why) => expect(read(bytes)).toBe(why));
