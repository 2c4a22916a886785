/** What came out is described by its own header, however it was cut into pieces. */
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { type Facts, LONGEST_JSON, MOST_KEYS, observe } from "../../src/backup/facts.ts";
import { makeDatabase, noise, plain } from "../support/backup-files.ts";

function factsOf(content: Uint8Array, pieceBytes = 70_000): Facts {
  const observer = observe();
  for (let at = 0; at < content.length; at += pieceBytes)
    observer.see(plain(content.subarray(at, at + pieceBytes)));
  return observer.facts();
}

test.each([20, 99, 100, 101, 4096, 70_000])("in pieces of %d bytes", (pieceBytes) => {
  expect(factsOf(makeDatabase(20), pieceBytes)).toEqual({
    kind: "sqlite",
    size: 81_920,
    pages: 20,
    pageBytes: 4096,
  });
  const zip = zipSync({ a: noise(50_000), b: noise(5), "c/d": noise(30_000) });
  expect(factsOf(zip, pieceBytes)).toEqual({ kind: "zip", size: zip.length, entries: 3 });
  const json = Buffer.from('{"naïve":{"x":1},"漢":[2],"c":3}');
  expect(factsOf(json, pieceBytes)).toEqual({ kind: "json", size: json.length, keys: ["naïve", "漢", "c"] });
});

test("a page size of 1 stands for 64 KiB", () => {
  const database = makeDatabase(1);
  database.set([0, 1], 16);
  expect(factsOf(database).pageBytes).toBe(65_536);
});

test("a SQLite file that ends within its header, and a ZIP without an end, are only named", () => {
  expect(factsOf(makeDatabase(1).subarray(0, 60))).toEqual({ kind: "sqlite", size: 60 });
  const cut = zipSync({ a: noise(5000) }).subarray(0, 4000);
  expect(factsOf(cut)).toEqual({ kind: "zip", size: 4000 });
});

test("a ZIP's longest comment hides nothing", () => {
  const zip = Buffer.from(zipSync({ a: noise(5000), b: noise(5000) }));
  zip.writeUInt16LE(65_535, zip.length - 2);
  expect(factsOf(Buffer.concat([zip, Buffer.alloc(65_535)]), 1000).entries).toBe(2);
});

test("JSON that is long, broken or no object has no keys", () => {
  const long = Buffer.alloc(LONGEST_JSON + 1, " ");
  long.write('{"a":1}');
  expect(factsOf(long, 2 ** 20)).toEqual({ kind: "json", size: long.length });
  expect(factsOf(long.subarray(0, -1), 2 ** 20).keys).toEqual(["a"]);
  for (const text of ['{"a":', "[1,2]", "[[]]"]) expect(factsOf(Buffer.from(text)).keys).toBeUndefined();
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`key ${n}`, n]));
  expect(factsOf(Buffer.from(JSON.stringify(many))).keys).toHaveLength(MOST_KEYS);
});

test("nothing, and noise", () => {
  expect(factsOf(new Uint8Array(0))).toEqual({ kind: "other", size: 0 });
  expect(factsOf(Buffer.concat([Buffer.of(1), noise(100)]))).toEqual({ kind: "other", size: 101 });
});
