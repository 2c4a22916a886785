/**
 * Does this key open this file? Answered from a kilobyte of it, in milliseconds, whatever its size.
 *
 * Two halves. {@link proveFile} reads the file and knows no key: it asks a {@link Prover}, which holds the keys and
 * sees only the few bytes it is sent: the background of the extension, or a list of keys in the command line.
 * Counter mode is its own inverse, so *encrypting* the first ciphertext with GCM and dropping the tag gives the
 * first plaintext (shared/formats.md §5). It proves the key, not that the rest of the file is whole.
 */
import type { BackupKey } from "../core/backup-key.ts";
import { type Bytes, wipe } from "../core/bytes.ts";
import { deriveFor, type Purpose } from "./derive.ts";
import { HEAD_BYTES, type Kind } from "./kind.ts";
import { findMagic } from "./magic.ts";
import { LONGEST_METADATA, readMetadata, tryMetadata } from "./media.ts";
import { type PayloadKind, PROOF_BYTES, readPayloadStart } from "./payload.ts";
import { MD5_BYTES, TAG_BYTES } from "./prefix.ts";
import type { Source } from "./source.ts";
import type { Verdict } from "./verdict.ts";

/** Longest ciphertext whose tag is computed to prove a key. */
export const LONGEST_TAGGED = 16 * 1024 * 1024;

export type Challenge =
  /** `start`: the first ciphertext, at most {@link PROOF_BYTES}. `iv`: 16 bytes. */
  | { ask: "start"; purpose: Extract<Purpose, { use: "backup" | "media" }>; iv: Bytes | null; start: Bytes }
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

/** Answers a challenge for each of its keys, by their names. */
export type Prover = (challenge: Challenge) => Promise<{ name: string; attempt: Attempt }[]>;

const NO: Attempt = { answer: "no" };

/** AES key and IV for a purpose; media brings its own IV. The raw bytes are gone afterwards. */
async function keyAndIv(raw: Bytes, iv: Bytes | null): Promise<{ key: CryptoKey; iv: Bytes }> {
  const key = await crypto.subtle.importKey("raw", raw.slice(0, 32), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  return { key, iv: iv ?? raw.slice(32, 48) };
}

async function tryStart(
  raw: Bytes,
  { purpose, iv, start }: Extract<Challenge, { ask: "start" }>,
): Promise<Attempt> {
  const aes = await keyAndIv(raw, iv);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: aes.iv }, aes.key, start);
  const plaintext = new Uint8Array(sealed, 0, start.length);
  if (purpose.use === "media") return findMagic(plaintext) ? { answer: "right-key", payload: null } : NO;
  const begins = await readPayloadStart(plaintext);
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

/** One 64-digit key against one challenge. */
export async function tryKey(key: BackupKey, challenge: Challenge): Promise<Attempt> {
  const purpose: Purpose = challenge.ask === "metadata" ? { use: "media-metadata" } : challenge.purpose;
  const raw = await deriveFor(key, purpose);
  try {
    return await tryRaw(raw, challenge);
  } finally {
    wipe(raw);
  }
}

/** One AES key of a crypt12 or crypt14 `key` file (32 bytes) against one challenge. */
export async function tryFileKey(fileKey: Bytes, challenge: Challenge): Promise<Attempt> {
  return challenge.ask === "metadata" || challenge.purpose.use === "media" ? NO : tryRaw(fileKey, challenge);
}

export type Proof = {
  verdict: Verdict;
  /** Names of the keys that fit; several are possible, AES-GCM does not commit to one. */
  keys: string[];
  payload: PayloadKind | null;
  /** What the answer rests on. */
  read: "beginning" | "whole" | "nothing";
};

const NOT_A_BACKUP: Proof = { verdict: "not-a-backup", keys: [], payload: null, read: "nothing" };
const CANNOT_TELL: Proof = { verdict: "cannot-tell", keys: [], payload: null, read: "beginning" };

function fitting(answers: Awaited<ReturnType<Prover>>, read: Proof["read"]): Proof | null {
  const fits = answers.filter(({ attempt }) => attempt.answer === "right-key");
  if (fits.length === 0) return null;
  const [first] = fits;
  const payload = first?.attempt.answer === "right-key" ? first.attempt.payload : null;
  return { verdict: "right-key", keys: fits.map(({ name }) => name), payload, read };
}

/** The first ciphertext of a file: from its first 4 KiB, or 1 KiB more where the header is longer. */
async function readStart(source: Source, dataOffset: number): Promise<Bytes> {
  const end = Math.min(dataOffset + PROOF_BYTES, source.size);
  if (end > HEAD_BYTES) return source.read(dataOffset, end);
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  return head.slice(dataOffset, end);
}

async function proveMetadata(source: Source, prover: Prover): Promise<Proof> {
  const file = source.size > LONGEST_METADATA ? null : await source.read(0, source.size);
  if (!file || !readMetadata(file)) return NOT_A_BACKUP;
  const answers = await prover({ ask: "metadata", file });
  const proof = fitting(answers, "whole");
  if (proof) return proof;
  const damaged = answers.filter(({ attempt }) => attempt.answer === "damaged").map(({ name }) => name);
  const verdict = damaged.length > 0 ? "damaged" : "not-its-key";
  return { verdict, keys: damaged, payload: null, read: "whole" };
}

/**
 * Proves which of the prover's keys open a file.
 *
 * Reads at most {@link PROOF_BYTES} of ciphertext; where no key fits and the ciphertext has at most
 * {@link LONGEST_TAGGED}, all of it, because its payload may be one without a known beginning.
 * `not-its-key` rests on the beginning alone: no MD5 is read here. Rejects when the file cannot be read.
 */
export async function proveFile(source: Source, kind: Kind, prover: Prover): Promise<Proof> {
  if (kind.kind === "media-metadata") return proveMetadata(source, prover);
  const isMedia = kind.kind === "media";
  if (!isMedia && !("prefix" in kind)) return NOT_A_BACKUP;
  const purpose = isMedia ? { use: "media" as const, mediaHash: kind.mediaHash } : { use: "backup" as const };
  const iv = isMedia ? null : kind.prefix.iv;
  const dataOffset = isMedia ? 0 : kind.prefix.dataOffset;
  const dataEnd = source.size - (isMedia ? 0 : kind.prefix.trailer);
  const isSmall = dataEnd - dataOffset <= LONGEST_TAGGED;
  if (dataEnd - dataOffset < TAG_BYTES) return CANNOT_TELL;
  let answers: Awaited<ReturnType<Prover>> = [];
  // A picture's three bytes are weak evidence: what is small enough is proven by its tag.
  if (!isMedia || !isSmall) {
    answers = await prover({ ask: "start", purpose, iv, start: await readStart(source, dataOffset) });
    const proof = fitting(answers, "beginning");
    if (proof) return proof;
  }
  if (isSmall) {
    const data = await source.read(dataOffset, dataEnd);
    const proof = fitting(await prover({ ask: "tag", purpose, iv, data }), "whole");
    if (proof) return proof;
  }
  const isOpen = isMedia || answers.some(({ attempt }) => attempt.answer === "plausible");
  if (isOpen) return { ...CANNOT_TELL, read: isSmall ? "whole" : "beginning" };
  return { verdict: "not-its-key", keys: [], payload: null, read: isSmall ? "whole" : "beginning" };
}
