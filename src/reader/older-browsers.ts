/**
 * `Uint8Array.fromHex` and `toHex` of ES2026 for older browsers. People keep the reader for years and may
 * open it on an old computer. Import this file first.
 */

if (!("fromHex" in Uint8Array)) {
  Object.defineProperty(Uint8Array, "fromHex", {
    value: (hex: string) =>
      Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)),
  });
  Object.defineProperty(Uint8Array.prototype, "toHex", {
    value(this: Uint8Array) {
      return Array.from(this, (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  });
}
