/** `Uint8Array` to and from base64 and hex as ES2026 has them, for Node before 25. To be imported first. */

if (!("fromBase64" in Uint8Array)) {
  const define = (name: "Base64" | "Hex") => {
    const encoding = name === "Hex" ? "hex" : "base64";
    Object.defineProperty(Uint8Array, `from${name}`, {
      // Lenient; `core/bytes.ts` compares.
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
