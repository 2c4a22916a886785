/** Pictures with a QR code in them, as a camera or a scanner would make them: grey, drawn point by point. */
import { crc32, deflateSync } from "node:zlib";
import { encodeQR } from "qr";
import { QR_QUIET_MODULES, qrModules } from "../../src/copies/qr/qr-code.ts";

export type Grey = { width: number; height: number; data: Uint8Array };

export type Look = {
  width: number;
  height: number;
  /** Pixels a module. */
  scale: number;
  /** Degrees. */
  turn?: number;
  /** Pixels over which an edge is smeared, each way. */
  blur?: number;
  /** How much darker the lower right corner is than the upper left one, 0 to 1. */
  shade?: number;
};

/** Any text as modules, true for black, without the white around. */
export function modulesOf(text: string): boolean[][] {
  return encodeQR(text, "raw", { ecc: "quartile", encoding: "byte", border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
}

/** The code in the middle of a sheet of paper on a grey table. */
export function drawCode(modules: readonly (readonly boolean[])[], look: Look): Grey {
  const { width, height, scale, turn = 0, blur = 0, shade = 0 } = look;
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  const side = modules.length;
  const paper = side / 2 + QR_QUIET_MODULES;
  const inkAt = (x: number, y: number) => {
    const u = (x * cos + y * sin) / scale;
    const v = (y * cos - x * sin) / scale;
    if (Math.abs(u) > paper || Math.abs(v) > paper) return 120;
    return modules[Math.floor(v + side / 2)]?.[Math.floor(u + side / 2)] ? 40 : 235;
  };
  const around =
    blur === 0 ? [[0, 0] as const] : [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (const [dx, dy] of around) sum += inkAt(x - width / 2 + dx * blur, y - height / 2 + dy * blur);
      const dark = (shade * (x / width + y / height)) / 2;
      data[y * width + x] = (sum / around.length) * (1 - dark);
    }
  return { width, height, data };
}

export const keyPicture = (hex: string, look: Look) => drawCode(qrModules(hex), look);

/** Nothing but finder patterns, which keep our decoder busy for long. */
export function finderPatterns(side: number): Grey {
  const data = new Uint8Array(side * side);
  const tile = 9;
  for (let i = 0; i < side * side; i++) {
    const x = (i % side) % tile;
    const y = Math.floor(i / side) % tile;
    const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
    data[i] = ring <= 1 || ring === 3 ? 0 : 255;
  }
  return { width: side, height: side, data };
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey PNG of this size around these compressed rows, whether they fit or not. */
export function pngOf(width: number, height: number, compressed: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", compressed),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

export function toPng({ width, height, data }: Grey): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return pngOf(width, height, deflateSync(rows, { level: 1 }));
}

/** A film of one picture, as Chromium's camera of files takes it. Width and height are even. */
export function toY4m({ width, height, data }: Grey): Buffer {
  const colour = Buffer.alloc(width * height * 0.5, 128);
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`, "latin1"),
    data,
    colour,
  ]);
}
