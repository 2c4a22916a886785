/**
 * `Uint8Array` to and from hex as ES2026 has them: a file that is kept for years may be opened on an old
 * computer. To be imported first.
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
