/** KDBX 4 files with any content and any parameters: what no password manager would write. Cheap to open. */
import { sha256 } from "@noble/hashes/sha2.js";
import { toLittleEndian } from "../../src/copies/kdbx/byte-reader.ts";
import { writeHmacBlocks } from "../../src/copies/kdbx/kdbx-blocks.ts";
import { writeField, writeKdbxHeader } from "../../src/copies/kdbx/kdbx-header.ts";
import { blockHmacKey, deriveKdbxKeys, HEADER_BLOCK } from "../../src/copies/kdbx/kdbx-keys.ts";
import { type Bytes, concatBytes, randomBytes, utf8ToBytes } from "../../src/core/bytes.ts";

const CHEAP = { memoryKib: 8, iterations: 1, parallelism: 1 };

/** @param change - turns the header before it is hashed and authenticated. */
export async function sealKdbx(
  plain: Bytes,
  password: string,
  change: (header: Bytes) => Bytes = (header) => header,
): Promise<Uint8Array> {
  const [masterSeed, iv, salt] = [randomBytes(32), randomBytes(16), randomBytes(32)];
  const kdf = { type: "argon2id", ...CHEAP, salt } as const;
  const header = change(writeKdbxHeader({ masterSeed, iv }, kdf));
  const keys = await deriveKdbxKeys(password, kdf, masterSeed);
  if (!keys) throw new Error("no memory");
  const aes = await crypto.subtle.importKey("raw", keys.cipher, "AES-CBC", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt({ name: "AES-CBC", iv }, aes, plain);
  const mac = await crypto.subtle.sign("HMAC", await blockHmacKey(HEADER_BLOCK, keys, "sign"), header);
  const blocks = await writeHmacBlocks(new Uint8Array(sealed), keys);
  return concatBytes(header, sha256(header), new Uint8Array(mac), blocks);
}

/** Inner header and document. @param stream - 2, 3, or one that is unknown. */
export function kdbxContent(xml: string, stream = 3): Bytes {
  return concatBytes(
    writeField(1, toLittleEndian(stream, 4)),
    writeField(2, randomBytes(64)),
    writeField(0, new Uint8Array(0)),
    utf8ToBytes(xml),
  );
}

/** Replaces the value of a header field or KDF parameter that `marker` (hex) comes right before. */
export function setAfter(marker: string, value: Uint8Array): (header: Bytes) => Bytes {
  return (header) => {
    const at = Buffer.from(header).indexOf(Buffer.from(marker, "hex"));
    if (at < 0) throw new Error(`no ${marker}`);
    const changed = header.slice();
    changed.set(value, at + marker.length / 2);
    return changed;
  };
}

export const COMPRESSION = "0304000000";
export const CIPHER = "0210000000";
export const MEMORY = "05010000004d08000000";
export const ITERATIONS = "05010000004908000000";
export const LANES = "04010000005004000000";
export const ARGON2_VERSION = "04010000005604000000";
export const KDF_ID = "42050000002455554944" + "10000000";
