/** What the tests must know of an unpacked extension before Chromium loads it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The id that Chromium gives it: the first 16 bytes of SHA-256, each half byte as a letter from a to p, over
 * the manifest's public key (DER), or over the directory's path where there is no key.
 */
export function extensionIdOf(directory: string): string {
  const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as { key?: string };
  const named =
    manifest.key === undefined ? Buffer.from(resolve(directory)) : Buffer.from(manifest.key, "base64");
  const hex = createHash("sha256").update(named).digest("hex").slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
