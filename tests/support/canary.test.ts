import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ALL } from "./all.ts";
import { type Finding, searchProfile } from "./canary.ts";
import { packLog, packLz4, packMozLz4, packSnappy, packTable } from "./canary-packing.ts";
import { readLog, readTable } from "./leveldb.ts";
import { unpackLz4Block, unpackMozLz4 } from "./lz4.ts";
import { unpackSnappy } from "./snappy.ts";

const KEY = Buffer.from("3f9a1c07e6b82d54a90f7711c3e8d2460b5d9f8e172a6c34d1e0f5a398b7c642", "hex");
const HEX = KEY.toString("hex");
const GROUPS = HEX.match(/.{4}/g) ?? [];
const PASSPHRASE = "Blümchen über 7 Zäune";
const FILLER = Buffer.from("nothing to see in this sentence, which repeats itself; ".repeat(2000));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "canary-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function search(content: Buffer | string, name = "file.bin"): Promise<Finding[]> {
  writeFileSync(join(directory, name), content);
  return searchProfile(directory, [
    { name: "key", value: KEY },
    { name: "passphrase", value: PASSPHRASE },
  ]);
}

const within = (secret: Buffer | string) => Buffer.concat([FILLER, Buffer.from(secret), FILLER]);
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();
const formsOf = (findings: Finding[]) => findings.map(({ secret, form }) => `${secret}: ${form}`);

describe("a key is found", () => {
  const fields = GROUPS.map((group, at) => ({ id: `digits-${at + 1}`, value: group }));
  const singles = Object.fromEntries([...HEX].map((digit, at) => [`#d${at}`, digit]));
  /** A string of Chromium's session files: its length in bytes, UTF-16, padded to 4 bytes. */
  const pickle = (text: string) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length * 2);
    return Buffer.concat([length, utf16le(text), Buffer.alloc((text.length % 2) * 2)]);
  };
  const session = [...HEX].flatMap((digit, at) => [`d${at}`, "text", "1", digit].map(pickle));
  const forms: Record<string, [content: Buffer | string, form: string]> = {
    "as raw bytes": [KEY, "raw bytes"],
    "in lower-case hex": [HEX, "hex digits"],
    "in upper-case hex": [HEX.toUpperCase(), "hex digits"],
    "in groups with blanks": [GROUPS.join(" "), "hex digits"],
    "in groups with new lines": [GROUPS.join("\r\n"), "hex digits"],
    "in groups with dashes": [GROUPS.join("-"), "hex digits"],
    "in groups with no-break blanks": [GROUPS.join("\u00a0"), "hex digits"],
    "in groups with no-break blanks in Latin-1": [Buffer.from(GROUPS.join("\u00a0"), "latin1"), "hex digits"],
    "in UTF-16LE": [utf16le(HEX), "hex digits"],
    "in UTF-16BE": [utf16be(HEX), "hex digits"],
    "in groups in UTF-16LE": [utf16le(GROUPS.join(" ").toUpperCase()), "hex digits"],
    "in base64": [KEY.toString("base64"), "base64"],
    "in base64 behind one byte": [Buffer.concat([Buffer.alloc(1), KEY]).toString("base64"), "base64"],
    "in base64 behind two bytes": [Buffer.concat([Buffer.alloc(2), KEY]).toString("base64"), "base64"],
    "in base64 of the URL alphabet": [KEY.toString("base64url"), "base64"],
    "in base64 in UTF-16LE": [utf16le(KEY.toString("base64")), "base64"],
    "in base64 of its digits": [Buffer.from(`key=${HEX}`).toString("base64"), "base64"],
    "as a list of numbers": [JSON.stringify([...KEY]), "decimal list"],
    "as a byte array in JSON": [JSON.stringify(new Uint8Array(KEY)), "JSON of a byte array"],
    "in 16 fields": [JSON.stringify(fields), "ordered parts"],
    "in 16 fields in UTF-16LE": [utf16le(JSON.stringify(fields)), "ordered parts"],
    "in 64 fields": [JSON.stringify(singles), "single digits"],
    "in 64 fields of a session file": [Buffer.concat(session), "single digits"],
    "cut in two at any place": [Buffer.concat([KEY.subarray(0, 9), FILLER, KEY.subarray(9)]), "raw bytes"],
  };
  for (const [name, [content, form]] of Object.entries(forms)) {
    test(name, async () => {
      expect(formsOf(await search(within(content)))).toContain(`key: ${form}`);
    });
  }
});

describe("a passphrase is found", () => {
  const forms: Record<string, [content: Buffer | string, form: string]> = {
    "as text": [PASSPHRASE, "text"],
    "in UTF-16LE": [utf16le(PASSPHRASE), "text in UTF-16LE"],
    "in UTF-16BE": [utf16be(PASSPHRASE), "text in UTF-16BE"],
    "in Latin-1": [Buffer.from(PASSPHRASE, "latin1"), "text in Latin-1"],
    "in JSON with escapes": ["Bl\\u00fcmchen \\u00fcber 7 Z\\u00e4une", "JSON-escaped text"],
    "in a URL": [encodeURIComponent(PASSPHRASE), "URL-encoded text"],
    "in a form's body": [new URLSearchParams({ p: PASSPHRASE }).toString(), "form-encoded text"],
    "in base64": [Buffer.from(PASSPHRASE).toString("base64"), "base64"],
    "in hex": [Buffer.from(PASSPHRASE).toString("hex"), "hex digits"],
  };
  for (const [name, [content, form]] of Object.entries(forms)) {
    test(name, async () => {
      expect(formsOf(await search(within(content)))).toContain(`passphrase: ${form}`);
    });
  }
});

describe("a key is found inside", () => {
  // Behind its own first half, so that the second copy is packed as a reference and cannot be read unpacked.
  const chopped = Buffer.from(`${(HEX.match(/.{8}/g) ?? []).join(" and ")} then ${HEX}`);
  const clone = Buffer.concat([Buffer.from("030000000000f1ff", "hex"), chopped, FILLER]);
  const files: Record<string, [content: Buffer, layer: string, name?: string]> = {
    "a mozLz4 file": [packMozLz4(chopped), "mozLz4"],
    "a LevelDB table": [packTable(chopped), "LevelDB table"],
    "a LevelDB log": [packLog(within(HEX)), "LevelDB log", "000003.log"],
    "Firefox's IndexedDB": [
      within(Buffer.concat([Buffer.from("d00f", "hex"), firefoxClone(clone)])),
      "Snappy in file",
    ],
    "Firefox's IndexedDB, whose clone goes on for long before it repeats itself": [
      within(Buffer.concat([Buffer.from("d00f", "hex"), firefoxClone(clone, 200)])),
      "Snappy in file",
    ],
    "Chromium's IndexedDB": [
      within(Buffer.concat([Buffer.from("ff1102", "hex"), packSnappy(clone)])),
      "Snappy in file",
    ],
    "a value packed twice": [
      packMozLz4(within(Buffer.concat([Buffer.from("ff1102", "hex"), packSnappy(clone)]))),
      "Snappy in mozLz4",
    ],
    gzip: [within(gzipSync(chopped)), "gzip in file"],
  };
  for (const [name, [content, layer, file]] of Object.entries(files)) {
    test(name, async () => {
      const findings = await search(content, file);
      expect(findings).toContainEqual(expect.objectContaining({ secret: "key", layer, form: "hex digits" }));
    });
  }

  /**
   * As Firefox packs the head of a clone: the five zeros as a copy, then `f1ff` and `more` bytes as a
   * literal.
   */
  function firefoxClone(head: Buffer, more = 0): Buffer {
    const bytes = Buffer.concat([head.subarray(0, 8), Buffer.alloc(more, "no repetition"), head.subarray(8)]);
    const rest = packSnappy(bytes.subarray(8 + more));
    const lengthBytes = rest.findIndex((byte) => byte < 0x80) + 1;
    return Buffer.concat([
      packSnappy(Buffer.alloc(bytes.length)).subarray(0, lengthBytes),
      Buffer.from("0403000101", "hex"),
      Buffer.from(more === 0 ? [0x04] : [0xf0, more + 1]),
      bytes.subarray(6, 8 + more),
      rest.subarray(lengthBytes),
    ]);
  }
});

test("a value across the border of two LevelDB log blocks is found, wherever the border cuts it", async () => {
  for (const before of [1, 8, 16, 17, 31]) {
    const record = Buffer.concat([Buffer.alloc(32_761 - before, 1), KEY, FILLER]);
    expect(formsOf(await search(packLog(record), "000003.log"))).toContain("key: raw bytes");
  }
});

test("a key in a file's name is found", async () => {
  expect(await search("nothing", `cache-${HEX}`)).toContainEqual(
    expect.objectContaining({ secret: "key", layer: "name", offset: -1 }),
  );
});

test("the place is that of the secret in its file, and the report does not hold the secret", async () => {
  const findings = await search(within(GROUPS.join(" ")));
  expect(findings).toContainEqual({
    secret: "key",
    file: "file.bin",
    layer: "file",
    form: "hex digits",
    offset: expect.closeTo(FILLER.length, -1),
  });
  expect(JSON.stringify(findings)).not.toContain(GROUPS[0]);
});

describe("is not found", () => {
  const other = Buffer.from(KEY).map((byte, at) => (at % 8 === 5 ? byte ^ 1 : byte));
  const otherHex = Buffer.from(other).toString("hex");
  const shuffled = [...GROUPS].reverse();
  const misses: Record<string, Buffer | string> = {
    "a key that differs by four bits": Buffer.from(other),
    "its hex": otherHex,
    "its base64": Buffer.from(other).toString("base64"),
    "its groups": (otherHex.match(/.{4}/g) ?? []).join(" "),
    "the right groups in another order": JSON.stringify(shuffled),
    "the right groups too far apart": GROUPS.join("feed ".repeat(2000)),
    "a passphrase that differs in case": PASSPHRASE.toUpperCase(),
    "16 lines of hex that are not the key": Array.from({ length: 4000 }, (_, at) => `${at * 7919}`).join(
      "\n",
    ),
  };
  for (const [name, content] of Object.entries(misses)) {
    test(name, async () => {
      expect(await search(within(content))).toEqual([]);
    });
  }
});

test("an empty profile and a secret too short to tell are errors, not silence", async () => {
  await expect(searchProfile(directory, [{ name: "key", value: KEY }])).rejects.toThrow("no files");
  writeFileSync(join(directory, "a"), "a");
  await expect(searchProfile(directory, [{ name: "pin", value: "1234" }])).rejects.toThrow("too short");
});

test.runIf(ALL)("100 MB are searched", { timeout: 10 * 60_000 }, async () => {
  const noise = Buffer.alloc(5_000_000);
  let state = 1;
  for (let at = 0; at < noise.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[at] = state >>> 16;
  }
  for (let file = 0; file < 10; file++) {
    writeFileSync(join(directory, `binary-${file}`), noise);
    writeFileSync(join(directory, `hex-${file}`), noise.subarray(0, 2_500_000).toString("hex"));
  }
  expect(await search(KEY, "planted")).toHaveLength(1);
});

describe("the readers", () => {
  test("Snappy: the format's own kinds of element", () => {
    // Length 20; literal "abcd"; copy 4 from 4 (1-byte offset); copy 8 from 8 (2-byte); copy 4 from 1
    // (4-byte).
    const block = Buffer.from("140c6162636401041e08000f01000000", "hex");
    expect(unpackSnappy(block).bytes.toString()).toBe("abcdabcdabcdabcddddd");
    expect(unpackSnappy(block).whole).toBe(true);
    expect(unpackSnappy(block.subarray(0, -1)).whole).toBe(false);
  });

  test("LZ4: literals, an overlapping match, long lengths", () => {
    // "a", match of 19 + 4 from 1, then 5 literals.
    expect(
      unpackLz4Block(Buffer.from("1f610100 04 50 6263646566".replaceAll(" ", ""), "hex"), 29).toString(),
    ).toBe(`${"a".repeat(24)}bcdef`);
    expect(() => unpackLz4Block(Buffer.from("1f610200", "hex"), 29)).toThrow();
  });

  test("what is packed comes back, whatever it is", () => {
    const pieces = fc.array(
      fc.oneof(fc.uint8Array({ maxLength: 90 }), fc.constant(Buffer.from("once upon a time"))),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = Buffer.concat(parts);
        expect(unpackSnappy(packSnappy(bytes))).toEqual({ bytes, whole: true });
        expect(unpackLz4Block(packLz4(bytes), bytes.length)).toEqual(bytes);
        expect(unpackMozLz4(packMozLz4(bytes))).toEqual(bytes);
        expect(Buffer.concat(readTable(packTable(bytes)))).toEqual(bytes);
        expect(readLog(packLog(bytes))).toEqual(bytes);
      }),
    );
  });

  test("a table with an unknown compression is an error, not silence", () => {
    expect(() => readTable(packTable(Buffer.from("x"), 9))).toThrow("unknown compression");
  });
});
