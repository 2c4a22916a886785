/** How large pictures say they are: by hand-made headers, cut at every byte, and noise. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitInto, readPictureSize } from "../../../src/copies/qr/picture-size.ts";

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

const PNG = "89504e470d0a1a0a 0000000d 49484452 00000fa0 00000bb8 0802000000";
const APP0 = "ffe0 0010 4a46494600010100000100010000";
/** A thumbnail in EXIF has a size of its own, which is not the picture's. */
const EXIF = "ffe1 000d ffd8 ffc0 0008 08 0078 00a0";
const TABLE = "ffc4 0004 0000";
const JPEG = `ffd8 ${APP0} ${EXIF} ${TABLE} ff ff ffc2 0011 08 0bb8 0fa0 03 012200`;
const WEBP = {
  lossy: "52494646 24000000 57454250 56503820 18000000 300100 9d012a a04f b80b 0000",
  lossless: "52494646 24000000 57454250 5650384c 18000000 2f 9fcfed02 0000000000",
  extended: "52494646 24000000 57454250 56503858 0a000000 10000000 9f0f00 b70b00",
};

describe("a picture of 4,000 × 3,000", () => {
  test.each([
    ["PNG", PNG],
    ["JPEG, behind other segments and padding", JPEG],
    ["WebP with loss, whose upper two bits scale", WEBP.lossy],
    ["WebP without loss", WEBP.lossless],
    ["WebP, extended", WEBP.extended],
  ])("%s; cut anywhere it has none", (_, hex) => {
    const whole = bytes(hex);
    expect(readPictureSize(whole)).toEqual({ width: 4000, height: 3000 });
    const sizes = Array.from(whole, (_byte, length) => readPictureSize(whole.subarray(0, length)));
    expect(sizes.filter((size) => size !== null && size.width !== 4000)).toEqual([]);
    expect(sizes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null));
  });
});

test("what claims to be vast is read as it claims", () => {
  expect(readPictureSize(bytes(PNG.replace("00000fa0 00000bb8", "7fffffff ffffffff")))).toEqual({
    width: 0x7fffffff,
    height: 0xffffffff,
  });
});

test("other kinds, and what only begins like one", () => {
  for (const hex of [
    "",
    "47494638396101000100",
    "424d",
    "ffd8",
    "ffd8 ffda 0008 00",
    "ffd8 0000000000000000000000",
    PNG.replace("49484452", "49444154"),
    WEBP.lossy.replace("57454250", "57415645"),
    WEBP.lossy.replace("56503820", "414c5048"),
  ])
    expect(readPictureSize(bytes(hex)), hex).toBeNull();
});

test("noise behind every beginning: no throw, an end", () => {
  const starts = [PNG.slice(0, 16), "ffd8", "ffd8ffe0", WEBP.lossy.slice(0, 26)].map(bytes);
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      const size = readPictureSize(Uint8Array.from([...start, ...rest]));
      expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
    }),
  );
  expect(readPictureSize(new Uint8Array(4_000_000).fill(0xff))).toBeNull();
  const endless = new Uint8Array(4_000_000).fill(0xff);
  endless[1] = 0xd8;
  expect(readPictureSize(endless)).toBeNull();
});

test("fitting keeps the shape, enlarges nothing, and leaves a pixel", () => {
  expect(fitInto({ width: 4000, height: 3000 }, 2048)).toEqual({ width: 2048, height: 1536 });
  expect(fitInto({ width: 3000, height: 4000 }, 2048)).toEqual({ width: 1536, height: 2048 });
  expect(fitInto({ width: 100, height: 50 }, 2048)).toEqual({ width: 100, height: 50 });
  expect(fitInto({ width: 60_000, height: 1 }, 2048)).toEqual({ width: 2048, height: 1 });
});
