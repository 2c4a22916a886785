/**
 * The blocks that a KeePass database's content is cut into, each with its check; an empty one ends it.
 *
 * - version 4: HMAC-SHA256 (32) ‖ length (4) ‖ ciphertext; the HMAC is over number (8) ‖ length ‖ ciphertext
 * - version 3.1, within the plaintext: number (4) ‖ SHA-256 (32) ‖ length (4) ‖ data; the last hash is zeros
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, concatBytes, equalBytes } from "../../core/bytes.ts";
import { readerOf, toLittleEndian } from "./byte-reader.ts";
import { blockHmacKey, blockNumber, type KdbxKeys } from "./kdbx-keys.ts";

const MAC_BYTES = 32;
const BLOCK_BYTES = 1024 * 1024;
/** Programs write blocks of a MiB. Sixteen MiB in blocks of a byte each would take half a minute of HMACs. */
const MOST_BLOCKS = 4096;

async function hmacOf(index: number, data: Bytes, keys: KdbxKeys): Promise<Bytes> {
  const key = await blockHmacKey(blockNumber(index), keys, "sign");
  const over = concatBytes(blockNumber(index), toLittleEndian(data.length, 4), data);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, over));
}

export async function writeHmacBlocks(data: Bytes, keys: KdbxKeys): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  const count = Math.ceil(data.length / BLOCK_BYTES);
  for (let index = 0; index <= count; index++) {
    const block = data.slice(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
    parts.push(await hmacOf(index, block, keys), toLittleEndian(block.length, 4), block);
  }
  return concatBytes(...parts);
}

/**
 * The ciphertext; null where a block is altered, cut or missing, or where there are more than anybody writes.
 */
export async function readHmacBlocks(bytes: Uint8Array, keys: KdbxKeys): Promise<Bytes | null> {
  const reader = readerOf(bytes);
  const parts: Bytes[] = [];
  for (let index = 0; index <= MOST_BLOCKS; index++) {
    const mac = reader.take(MAC_BYTES);
    const block = reader.take(reader.u32());
    if (reader.isCut() || !equalBytes(mac, await hmacOf(index, block, keys))) return null;
    if (block.length === 0) return concatBytes(...parts);
    parts.push(block);
  }
  return null;
}

/** The data of version 3.1's blocks; null where one is altered, cut or missing. */
export function readHashedBlocks(bytes: Uint8Array): Bytes | null {
  const reader = readerOf(bytes);
  const parts: Bytes[] = [];
  for (let index = 0; ; index++) {
    const number = reader.u32();
    const hash = reader.take(MAC_BYTES);
    const block = reader.take(reader.u32());
    if (reader.isCut() || number !== index) return null;
    if (block.length === 0) return hash.every((byte) => byte === 0) ? concatBytes(...parts) : null;
    if (!equalBytes(hash, sha256(block))) return null;
    parts.push(block);
  }
}
