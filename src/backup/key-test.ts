/**
 * Does this key open this file? Answered from a kilobyte of it, in milliseconds, whatever its size.
 *
 * There are two halves. {@link testKeys} reads the file and has no key. It asks a {@link KeyTester}, which
 * has the keys and gets only a few bytes of the file: the extension's background, or the command line's list
 * of keys. The answer says that a key fits, not that the rest of the file is whole.
 */
import type { Bytes } from "../core/bytes.ts";
import { HEAD_BYTES, type Kind } from "./kind.ts";
import { TAG_BYTES } from "./magic.ts";
import { LONGEST_METADATA, readMetadata } from "./media.ts";
import { type PayloadKind, START_BYTES } from "./payload.ts";
import type { Source } from "./source.ts";
import { type Attempt, type Challenge, LONGEST_TAGGED } from "./try-key.ts";
import type { Verdict } from "./verdict.ts";

/** Answers a challenge for each of its keys, by their names. */
export type KeyTester = (challenge: Challenge) => Promise<{ name: string; attempt: Attempt }[]>;

export type KeyTest = {
  verdict: Verdict;
  /** Names of the keys that fit; several are possible, AES-GCM does not commit to one. */
  keys: string[];
  payload: PayloadKind | null;
  /** What the answer rests on. */
  read: "beginning" | "whole" | "nothing";
};

const NOT_A_BACKUP: KeyTest = { verdict: "not-a-backup", keys: [], payload: null, read: "nothing" };
const CANNOT_TELL: KeyTest = { verdict: "cannot-tell", keys: [], payload: null, read: "beginning" };

function fitting(answers: Awaited<ReturnType<KeyTester>>, read: KeyTest["read"]): KeyTest | null {
  const fits = answers.filter(({ attempt }) => attempt.answer === "right-key");
  if (fits.length === 0) return null;
  const [first] = fits;
  const payload = first?.attempt.answer === "right-key" ? first.attempt.payload : null;
  return { verdict: "right-key", keys: fits.map(({ name }) => name), payload, read };
}

/** The first ciphertext of a file: from its first 4 KiB, or 1 KiB more where the header is longer. */
async function readStart(source: Source, dataOffset: number): Promise<Bytes> {
  const end = Math.min(dataOffset + START_BYTES, source.size);
  if (end > HEAD_BYTES) return source.read(dataOffset, end);
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  return head.slice(dataOffset, end);
}

async function testMetadata(source: Source, tester: KeyTester): Promise<KeyTest> {
  const file = source.size > LONGEST_METADATA ? null : await source.read(0, source.size);
  if (!file || !readMetadata(file)) return NOT_A_BACKUP;
  const answers = await tester({ ask: "metadata", file });
  const result = fitting(answers, "whole");
  if (result) return result;
  const damaged = answers.filter(({ attempt }) => attempt.answer === "damaged").map(({ name }) => name);
  const verdict = damaged.length > 0 ? "damaged" : "not-its-key";
  return { verdict, keys: damaged, payload: null, read: "whole" };
}

/**
 * Tests which of the tester's keys open a file.
 *
 * Reads at most {@link START_BYTES} of ciphertext; where no key fits and the ciphertext has at most
 * {@link LONGEST_TAGGED}, all of it, because its payload may be one without a known beginning.
 * `not-its-key` rests on the beginning alone: no MD5 is read here. Rejects when the file cannot be read.
 */
export async function testKeys(source: Source, kind: Kind, tester: KeyTester): Promise<KeyTest> {
  if (kind.kind === "media-metadata") return testMetadata(source, tester);
  const isMedia = kind.kind === "media";
  if (!isMedia && !("prefix" in kind)) return NOT_A_BACKUP;
  const dataOffset = isMedia ? 0 : kind.prefix.dataOffset;
  const dataEnd = source.size - (isMedia ? 0 : kind.prefix.trailer);
  const isSmall = dataEnd - dataOffset <= LONGEST_TAGGED;
  const read = isSmall ? "whole" : "beginning";
  if (dataEnd - dataOffset < TAG_BYTES) return CANNOT_TELL;
  let answers: Awaited<ReturnType<KeyTester>> = [];
  if (!isMedia) {
    answers = await tester({ ask: "start", iv: kind.prefix.iv, start: await readStart(source, dataOffset) });
    const result = fitting(answers, "beginning");
    if (result) return result;
  }
  if (isSmall) {
    const data = await source.read(dataOffset, dataEnd);
    const purpose = isMedia ? { use: kind.kind, mediaHash: kind.mediaHash } : { use: "backup" as const };
    const iv = isMedia ? null : kind.prefix.iv;
    const result = fitting(await tester({ ask: "tag", purpose, iv, data }), "whole");
    if (result) return result;
  }
  // Media may begin with anything, so only the tag could rule a key out, and damage makes the tag bad too.
  const isOpen = isMedia || answers.some(({ attempt }) => attempt.answer === "plausible");
  if (isOpen) return { ...CANNOT_TELL, read };
  return { verdict: "not-its-key", keys: [], payload: null, read };
}
