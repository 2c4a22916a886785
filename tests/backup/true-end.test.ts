/** What stands behind a whole file is no damage of it: the file opens, and the rest is named. */
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SEARCHED_BYTES } from "../../src/backup/true-end.ts";
import { flip, makeBackup, makeDatabase, makeMedia, noise, type Shape } from "../support/backup-files.ts";
import { check, named, openBytes } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT = { key: KEY };
const DATABASE = makeDatabase(3);
const ZIP = Buffer.concat([Buffer.from("PK\x03\x04"), noise(5000)]);
const TWO_CHUNKS = Buffer.concat([Buffer.from("PK\x03\x04"), noise(2 * 2 ** 21)]);

const JUNK: [string, Uint8Array][] = [
  ["a newline", Buffer.of(10)],
  ["a sector of zeros", Buffer.alloc(512)],
  ["three megabytes of zeros", Buffer.alloc(3 * 2 ** 20)],
  ["a web page", Buffer.from("<html>".repeat(5000))],
  ["noise and zeros", Buffer.concat([noise(3000), Buffer.alloc(200_000)])],
];
const SHAPES: [string, Shape, Uint8Array][] = [
  ["a database", { payload: DATABASE }, DATABASE],
  ["a raw ZIP without MD5", { payload: ZIP, zlib: false, footer: "tag" }, ZIP],
  ["a raw ZIP with MD5", { payload: ZIP, zlib: false }, ZIP],
  ["a raw ZIP of two chunks", { payload: TWO_CHUNKS, zlib: false, footer: "tag" }, TWO_CHUNKS],
];

describe.each(SHAPES)("%s", (_, shape, payload) => {
  test.each(JUNK)("with %s behind it opens whole, and the rest is counted", async (_, junk) => {
    const file = Buffer.concat([makeBackup(KEY, shape), junk]);
    const right = { verdict: "right-key", tag: "ok", after: junk.length };
    const { done, seen } = await openBytes(named(file), RIGHT);
    expect(done).toMatchObject({ outcome: "opened", leftOver: 0, checked: right });
    expect(Buffer.compare(seen.committed ?? Buffer.of(), payload)).toBe(0);
    expect(await check(named(file), RIGHT)).toMatchObject(right);
  });
});

test("media with a newline behind it", async () => {
  const { name, media } = makeMedia(KEY, noise(3000), "{}");
  const { done, seen } = await openBytes(named(Buffer.concat([media, Buffer.of(10)]), name), RIGHT);
  expect(done).toMatchObject({ outcome: "opened", checked: { verdict: "right-key", after: 1 } });
  expect(seen.committed).toHaveLength(3000);
});

test("a database is found behind more than is searched, because its content ends itself", async () => {
  const file = Buffer.concat([makeBackup(KEY, { payload: DATABASE }), noise(3 * SEARCHED_BYTES)]);
  const { done } = await openBytes(named(file), RIGHT);
  expect(done).toMatchObject({ outcome: "opened", checked: { after: 3 * SEARCHED_BYTES } });
});

test("crypt12: what is counted stands behind its last four characters", async () => {
  const file = makeBackup(KEY, { kind: "crypt12", payload: DATABASE });
  const { done } = await openBytes(named(Buffer.concat([file, Buffer.of(10)]), "a.db.crypt12"), {
    fileKey: KEY,
  });
  expect(done).toMatchObject({ outcome: "opened", checked: { after: 1 } });
});

test("no more than the end of the checksum is missing: the content is whole, the file is not", async () => {
  const file = makeBackup(KEY, { payload: DATABASE });
  for (const cut of [1, 8, 15]) {
    const { done, seen } = await openBytes(named(file.slice(0, -cut)), RIGHT);
    expect(done).toMatchObject({ outcome: "opened", checked: { verdict: "damaged", md5: "bad", tag: "ok" } });
    expect(seen.committed).toHaveLength(DATABASE.length);
  }
});

test("a damaged file with something behind it stays damaged", async () => {
  const file = makeBackup(KEY, { payload: DATABASE });
  for (const at of [3000, file.length - 33, file.length - 20]) {
    const { done, seen } = await openBytes(named(Buffer.concat([flip(file, at), Buffer.of(10)])), RIGHT);
    expect(done).toMatchObject({ outcome: "refused", checked: { verdict: "damaged", tag: "bad" } });
    expect(seen.committed).toBeNull();
  }
});

test("what follows the end of the zlib stream does not come out, and is counted", async () => {
  for (const junk of [Buffer.of(0), noise(9000), deflateSync(DATABASE)]) {
    const payload = Buffer.concat([deflateSync(DATABASE), junk]);
    const { done, seen } = await openBytes(named(makeBackup(KEY, { payload, zlib: false })), RIGHT);
    expect(done).toMatchObject({ outcome: "opened", leftOver: junk.length });
    expect(Buffer.compare(seen.committed ?? Buffer.of(), DATABASE)).toBe(0);
  }
});
