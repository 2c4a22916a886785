/**
 * Finds the key that a mistyped one was meant to be, with a backup as the oracle.
 *
 * Each candidate first gets a cheap test that can only rule it out: HKDF-SHA-256, two AES blocks and two
 * GHASH products. They are computed here, since waiting for WebCrypto would take ten times as long. One wrong
 * key in 1,500 passes and gets the whole test of `key-test.ts`. The search stops at the first key that fits:
 * AES-GCM does not commit to a key, but it is hardly possible that two keys one typo apart both fit.
 */
import { unsafe } from "@noble/ciphers/aes.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, utf8ToBytes } from "../core/bytes.ts";
import { KEY_BYTES } from "../core/key/backup-key.ts";
import { KEY_DIGITS } from "../core/key/key-rows.ts";
import { countOf, packDigits, type Typed, type Typo, typosFor, writeCandidate } from "./candidates.ts";
import { firstCounter } from "./gcm-stream.ts";
import { bytesOf, elementOf } from "./gf128.ts";
import type { Kind } from "./kind.ts";
import { hasZlibHeader, isZip, START_BYTES } from "./payload.ts";
import type { Source } from "./source.ts";
import { LONGEST_TAGGED, tryKey } from "./try-key.ts";

const LABEL = /* @__PURE__ */ utf8ToBytes("backup encryption");
const NO_SALT = new Uint8Array(0);
const BLOCK = 16;
/** A tag, and four bytes for {@link mayOpen}. */
const SHORTEST_DATA = 20;

/** The file key of a candidate, 32 bytes: `deriveFor` without waiting. */
export function deriveFileKey(key: Uint8Array): Uint8Array {
  return expand(sha256, extract(sha256, key, NO_SALT), LABEL, 32);
}

/**
 * May this be the key? False only for keys that are certainly not.
 *
 * @param iv - 16 bytes. @param first - the first ciphertext, at least 4 bytes.
 */
export function mayOpen(key: Uint8Array, iv: Bytes, first: Uint8Array): boolean {
  const schedule = unsafe.expandKeyLE(deriveFileKey(key));
  const h = elementOf(unsafe.encryptBlock(schedule, new Uint8Array(BLOCK)));
  const counter = firstCounter(h, iv);
  counter[3] = ((counter[3] as number) + 1) >>> 0;
  const stream = unsafe.encryptBlock(schedule, bytesOf(counter));
  const plain = first.slice(0, 4).map((byte, i) => byte ^ (stream[i] as number));
  return hasZlibHeader(plain) || isZip(plain);
}

/** A share of the search: every `of`-th candidate from `share` on. */
export type Share = { share: number; of: number };

/** What of a file the search needs, so that it can be sent to workers. */
export type Clue = {
  iv: Bytes;
  /** The first ciphertext, at most 1 KiB. */
  start: Bytes;
  /** All of it, tag and MD5 included, up to 16 MiB; null of a longer one. */
  data: Bytes | null;
};

/** Reads the clue of a crypt15 file; null of another kind, and of one too short to tell anything. */
export async function readClue(source: Source, kind: Kind): Promise<Clue | null> {
  if (kind.kind !== "crypt15") return null;
  const { iv, dataOffset } = kind.prefix;
  const length = source.size - dataOffset;
  if (length < SHORTEST_DATA) return null;
  const start = (await source.read(dataOffset, Math.min(dataOffset + START_BYTES, source.size))).slice();
  const data = length > LONGEST_TAGGED ? null : (await source.read(dataOffset, source.size)).slice();
  return { iv, start, data };
}

/**
 * The whole test, for the few that pass {@link mayOpen}. Where the file is not too long for it the tag has
 * the last word: among half a million candidates a ZIP's four bytes are weak evidence. A SQLite header is
 * strong.
 */
async function fits(key: Bytes, { iv, start, data }: Clue): Promise<boolean> {
  const begins = await tryKey(key, { ask: "start", iv, start });
  const isKnown = begins.answer === "right-key";
  if (!data || (isKnown && begins.payload === "sqlite")) return isKnown;
  const sealed = await tryKey(key, { ask: "tag", purpose: { use: "backup" }, iv, data });
  return sealed.answer === "right-key";
}

export type Found = { key: Bytes; typo: Typo };

/** Candidates between two looks at the signal and the progress. */
const STRIDE = 512;

/** All candidates of what was typed. */
export function countAll(typed: Typed): number {
  return typosFor(typed).reduce((sum, typo) => sum + countOf(typed, typo), 0);
}

/**
 * Searches one share of the candidates, row by row.
 *
 * @param onProgress - gets the number of candidates tried since it was last called.
 * @param isStopped - asked every {@link STRIDE} candidates.
 * @returns null when none opens the file, or when it was stopped.
 */
export async function searchShare(
  typed: Typed,
  clue: Clue,
  { share, of }: Share,
  onProgress: (tried: number) => void,
  isStopped: () => boolean | Promise<boolean>,
): Promise<Found | null> {
  const digits = new Uint8Array(KEY_DIGITS);
  const key = new Uint8Array(KEY_BYTES);
  let tried = 0;
  for (const typo of typosFor(typed)) {
    const count = countOf(typed, typo);
    for (let n = share; n < count; n += of) {
      writeCandidate(typed, typo, n, digits);
      packDigits(digits, key);
      if (mayOpen(key, clue.iv, clue.start) && (await fits(key, clue))) return { key: key.slice(), typo };
      tried += 1;
      if (tried < STRIDE) continue;
      onProgress(tried);
      tried = 0;
      if (await isStopped()) return null;
    }
  }
  onProgress(tried);
  return null;
}
