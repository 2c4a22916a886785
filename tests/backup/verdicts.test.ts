/** The table of verdicts for every shape: a wrong key is never called damage, damage never a wrong key. */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { checkMetadata } from "../../src/backup/check.ts";
import { deriveFor } from "../../src/backup/derive.ts";
import { testKeys } from "../../src/backup/key-test.ts";
import { recognise } from "../../src/backup/kind.ts";
import { LONGEST_METADATA, readDescription } from "../../src/backup/media.ts";
import { hasZlibHeader, readPayloadStart } from "../../src/backup/payload.ts";
import { PREFIX_READ_BYTES } from "../../src/backup/prefix.ts";
import { FOR_MUTANTS } from "../support/all.ts";
import {
  bytes,
  flip,
  makeBackup,
  makeDatabase,
  makeMedia,
  noise,
  number,
  plain,
  type Shape,
  withMd5,
} from "../support/backup-files.ts";
import { check, counting, type Held, named, testerOf, testKey } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT: Held = { key: KEY };
const WRONG: Held = { key: noise(32) };
const ZIP = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0\0\0"), noise(3000)]);
const JSON_TEXT = Buffer.from(JSON.stringify({ settings: { theme: "dark", sounds: true }, version: 3 }));
const WEBP = Buffer.concat([Buffer.from("RIFF\x10\x20\0\0WEBPVP8 "), noise(500)]);

const SHAPES: [string, Shape, "known" | "tag"][] = [
  ["crypt15 of a database", {}, "known"],
  ["crypt15 without MD5", { footer: "tag" }, "known"],
  ["crypt15 of a deflated ZIP", { payload: ZIP }, "known"],
  ["crypt15 of a raw ZIP without MD5", { payload: ZIP, zlib: false, footer: "tag" }, "known"],
  ["crypt15 of JSON", { payload: JSON_TEXT }, "tag"],
  ["crypt15 of WebP", { payload: WEBP }, "tag"],
  ["crypt15 of noise", { payload: noise(700), zlib: false }, "tag"],
  ["crypt15 of one byte", { payload: Buffer.of(7), zlib: false }, "tag"],
  ["crypt15 with zlib header 78 01", { zlib: { level: 0 } }, "known"],
  ["crypt15 with zlib header 78 5e", { zlib: { level: 2 } }, "known"],
  ["crypt15 with zlib header 78 da", { zlib: { level: 9 } }, "known"],
  ["crypt15 with a window of 512 bytes", { zlib: { windowBits: 9 } }, "known"],
  ["crypt15 before 2025", { keyType: null }, "known"],
  ["crypt15 of several chunks", { payload: makeDatabase(FOR_MUTANTS ? 520 : 1100) }, "known"],
];

describe.each(SHAPES)("%s", (_, shape, by) => {
  const file = makeBackup(KEY, shape);
  const hasMd5 = shape.footer !== "tag";
  const middle = Math.floor(file.length / 2);

  test("right key, whole file", async () => {
    const result = await testKey(named(file), { a: WRONG, b: RIGHT });
    expect(result).toMatchObject({
      verdict: "right-key",
      keys: ["b"],
      read: by === "known" ? "beginning" : "whole",
    });
    expect(await check(named(file), RIGHT)).toMatchObject({
      verdict: "right-key",
      md5: hasMd5 ? "ok" : "absent",
      tag: "ok",
    });
  });

  test("wrong key, whole file", async () => {
    const result = await testKey(named(file), { a: WRONG });
    // Without an MD5 nothing shows that the file is whole.
    expect(result.verdict).toBe(hasMd5 ? "not-its-key" : "cannot-tell");
    const { verdict } = await check(named(file), WRONG);
    expect(verdict).toBe(hasMd5 ? "not-its-key" : "cannot-tell");
  });

  test("damaged: never called a wrong key; and a wrong key never called damage", async () => {
    const damaged = flip(file, file.length > 2000 ? middle : file.length - 33);
    expect((await check(named(damaged), RIGHT)).verdict).toBe(by === "known" ? "damaged" : "cannot-tell");
    expect((await check(named(damaged), WRONG)).verdict).toBe("cannot-tell");
  });

  test("altered, with an MD5 that fits again", async () => {
    if (!hasMd5 || by !== "known") return;
    const altered = withMd5(flip(file, middle));
    expect((await check(named(altered), RIGHT)).verdict).toBe("altered");
    expect((await check(named(altered), WRONG)).verdict).toBe("not-its-key");
  });

  test("cut short: never the right key, complete", async () => {
    for (const cut of [1, 15, 16, 17, 31, 32, 33]) {
      const { verdict } = await check(named(file.subarray(0, -cut)), RIGHT);
      // Without its MD5 a file is of the other shape: whole, by its tag.
      expect(verdict).toBe(
        cut === 16 && hasMd5 ? "right-key" : by === "known" && file.length > 500 ? "damaged" : verdict,
      );
      expect(["damaged", "cannot-tell", cut === 16 && hasMd5 ? "right-key" : ""]).toContain(verdict);
    }
  });
});

describe("the beginning that shows that a key fits", () => {
  const SQLITE = Buffer.from("SQLite format 3\0");
  const fitOf = async (content: Uint8Array) => (await readPayloadStart(plain(content))).fit;

  test("a database's is all of its sixteen bytes", async () => {
    expect(await fitOf(deflateSync(SQLITE))).toBe("known");
    for (let at = 0; at < 16; at++) expect(await fitOf(deflateSync(flip(SQLITE, at)))).toBe("plausible");
    expect(await fitOf(deflateSync(SQLITE.subarray(0, 15)))).toBe("plausible");
  });

  test("a ZIP's is all of its four", async () => {
    const start = Buffer.from("PK\x03\x04");
    expect([await fitOf(start), await fitOf(deflateSync(start))]).toEqual(["known", "known"]);
    for (let at = 0; at < 4; at++)
      expect([await fitOf(flip(start, at)), await fitOf(deflateSync(flip(start, at)))]).toEqual([
        "none",
        "plausible",
      ]);
  });

  test("a payload that differs in the last of them is confirmed by its tag alone", async () => {
    const file = named(makeBackup(KEY, { payload: flip(makeDatabase(1), 15) }));
    expect(await testKey(file, { a: RIGHT })).toMatchObject({ verdict: "right-key", read: "whole" });
  });
});

test("two bytes are a zlib header only with its method, window and check bits, and without a dictionary", () => {
  const isHeader = (text: string) => hasZlibHeader(Buffer.from(text, "hex"));
  expect(["7801", "785e", "789c", "78da", "1819"].every(isHeader)).toBe(true);
  // Another method, a larger window, a dictionary, wrong check bits.
  expect(["7709", "881c", "7820", "789d"].some(isHeader)).toBe(false);
});

test("of a file that ends within its tag nothing can be told", async () => {
  const file = makeBackup(KEY, { payload: Buffer.alloc(0), zlib: false, footer: "tag" });
  expect((await testKey(named(file), { a: RIGHT })).verdict).toBe("right-key");
  for (const cut of [1, 15, 16]) {
    const source = named(file.subarray(0, -cut));
    expect(await testKey(source, { a: RIGHT })).toMatchObject({ verdict: "cannot-tell", keys: [] });
    expect(await check(source, RIGHT)).toMatchObject({ verdict: "cannot-tell", tag: "bad" });
  }
});

describe("crypt12 and crypt14", () => {
  const fileKey = noise(32);
  test.each(["crypt12", "crypt14"] as const)(
    "%s opens with the key file's key and no 64 digits",
    async (kind) => {
      const file = makeBackup(fileKey, { kind });
      const source = named(file, `msgstore.db.${kind}`);
      expect(await testKey(source, { digits: { key: fileKey }, file: { fileKey } })).toMatchObject({
        verdict: "right-key",
        keys: ["file"],
      });
      expect(await check(source, { fileKey })).toMatchObject({ verdict: "right-key", md5: "ok", tag: "ok" });
      expect((await check(source, RIGHT)).verdict).toBe("not-its-key");
      expect((await check(named(flip(file, 4000), source.name), { fileKey })).verdict).toBe("damaged");
    },
  );
});

describe("cloud media", () => {
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(5000)]);
  // As long as real ones are: see tests/backup/damage.test.ts for shorter ones.
  const rest = `"sizeBytes":"5004","md5":"${"0".repeat(60)}"`;
  const made = makeMedia(KEY, picture, `{"name":"Media/IMG-1.jpg",${rest}}`);
  const media = named(made.media, made.name);
  const metadata = named(made.metadata, made.metadataName);

  test("a file is confirmed by its tag", async () => {
    expect(await testKey(media, { a: WRONG, b: RIGHT })).toMatchObject({
      verdict: "right-key",
      keys: ["b"],
      read: "whole",
    });
    expect(await check(media, RIGHT)).toMatchObject({ verdict: "right-key", md5: "absent", tag: "ok" });
  });

  test("a wrong key cannot be told from damage, but a known beginning can", async () => {
    expect((await testKey(media, { a: WRONG })).verdict).toBe("cannot-tell");
    expect((await check(media, WRONG)).verdict).toBe("cannot-tell");
    expect((await check(named(flip(made.media, 900), made.name), RIGHT)).verdict).toBe("damaged");
  });

  test("its description confirms the key, and tells damage from another key", async () => {
    expect(await testKey(metadata, { a: WRONG, b: RIGHT })).toMatchObject({
      verdict: "right-key",
      keys: ["b"],
    });
    expect((await testKey(metadata, { a: WRONG })).verdict).toBe("not-its-key");
    const text = Buffer.from(Buffer.from(made.metadata).toString(), "base64");
    text[text.length - 3] = (text[text.length - 3] ?? 0) ^ 1;
    const damaged = named(Buffer.from(text.toString("base64")), made.metadataName);
    expect(await testKey(damaged, { a: WRONG, b: RIGHT })).toMatchObject({ verdict: "damaged", keys: ["b"] });
    const keys = await deriveFor(KEY, { use: "media-metadata" });
    const others = await deriveFor(noise(32), { use: "media-metadata" });
    const known = { fit: "known" };
    expect(await checkMetadata(metadata, keys)).toMatchObject({
      verdict: "right-key",
      tag: "ok",
      start: known,
    });
    expect(await checkMetadata(damaged, keys)).toMatchObject({
      verdict: "damaged",
      tag: "bad",
      start: known,
    });
    expect(await checkMetadata(metadata, others)).toMatchObject({
      verdict: "not-its-key",
      tag: "bad",
      start: { fit: "none" },
    });
    expect((await checkMetadata(named(Buffer.from("no base64!")), keys)).verdict).toBe("not-a-backup");
  });

  test("a description that is too long is none, and a key file's key opens no media", async () => {
    const long = Buffer.concat([Buffer.from(made.metadata), Buffer.alloc(LONGEST_METADATA, "\n")]);
    expect((await testKey(named(long, made.metadataName), { a: RIGHT })).verdict).toBe("not-a-backup");
    expect(
      (await testKey(named(Buffer.from("no base64!"), "x.mcrypt1-metadata"), { a: RIGHT })).verdict,
    ).toBe("not-a-backup");
    const fileKey = await deriveFor(KEY, { use: "media", mediaHash: made.name.slice(0, 64).toLowerCase() });
    expect((await testKey(media, { a: { fileKey: fileKey.slice(0, 32) } })).keys).toEqual([]);
  });

  test("its name comes out with its folders", () => {
    expect(readDescription('{"name":"a/b\\\\c.jpg"}').path).toBe("a/b/c.jpg");
    for (const text of ["{}", "[]", "null", "{", '{"name":5}']) expect(readDescription(text).path).toBeNull();
  });
});

const HEADER_BYTES = [
  70, 99, 127, 128, 129, 130, 131, 136, 255, 256, 500, 3000, 3071, 3072, 3073, 4095, 4096, 4097, 16_383,
  16_384, 65_535, 65_536,
];

describe("what is read of a file", () => {
  test.each(HEADER_BYTES.flatMap((bytes) => [[bytes, false] as const, [bytes, true] as const]))(
    "a header of %d bytes, its unknown field first: %s: at most 5 KiB beside its description",
    async (headerBytes, fillerFirst) => {
      const file = makeBackup(KEY, { headerBytes, fillerFirst });
      const vast = counting(named(file), 3 * 2 ** 30);
      const kind = await recognise(vast);
      expect(kind).toMatchObject({
        prefix: { appVersion: "2.26.34.7", phoneEnding: "42", secret: "64-digit-key" },
      });
      const before = vast.bytesRead();
      expect(before).toBeLessThanOrEqual(headerBytes > 4000 ? 4096 + PREFIX_READ_BYTES : 4096);
      const result = await testKeys(vast, kind, testerOf({ a: RIGHT }));
      expect(result).toMatchObject({ verdict: "right-key", read: "beginning" });
      expect(vast.bytesRead() - before).toBeLessThanOrEqual(5 * 1024);
      expect((await testKey(vast, { a: WRONG })).verdict).toBe("cannot-tell");
      expect((await check(named(file), RIGHT)).verdict).toBe("right-key");
    },
  );

  test.each([65_537, 70_000])("a header of %d bytes, over 64 KiB, is no backup's", async (headerBytes) => {
    for (const fillerFirst of [true, false]) {
      const file = named(makeBackup(KEY, { headerBytes, fillerFirst }));
      expect((await testKey(file, { a: RIGHT })).verdict).toBe("not-a-backup");
      expect((await check(file, RIGHT)).verdict).toBe("not-a-backup");
    }
  });

  test("over 16 MiB, a payload without a known beginning cannot be told from another key's", async () => {
    const json = makeBackup(KEY, { payload: JSON_TEXT });
    const vast = counting(named(json), 17 * 2 ** 20);
    expect((await testKey(vast, { a: RIGHT })).verdict).toBe("cannot-tell");
    expect((await testKey(vast, { a: WRONG })).verdict).toBe("cannot-tell");
    expect(vast.bytesRead()).toBeLessThan(20_000);
  });

  test("several keys that fit are all named", async () => {
    const result = await testKey(named(makeBackup(KEY)), { a: RIGHT, b: WRONG, c: { key: KEY } });
    expect(result.keys).toEqual(["a", "c"]);
  });

  test("unknown, duplicate and missing fields", async () => {
    const iv = noise(16);
    const shapes: Shape[] = [
      { before: Buffer.concat([number(99, 2 ** 34), bytes(200, "x".repeat(300))]) },
      { before: bytes(3, bytes(1, noise(16))), iv },
      { before: bytes(3, bytes(1, Buffer.alloc(5))), iv },
      { after: bytes(4, bytes(9, "later metadata")) },
      { after: Buffer.concat([Buffer.of(0x79), noise(8), Buffer.of(0x7d), noise(4)]) },
    ];
    for (const shape of shapes)
      expect((await check(named(makeBackup(KEY, shape)), RIGHT)).verdict).toBe("right-key");
  });
});
