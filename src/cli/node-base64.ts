/** `Uint8Array` to and from base64 as ES2026 has them, for Node before 25. To be imported first. */

if (!("fromBase64" in Uint8Array)) {
  Object.defineProperty(Uint8Array, "fromBase64", {
    // Lenient; `core/bytes.ts` compares.
    value: (text: string) => Uint8Array.from(Buffer.from(text, "base64")),
  });
  Object.defineProperty(Uint8Array.prototype, "toBase64", {
    value(this: Uint8Array) {
      return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString("base64");
    },
  });
}
