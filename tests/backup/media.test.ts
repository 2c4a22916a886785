/** The description of a media file: what is read from it, and what does not count as one. */
import { describe, expect, test } from "vitest";
import { deriveFor } from "../../src/backup/derive.ts";
import { readDescription, readMetadata, tryMetadata } from "../../src/backup/media.ts";
import { makeMedia, noise, plain } from "../support/backup-files.ts";

const KEY = noise(32);
const keys = await deriveFor(KEY, { use: "media-metadata" });

test.each(['{"name":"a.jpg"}', '{"name":"1234567"}', '{"name":"of exactly two blocks"}'])(
  "%s comes out to the letter",
  async (json) => {
    const file = Buffer.from(makeMedia(KEY, noise(20), json).metadata);
    const metadata = readMetadata(Buffer.concat([Buffer.from(" \n"), file, Buffer.from("\n")]));
    expect(metadata && (await tryMetadata(keys, metadata))).toEqual({ answer: "right-key", json });
  },
);

describe("is no description", () => {
  const good = Buffer.from(Buffer.from(makeMedia(KEY, noise(20), "{}").metadata).toString(), "base64");
  const read = (bytes: Uint8Array) => readMetadata(Buffer.from(Buffer.from(bytes).toString("base64")));

  test("with another length of IV or MAC, without ciphertext, or with half a block", () => {
    expect(read(good)).not.toBeNull();
    for (const at of [0, 17]) {
      const bent = plain(good);
      bent[at] = 15;
      expect(read(bent)).toBeNull();
    }
    expect(read(good.subarray(0, 50))).toBeNull();
    expect(read(good.subarray(0, -1))).toBeNull();
    expect(readMetadata(Buffer.from("no base64!"))).toBeNull();
  });
});

test("dates, sizes and sums count only if they are ones", () => {
  const said = { updateTime: "2023-05-06T07:08:09+00:00", sizeBytes: 5, md5Hash: "a".repeat(32) };
  const nothing = { path: null, modifiedAtMs: null, size: null, md5: null };
  const atMs = Date.UTC(2023, 4, 6, 7, 8, 9);
  const known = { path: null, modifiedAtMs: atMs, size: 5, md5: said.md5Hash };
  expect(readDescription(JSON.stringify(said))).toEqual(known);
  const wrong = { updateTime: "soon", sizeBytes: "5", md5Hash: "x" };
  expect(readDescription(JSON.stringify(wrong))).toEqual(nothing);
});

test("a path is taken from the first property that has one, each part made safe", () => {
  const pathIn = (json: string) => readDescription(json).path;
  expect(pathIn('{"name":"","fileName":7,"file_path":"a/b/c.jpg","path":"d.jpg"}')).toBe("a/b/c.jpg");
  expect(pathIn('{"path":"C:\\\\d.jpg"}')).toBe("C_/d.jpg");
  expect(pathIn('{"name":""}')).toBeNull();
  expect(pathIn('"name"')).toBeNull();
  expect(pathIn('{"name":"Media/WhatsApp Images/../Sent/a<1>.jpg"}')).toBe("WhatsApp Images/Sent/a_1_.jpg");
  for (const nothing of ["Media/", "../..", "./.", "Media/.."])
    expect(pathIn(`{"name":"${nothing}"}`)).toBeNull();
});
