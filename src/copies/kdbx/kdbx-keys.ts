/**
 * From the password to the keys of a KeePass database.
 *
 * - composite = SHA-256(SHA-256(password, UTF-8 as typed)); key files and hardware keys are not read here
 * - transformed = AES-KDF or Argon2 of it, 32 bytes
 * - cipher key = SHA-256(master seed ‖ transformed)
 * - HMAC base (version 4) = SHA-512(master seed ‖ transformed ‖ 01); the key of block i = SHA-512(uint64 i ‖ base)
 *
 * AES-KDF encrypts each half of the composite `rounds` times by AES-256-ECB under the seed, then hashes. One
 * AES-CBC over zeros does the same chain: each block is the encryption of the one before, the IV the first.
 * Source: keepass.info/help/kb/kdbx.html.
 */
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { type Bytes, concatBytes, utf8ToBytes, wipe } from "../../core/bytes.ts";
import { type Argon2Costs, deriveByArgon2, isPayable } from "../argon2.ts";
import { toLittleEndian } from "./byte-reader.ts";

/** `seed`: 32 bytes; `salt`: 8 or more. */
export type KdbxKdf =
  | { type: "aes"; seed: Bytes; rounds: number }
  | ({ type: "argon2d" | "argon2id"; salt: Bytes } & Argon2Costs);

export type KdbxKeys = {
  /** 32 bytes. */
  cipher: Bytes;
  /** 64 bytes. */
  hmacBase: Bytes;
};

/** KeePassXC lets people choose up to five seconds, 320 million on the machine where ours took nine. */
const MOST_ROUNDS = 500_000_000;
const ROUNDS_AT_ONCE = 65_536;
const BLOCK_BYTES = 16;
/** The header's own HMAC has the key of this block. */
export const HEADER_BLOCK = new Uint8Array(8).fill(0xff);

/** Is the derivation within bounds? */
export function isKdfPayable(kdf: KdbxKdf): boolean {
  if (kdf.type !== "aes") return isPayable(kdf);
  return Number.isInteger(kdf.rounds) && kdf.rounds >= 1 && kdf.rounds <= MOST_ROUNDS;
}

async function transformHalf(key: CryptoKey, half: Bytes, rounds: number): Promise<Bytes> {
  const zeros = new Uint8Array(Math.min(rounds, ROUNDS_AT_ONCE) * BLOCK_BYTES);
  let block = half;
  for (let left = rounds; left > 0; left -= ROUNDS_AT_ONCE) {
    const length = Math.min(left, ROUNDS_AT_ONCE) * BLOCK_BYTES;
    const chain = await crypto.subtle.encrypt({ name: "AES-CBC", iv: block }, key, zeros.subarray(0, length));
    // One block of padding comes after them.
    block = new Uint8Array(chain).slice(length - BLOCK_BYTES, length);
  }
  return block;
}

async function transformByAes(composite: Bytes, seed: Bytes, rounds: number): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", seed, "AES-CBC", false, ["encrypt"]);
  const halves = [composite.slice(0, BLOCK_BYTES), composite.slice(BLOCK_BYTES)];
  const chains = await Promise.all(halves.map((half) => transformHalf(key, half, rounds)));
  return sha256(concatBytes(...chains));
}

/**
 * @param password - as typed: KeePass does not normalise it. The KDF must be within bounds.
 * @returns null as {@link deriveByArgon2} says.
 */
export async function deriveKdbxKeys(
  password: string,
  kdf: KdbxKdf,
  masterSeed: Bytes,
): Promise<KdbxKeys | null> {
  const typed = utf8ToBytes(password);
  const composite = sha256(sha256(typed));
  const transformed =
    kdf.type === "aes"
      ? await transformByAes(composite, kdf.seed, kdf.rounds)
      : await deriveByArgon2(composite, kdf.salt, kdf);
  if (!transformed) return null;
  const cipher = sha256(concatBytes(masterSeed, transformed));
  const hmacBase = sha512(concatBytes(masterSeed, transformed, Uint8Array.of(1)));
  wipe(typed, composite, transformed);
  return { cipher, hmacBase };
}

/** @param block - a block's number as 8 bytes, or {@link HEADER_BLOCK}. */
export async function blockHmacKey(
  block: Uint8Array,
  { hmacBase }: KdbxKeys,
  use: "sign" | "verify",
): Promise<CryptoKey> {
  const bytes = sha512(concatBytes(block, hmacBase));
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [use]);
}

export function blockNumber(index: number): Bytes {
  return toLittleEndian(index, 8);
}
