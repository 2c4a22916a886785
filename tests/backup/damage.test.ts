/**
 * A damaged file is never called another key's: with the right key no mutation of a file gives `not-its-key`,
 * neither from its beginning nor from a full check, and a wrong key is never called damage or right.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeBeside, testKeys } from "../../src/backup/key-test.ts";
import { recognise } from "../../src/backup/kind.ts";
import { LONGEST_TAGGED } from "../../src/backup/try-key.ts";
import { hexToBytes } from "../../src/core/bytes.ts";
import {
  flip,
  makeBackup,
  makeDatabase,
  makeMedia,
  noise,
  plain,
  type Shape,
} from "../support/backup-files.ts";
import { check, counting, type Held, named, testerOf, testKey } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT: Held = { key: KEY };
const WRONG: Held = { key: noise(32) };
const LONG_JSON = JSON.stringify({
  name: "Media/WhatsApp Images/IMG-1.jpg",
  sizeBytes: "5004",
  md5: "x".repeat(80),
});

/** Whatever disks, copies and mail programs do to a file. */
function mutationsOf(file: Uint8Array): [string, Uint8Array][] {
  const { length } = file;
  const header = Array.from({ length: 150 }, (_, at) => at);
  const rest = [200, 512, 1024, length >> 1, length - 40, length - 33, length - 20, length - 9, length - 1];
  const bits = [...header, ...rest].filter((at) => at >= 0 && at < length);
  const zeroed = (from: number, to: number) => plain(file).fill(0, from, to);
  const joined = (...parts: Uint8Array[]) => plain(Buffer.concat(parts));
  return [
    ...bits.map((at): [string, Uint8Array] => [`a bit at ${at}`, flip(file, at)]),
    ...[1, 16, 32, 48, length >> 1, length - 200].map((cut): [string, Uint8Array] => [
      `${cut} bytes cut`,
      file.slice(0, Math.max(0, length - cut)),
    ]),
    ["a newline behind it", joined(file, Buffer.of(10))],
    ["zeros behind it", joined(file, Buffer.alloc(512))],
    ["a byte before it", joined(Buffer.of(7), file)],
    ["a sector of zeros first", zeroed(0, 512)],
    ["a sector of zeros behind the header", zeroed(160, 672)],
    [
      "two sectors exchanged",
      joined(file.slice(0, 160), file.slice(672, 1184), file.slice(160, 672), file.slice(1184)),
    ],
    ["a byte left out", joined(file.slice(0, 300), file.slice(301))],
    [
      "line ends changed",
      plain(Buffer.from(Buffer.from(file).toString("latin1").replaceAll("\n", "\r\n"), "latin1")),
    ],
  ];
}

const SHAPES: [string, Shape][] = [
  ["a database", {}],
  ["a database without MD5", { footer: "tag" }],
  ["a raw ZIP", { payload: Buffer.concat([Buffer.from("PK\x03\x04"), noise(5000)]), zlib: false }],
  ["JSON", { payload: Buffer.from(JSON.stringify({ a: noise(3000).toString("hex") })) }],
  ["crypt14", { kind: "crypt14" }],
  ["crypt12", { kind: "crypt12" }],
];

describe.each(SHAPES)("%s", (_, shape) => {
  const file = makeBackup(KEY, shape);
  const right: Held = shape.kind ? { fileKey: KEY } : RIGHT;
  const name = `msgstore.db.${shape.kind ?? "crypt15"}`;

  test("whole: the right key fits, and another is told apart only where there is a checksum", async () => {
    expect((await testKey(named(file, name), { right })).verdict).toBe("right-key");
    const { verdict, md5 } = await testKey(named(file, name), { wrong: WRONG });
    expect([verdict, md5]).toEqual(shape.footer === "tag" ? ["cannot-tell", "bad"] : ["not-its-key", "ok"]);
  });

  test("damaged: the right key is never called another, and another is never called right", async () => {
    for (const [what, bytes] of mutationsOf(file)) {
      const source = named(bytes, name);
      expect((await testKey(source, { right })).verdict, what).not.toBe("not-its-key");
      expect((await check(source, right)).verdict, what).not.toBe("not-its-key");
      const other = (await testKey(source, { wrong: WRONG })).verdict;
      // What crypt12 has behind its MD5 may change, and the file is whole.
      expect(["cannot-tell", "not-a-backup", "not-its-key"], what).toContain(other);
    }
  });
});

test("a bit in the IV of somebody else's file: cannot tell", async () => {
  const path = resolve(import.meta.dirname, "../vectors/archive/one-bit-in-the-iv.db.crypt15");
  const key = hexToBytes("9c1e7f40b2d853a6e17a0c5f38d4926bb07e61f2a94c0d8358ef1b6a724dc935");
  const source = named(readFileSync(path));
  expect(await testKey(source, { a: { key } })).toMatchObject({ verdict: "cannot-tell", md5: "bad" });
  expect((await check(source, { key })).verdict).toBe("cannot-tell");
});

describe("beyond what a test reads", () => {
  const file = makeBackup(KEY, { payload: makeDatabase(3) });
  const vast = (bytes: Uint8Array) => counting(named(bytes), LONGEST_TAGGED + 2 ** 20);

  test("the beginning alone rules no key out", async () => {
    expect(await testKey(vast(file), { a: RIGHT })).toMatchObject({
      verdict: "right-key",
      read: "beginning",
    });
    expect(await testKey(vast(file), { a: WRONG })).toMatchObject({
      verdict: "cannot-tell",
      read: "beginning",
      md5: "unread",
      undecided: [],
    });
    for (const at of [30, 300])
      expect((await testKey(vast(flip(file, at)), { a: RIGHT })).verdict).not.toBe("not-its-key");
  });
});

describe("media without a known beginning", () => {
  const made = makeMedia(KEY, noise(900), LONG_JSON);
  const beside = named(made.metadata, made.metadataName);
  const ask = async (bytes: Uint8Array, held: Held, description = beside, size = bytes.length) => {
    const source = counting(named(bytes, made.name), size);
    return testKeys(source, await recognise(source), testerOf({ a: held }), description);
  };

  test("takes the answer of the metadata beside it", async () => {
    expect(await ask(made.media, RIGHT)).toMatchObject({ verdict: "right-key", read: "whole" });
    const damaged = await ask(flip(made.media, 100), RIGHT);
    expect(damaged).toMatchObject({ verdict: "damaged", keys: ["a"], read: "description" });
    const other = await ask(made.media, WRONG);
    expect(other).toMatchObject({ verdict: "not-its-key", keys: [], read: "description" });
    const vast = await ask(made.media, RIGHT, beside, LONGEST_TAGGED + 1);
    expect(vast).toMatchObject({ verdict: "right-key", keys: ["a"], read: "description" });
    const checked = await check(named(flip(made.media, 100), made.name), RIGHT);
    expect([checked.verdict, judgeBeside(checked, damaged).verdict]).toEqual(["cannot-tell", "damaged"]);
    expect(judgeBeside(checked, other).verdict).toBe("not-its-key");
    expect(judgeBeside({ ...checked, verdict: "right-key" }, other).verdict).toBe("right-key");
  });

  test("without it, nothing can be told", async () => {
    const source = named(made.media, made.name);
    expect(await testKey(source, { a: WRONG })).toMatchObject({ verdict: "cannot-tell", read: "whole" });
  });

  test("a damaged description never calls the right key another", async () => {
    for (const [what, bytes] of mutationsOf(made.metadata)) {
      const description = named(bytes, made.metadataName);
      expect((await testKey(description, { a: RIGHT })).verdict, what).not.toBe("not-its-key");
      expect((await ask(flip(made.media, 5), RIGHT, description)).verdict, what).not.toBe("not-its-key");
    }
    const short = makeMedia(KEY, noise(9), '{"name":"a.jpg"}');
    const source = named(flip(short.metadata, 30), short.metadataName);
    expect((await testKey(source, { a: RIGHT })).verdict).not.toBe("not-its-key");
  });
});
