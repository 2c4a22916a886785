/** The description of a media file: what is read from it, and what does not count as one. */
import { describe, expect, test } from "vitest";
import { deriveFor } from "../../src/backup/derive.ts";
import { nameInMetadata, readMetadata, tryMetadata } from "../../src/backup/media.ts";
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

test("a name is taken from the first property that has one, without folders", () => {
  expect(nameInMetadata('{"name":"","fileName":7,"file_path":"a/b/c.jpg","path":"d.jpg"}')).toBe("c.jpg");
  expect(nameInMetadata('{"path":"C:\\\\d.jpg"}')).toBe("d.jpg");
  expect(nameInMetadata('{"name":""}')).toBeNull();
  expect(nameInMetadata('"name"')).toBeNull();
});
