/** The base64 and hex methods of `Uint8Array` (ES2026), for Node before 25. Import this file first. */

if (!("fromBase64" in Uint8Array)) {
  const define = (name: "Base64" | "Hex") => {
    const encoding = name === "Hex" ? "hex" : "base64";
    Object.defineProperty(Uint8Array, `from${name}`, {
      // Node ignores wrong characters. `core/bytes.ts` notices them: it encodes again and compares.
      value: (text: string) => Uint8Array.from(Buffer.from(text, encoding)),
    });
    Object.defineProperty(Uint8Array.prototype, `to${name}`, {
      value(this: Uint8Array) {
        return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString(encoding);
      },
    });
  };
  define("Base64");
  define("Hex");
}
