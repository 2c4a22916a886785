/**
 * Every sealed keyring that a browser's profile holds anywhere on the disk, also what was written over since:
 * in logs, in free pages, packed or not. As bytes (IndexedDB), and as base64 (`storage.local`).
 */
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { byPassphrase } from "../../src/core/sealed/slots/passphrase-slot.ts";
import { readWrapping, unwrapKeyringKey } from "../../src/core/sealed/wrapping.ts";
import { layersOf } from "./canary-layers.ts";
import { deriveKey } from "./cheap-derivation.ts";

const MAGIC = Buffer.from("64KEYRNG");
/** Of its first six bytes: whole groups of four letters. */
const MAGIC_BASE64 = Buffer.from(MAGIC.subarray(0, 6).toString("base64"));
const BASE64_TEXT = /^[A-Za-z0-9+/]+/;

function* placesOf(sought: Buffer, bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) yield at;
}

/** Each begins with the magic; what stands behind the keyring may follow it. */
export async function sealedOnDisk(profile: string): Promise<Buffer[]> {
  const found = new Map<string, Buffer>();
  const note = (bytes: Buffer) => found.set(bytes.toString("latin1", 0, 400), bytes);
  for (const file of await readdir(profile, { recursive: true })) {
    const path = join(profile, file);
    if (!(await lstat(path)).isFile()) continue;
    for (const { bytes } of layersOf(file, await readFile(path))) {
      for (const at of placesOf(MAGIC, bytes)) note(bytes.subarray(at));
      for (const at of placesOf(MAGIC_BASE64, bytes)) {
        const [text = ""] = BASE64_TEXT.exec(bytes.toString("latin1", at)) ?? [];
        note(Buffer.from(text, "base64"));
      }
    }
  }
  return [...found.values()];
}

/** The keyring keys that a passphrase opens in them, whether or not the rest is whole. */
export async function keysOpenedBy(passphrase: string, runs: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const keys = new Map<string, Uint8Array>();
  for (const run of runs) {
    const fields = readWrapping(run);
    if (!fields) continue;
    const wrapping = Uint8Array.from(run.subarray(0, fields.length));
    const key = await unwrapKeyringKey(wrapping, byPassphrase(passphrase, deriveKey));
    if (key.ok) keys.set(String(key.value), key.value);
  }
  return [...keys.values()];
}

export const opensBody = (sealed: Uint8Array) => (key: Uint8Array) => openKeyring(sealed, key).ok;
