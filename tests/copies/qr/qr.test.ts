/** QR codes: zbar reads ours, we read them from pictures that are turned, small, grey and torn. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { MOST_SIDE } from "../../../src/copies/qr/picture-size.ts";
import { QR_MODULES, QR_QUIET_MODULES, qrModules, qrPath } from "../../../src/copies/qr/qr-code.ts";
import { type Picture, readQrPicture } from "../../../src/copies/qr/qr-picture.ts";
import { bytesToHex } from "../../../src/core/bytes.ts";
import { HEX } from "../../support/export-sources.ts";

const folder = mkdtempSync(join(tmpdir(), "sixtyfour-qr-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Look = { scale: number; turn?: number; black?: number; white?: number; torn?: number };

/**
 * The code in the middle of a square, turned by so many degrees, in two greys; `torn` modules a side are
 * white.
 */
function draw(hex: string, { scale, turn = 0, black = 0, white = 255, torn = 0 }: Look): Picture {
  const modules = qrModules(hex);
  const side = Math.ceil((QR_MODULES + 2 * QR_QUIET_MODULES) * scale * (turn === 0 ? 1 : 1.5));
  const data = new Uint8Array(side * side * 4);
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [(i % side) + 0.5 - side / 2, Math.floor(i / side) + 0.5 - side / 2];
    const [u, v] = [(x * cos + y * sin) / scale, (y * cos - x * sin) / scale].map((at) =>
      Math.floor(at + QR_MODULES / 2),
    ) as [number, number];
    const isTorn =
      u > QR_MODULES - 12 && u < QR_MODULES - 12 + torn && v > QR_MODULES - 12 && v < QR_MODULES - 12 + torn;
    data.fill(modules[v]?.[u] && !isTorn ? black : white, i * 4, i * 4 + 3);
    data[i * 4 + 3] = 255;
  }
  return { width: side, height: side, data };
}

function readByZbar({ width, height, data }: Picture): string {
  const grey = Buffer.from(data.filter((_, i) => i % 4 === 0));
  writeFileSync(join(folder, "code.pgm"), Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
  const { stdout, error } = spawnSync("/usr/bin/zbarimg", ["-q", "--raw", "code.pgm"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error) throw new Error(`zbar-tools is installed by scripts/setup.mjs: ${error.message}`);
  return stdout;
}

test("41 modules a side, three finders, and the bare key for zbar", () => {
  const modules = qrModules(HEX);
  expect([modules.length, ...new Set(modules.map((row) => row.length))]).toEqual([QR_MODULES, QR_MODULES]);
  expect(modules[0]?.slice(0, 8)).toEqual([true, true, true, true, true, true, true, false]);
  expect(readByZbar(draw(HEX, { scale: 4 }))).toBe(`${HEX}\n`);
});

test("any key: the same size, and read by both", () => {
  const keys = fc.sample(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytesToHex), 20);
  for (const hex of [...keys, "0".repeat(64), "f".repeat(64)]) {
    const picture = draw(hex, { scale: 4 });
    expect(readByZbar(picture)).toBe(`${hex}\n`);
    expect(readQrPicture(picture)).toBe(hex);
  }
});

test("the path covers the black modules and no others", () => {
  const modules = qrModules(HEX);
  const drawn = modules.map((row) => row.map(() => false));
  for (const [, x, y, length] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  expect(drawn).toEqual(modules);
});

describe("pictures", () => {
  test.each<[string, Look]>([
    ["as small as two pixels a module", { scale: 2 }],
    ["large", { scale: 20 }],
    ["upside down", { scale: 5, turn: 180 }],
    ["on its side", { scale: 5, turn: 90 }],
    ["turned a little", { scale: 6, turn: 7 }],
    ["turned by half a right angle", { scale: 6, turn: 45 }],
    ["grey on grey", { scale: 5, black: 90, white: 170 }],
    ["with a piece torn out", { scale: 5, torn: 7 }],
  ])("%s: read", (_, look) => expect(readQrPicture(draw(HEX, look))).toBe(HEX));

  test("none in it, or of no size that makes sense: null", () => {
    const white = (side: number) => ({
      width: side,
      height: side,
      data: new Uint8Array(side * side * 4).fill(255),
    });
    expect(readQrPicture(white(500))).toBeNull();
    expect(readQrPicture(white(1))).toBeNull();
    expect(readQrPicture({ ...white(10), width: 11 })).toBeNull();
    expect(readQrPicture({ width: 0, height: 0, data: new Uint8Array(0) })).toBeNull();
    expect(readQrPicture(white(MOST_SIDE + 1))).toBeNull();
  });

  test("noise: no throw, no text, and no try once its time is over", () => {
    const side = 1000;
    let state = 1;
    const data = new Uint8Array(side * side * 4).map(() => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
    // A clock that goes on by a second each time somebody looks at it: how many looks are made is how many
    // tries.
    const looksIn = (milliseconds: number): number => {
      let looks = 0;
      const clocks = [vi.spyOn(performance, "now"), vi.spyOn(Date, "now")];
      for (const clock of clocks)
        clock.mockImplementation(() => {
          looks += 1;
          return looks * 1000;
        });
      expect(readQrPicture({ width: side, height: side, data }, milliseconds)).toBeNull();
      for (const clock of clocks) clock.mockRestore();
      return looks;
    };
    expect(looksIn(1_000)).toBeLessThan(looksIn(60_000));
  });
});
