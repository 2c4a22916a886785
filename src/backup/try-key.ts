/**
 * One key against a few bytes of a file.
 *
 * Counter mode is its own inverse, so *encrypting* the first ciphertext with GCM and dropping the tag gives
 * the first plaintext (docs/backup-files.md §5).
 */

import { type Bytes, wipe } from "../core/bytes.ts";
import type { BackupKey } from "../core/key/backup-key.ts";
import { deriveFor, type Purpose } from "./derive.ts";
import { MD5_BYTES, TAG_BYTES } from "./magic.ts";
import { readMetadata, tryMetadata } from "./media.ts";
import { type PayloadKind, readPayloadStart } from "./payload.ts";

/** Longest ciphertext whose tag is computed to test a key. */
export const LONGEST_TAGGED = 16 * 1024 * 1024;

export type Challenge =
  /** `start`: the first ciphertext, at most {@link START_BYTES}. `iv`: 16 bytes. */
  | { ask: "start"; iv: Bytes; start: Bytes }
  /** `data`: ciphertext, tag, and what may follow it: the tag ends at the end, or one MD5 before it. */
  | { ask: "tag"; purpose: Extract<Purpose, { use: "backup" | "media" }>; iv: Bytes | null; data: Bytes }
  /** `file`: a metadata file as it is. */
  | { ask: "metadata"; file: Bytes };

/** What one key's attempt gave. */
export type Attempt =
  | { answer: "right-key"; payload: PayloadKind | null }
  | { answer: "damaged" }
  | { answer: "plausible" }
  | { answer: "no" };

const NO: Attempt = { answer: "no" };

/** Media brings its own IV, behind its key. */
async function keyAndIv(raw: Bytes, iv: Bytes | null): Promise<{ key: CryptoKey; iv: Bytes }> {
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  const key = await crypto.subtle.importKey("raw", raw.slice(0, 32), "AES-GCM", false, usages);
  return { key, iv: iv ?? raw.slice(32, 48) };
}

async function tryStart(raw: Bytes, { iv, start }: Extract<Challenge, { ask: "start" }>): Promise<Attempt> {
  const { key } = await keyAndIv(raw, iv);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, start);
  const begins = await readPayloadStart(new Uint8Array(sealed, 0, start.length));
  if (begins.fit === "known") return { answer: "right-key", payload: begins.kind };
  return { answer: begins.fit === "plausible" ? "plausible" : "no" };
}

async function tryTag(raw: Bytes, { iv, data }: Extract<Challenge, { ask: "tag" }>): Promise<Attempt> {
  const aes = await keyAndIv(raw, iv);
  const opens = (sealed: Bytes) =>
    crypto.subtle.decrypt({ name: "AES-GCM", iv: aes.iv }, aes.key, sealed).then(
      () => true,
      () => false,
    );
  const ends = [data.length, data.length - MD5_BYTES].filter((end) => end >= TAG_BYTES);
  for (const end of ends)
    if (await opens(data.subarray(0, end))) return { answer: "right-key", payload: null };
  return NO;
}

async function tryRaw(raw: Bytes, challenge: Challenge): Promise<Attempt> {
  if (challenge.ask === "start") return tryStart(raw, challenge);
  if (challenge.ask === "tag") return tryTag(raw, challenge);
  const metadata = readMetadata(challenge.file);
  if (!metadata) return NO;
  const { answer } = await tryMetadata(raw, metadata);
  return answer === "right-key" ? { answer, payload: null } : answer === "damaged" ? { answer } : NO;
}

function purposeOf(challenge: Challenge): Purpose {
  if (challenge.ask === "metadata") return { use: "media-metadata" };
  return challenge.ask === "start" ? { use: "backup" } : challenge.purpose;
}

/** One 64-digit key against one challenge. */
export async function tryKey(key: BackupKey, challenge: Challenge): Promise<Attempt> {
  const raw = await deriveFor(key, purposeOf(challenge));
  try {
    return await tryRaw(raw, challenge);
  } finally {
    wipe(raw);
  }
}

/** One AES key of a crypt12 or crypt14 `key` file (32 bytes) against one challenge. */
export async function tryFileKey(fileKey: Bytes, challenge: Challenge): Promise<Attempt> {
  return purposeOf(challenge).use === "backup" ? tryRaw(fileKey, challenge) : NO;
}
