/**
 * The key as a QR code: the bare 64 lower-case hex characters, so that any reader gives the key and nothing
 * else.
 *
 * Bytes at level Q (a quarter may be dirty or torn) make version 6, 41 modules a side. Upper case would do
 * with fewer, but then what is scanned would not be what WhatsApp shows. By `qr`, ISO/IEC 18004.
 */
import { encodeQR } from "qr";

export const QR_MODULES = 41;
const QR_VERSION = 6;
/** Modules of white that readers want on every side: ISO/IEC 18004 §9.1. */
export const QR_QUIET_MODULES = 4;

/** 41 rows of 41 modules, true for black, without the white around. @param hex - 64 characters. */
export function qrModules(hex: string): boolean[][] {
  const options = { ecc: "quartile", encoding: "byte", version: QR_VERSION, border: 1 } as const;
  const withBorder = encodeQR(hex, "raw", options);
  return withBorder.slice(1, -1).map((row) => row.slice(1, -1));
}

/** The black modules as the `d` of an SVG path, one unit a module: each run of a row is one rectangle. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  const runs = modules.flatMap((row, y) => {
    const starts = row.flatMap((isBlack, x) => (isBlack && !row[x - 1] ? [x] : []));
    return starts.map((x) => {
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return `M${x} ${y}h${length}v1h-${length}z`;
    });
  });
  return runs.join("");
}
