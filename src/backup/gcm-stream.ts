/**
 * AES-256-GCM over data of any length in bounded memory, with WebCrypto doing the bulk work.
 *
 * WebCrypto has no streaming GCM, but it computes GHASH over *additional data* natively. Of each chunk C (a
 * multiple of 16 bytes but for the last) it makes a tag without plaintext,
 *
 *     t = GCM(K, IV', additional data = C) = (GHASH(C) xor len)·H xor E(J0'),  len = [8·|C|]₆₄ ‖ 0₆₄
 *
 * so GHASH(C) = (t xor E(J0'))·H⁻¹ xor len, and the running hash becomes Y·H^blocks xor GHASH(C). At the end
 * tag = (Y xor (0₆₄ ‖ [8·n]₆₄))·H xor E(J0). Plaintext comes from AES-CTR with a 32-bit counter that starts
 * at J0 + 1 and wraps without carry. NIST SP 800-38D §6.4, §6.5, §7; docs/backup-files.md §6.
 *
 * Two products per chunk are ours, everything else is the browser's. Not done here: comparing the tag.
 */
import type { Bytes } from "../core/bytes.ts";
import { wipe } from "../core/bytes.ts";
import { add, bytesOf, type Element, elementOf, inverse, multiply, power } from "./gf128.ts";
import { searchTag } from "./tag-search.ts";

const BLOCK_BYTES = 16;
/** NIST SP 800-38D §5.2.1.1: the longest plaintext under one IV. */
export const LONGEST_PLAINTEXT = 2 ** 36 - 32;

/** The AES-256 key of one file in WebCrypto, not extractable. */
export type FileKey = { gcm: CryptoKey; ctr: CryptoKey };

/** Takes 32 raw bytes and overwrites them. */
export async function importFileKey(raw: Bytes): Promise<FileKey> {
  try {
    const load = (name: string) => crypto.subtle.importKey("raw", raw, name, false, ["encrypt"]);
    const [gcm, ctr] = await Promise.all([load("AES-GCM"), load("AES-CTR")]);
    return { gcm, ctr };
  } finally {
    wipe(raw);
  }
}

export type GcmStream = {
  /** Hashes ciphertext; a multiple of 16 bytes, but for the last. */
  absorb(ciphertext: Bytes): Promise<void>;
  /** Hashes ciphertext and gives its plaintext, of the same length: not yet authentic. */
  decrypt(ciphertext: Bytes): Promise<Bytes>;
  /** Gives ciphertext and hashes it. */
  encrypt(plaintext: Bytes): Promise<Bytes>;
  /** 16 bytes: the tag if `rest` were all that is still to come. Changes nothing. */
  tagAfter(rest: Bytes): Promise<Bytes>;
  /**
   * The first place in what comes next at which the tag of everything before it stands. Null: at none.
   * Changes nothing.
   */
  findTag(next: Bytes): number | null;
};

const EMPTY = new Uint8Array(0);
/** IV' of the tags made per chunk, and its J0': a 96-bit IV followed by a counter of 1. */
const CHUNK_IV = new Uint8Array(12);
const CHUNK_J0 = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

/** Two lengths in bytes as 64-bit numbers of bits. */
function lengths(first: number, second: number): Element {
  const words = (bytes: number) => [Math.floor(bytes / 2 ** 29), (bytes % 2 ** 29) * 8];
  return Uint32Array.from([...words(first), ...words(second)]);
}

/**
 * J0: a 96-bit IV followed by 1, or GHASH(IV ‖ padding ‖ 0₆₄ ‖ its length) of one of any other length, such
 * as the 16 bytes of backups. SP 800-38D §7.1 step 2.
 */
export function firstCounter(h: Element, iv: Uint8Array): Element {
  const padded = new Uint8Array(Math.ceil(iv.length / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(iv);
  if (iv.length === 12) {
    padded[15] = 1;
    return elementOf(padded);
  }
  let hash: Element = new Uint32Array(4);
  for (let at = 0; at < padded.length; at += BLOCK_BYTES)
    hash = multiply(add(hash, elementOf(padded.subarray(at))), h);
  return multiply(add(hash, lengths(0, iv.length)), h);
}

/** The counter block `blocks` after J0: only the last 32 bits count. */
function counterAfter(j0: Element, blocks: number): Bytes {
  const counter = Uint32Array.from(j0);
  counter[3] = ((j0[3] as number) + (blocks % 2 ** 32)) >>> 0;
  return bytesOf(counter);
}

async function cipher(key: FileKey, counter: Bytes, data: Bytes): Promise<Bytes> {
  const params = { name: "AES-CTR", counter, length: 32 };
  return new Uint8Array(await crypto.subtle.encrypt(params, key.ctr, data));
}

/**
 * For an IV, the first bytes that its plaintext is combined with: to try many IVs on a few bytes.
 *
 * @param length - bytes of key stream.
 */
export async function startKeyStreams(key: FileKey, length: number): Promise<(iv: Bytes) => Promise<Bytes>> {
  const h = elementOf(await cipher(key, new Uint8Array(BLOCK_BYTES), new Uint8Array(BLOCK_BYTES)));
  const zeros = new Uint8Array(length);
  return (iv) => cipher(key, counterAfter(firstCounter(h, iv), 1), zeros);
}

/** @param iv - 16 bytes in backups; of any length but 0. */
export async function startGcm(key: FileKey, iv: Bytes): Promise<GcmStream> {
  const encryptBlock = (block: Bytes) => cipher(key, block, new Uint8Array(BLOCK_BYTES));
  const h = elementOf(await encryptBlock(new Uint8Array(BLOCK_BYTES)));
  const inverseH = inverse(h);
  const j0 = firstCounter(h, iv);
  const [maskJ0, chunkMask] = (
    await Promise.all([encryptBlock(counterAfter(j0, 0)), encryptBlock(CHUNK_J0)])
  ).map(elementOf) as [Element, Element];
  let hash: Element = new Uint32Array(4);
  let done = 0;
  let lastPower = { blocks: 0, value: power(h, 0) };

  function powerOf(blocks: number): Element {
    if (lastPower.blocks !== blocks) lastPower = { blocks, value: power(h, blocks) };
    return lastPower.value;
  }

  async function hashOf(chunk: Bytes): Promise<Element> {
    const params = { name: "AES-GCM", iv: CHUNK_IV, additionalData: chunk };
    const tag = elementOf(new Uint8Array(await crypto.subtle.encrypt(params, key.gcm, EMPTY)));
    return add(multiply(add(tag, chunkMask), inverseH), lengths(chunk.length, 0));
  }

  /** The running hash with one more chunk, which is padded to whole blocks. */
  async function hashWith(chunk: Bytes): Promise<Element> {
    if (chunk.length === 0) return hash;
    const added = await hashOf(chunk);
    return add(multiply(hash, powerOf(Math.ceil(chunk.length / BLOCK_BYTES))), added);
  }

  function begin(length: number): Bytes {
    if (length > 0 && done % BLOCK_BYTES !== 0)
      throw new RangeError("only the last chunk may end within a block");
    if (done + length > LONGEST_PLAINTEXT) throw new RangeError("too long for one IV");
    return counterAfter(j0, 1 + done / BLOCK_BYTES);
  }

  return {
    async absorb(ciphertext) {
      begin(ciphertext.length);
      hash = await hashWith(ciphertext);
      done += ciphertext.length;
    },
    async decrypt(ciphertext) {
      const counter = begin(ciphertext.length);
      const [plaintext, next] = await Promise.all([cipher(key, counter, ciphertext), hashWith(ciphertext)]);
      hash = next;
      done += ciphertext.length;
      return plaintext;
    },
    async encrypt(plaintext) {
      const ciphertext = await cipher(key, begin(plaintext.length), plaintext);
      hash = await hashWith(ciphertext);
      done += ciphertext.length;
      return ciphertext;
    },
    async tagAfter(rest) {
      begin(rest.length);
      const total = add(await hashWith(rest), lengths(0, done + rest.length));
      return bytesOf(add(multiply(total, h), maskJ0));
    },
    findTag(next) {
      begin(next.length);
      return searchTag(next, { h, mask: maskJ0, hash, length: done });
    },
  };
}
