/**
 * Does this key open this file? Answered from a kilobyte of it, in milliseconds, whatever its size.
 *
 * There are two halves. {@link testKeys} reads the file and has no key. It asks a {@link KeyTester}, which
 * has the keys and gets only a few bytes of the file: the extension's background, or the command line's list
 * of keys. The answer says that a key fits, not that the rest of the file is whole.
 */
import { type Bytes, equalBytes } from "../core/bytes.ts";
import { startMd5 } from "./digests.ts";
import { HEAD_BYTES, type Kind } from "./kind.ts";
import { MD5_BYTES, TAG_BYTES } from "./magic.ts";
import { LONGEST_METADATA, readMetadata } from "./media.ts";
import { type PayloadKind, START_BYTES } from "./payload.ts";
import type { Checked } from "./sealed-pass.ts";
import type { Source } from "./source.ts";
import { type Attempt, type Challenge, LONGEST_TAGGED } from "./try-key.ts";
import type { Mark, Verdict } from "./verdict.ts";

type Answers = { name: string; attempt: Attempt }[];

/** Answers a challenge for each of its keys, by their names. */
export type KeyTester = (challenge: Challenge) => Promise<Answers>;

export type KeyTest = {
  verdict: Verdict;
  /** Names of the keys that fit; several are possible, AES-GCM does not commit to one. */
  keys: string[];
  /** Names of the keys under which a backup's beginning may be one: only its tag and MD5 could rule them out. */
  undecided: string[];
  payload: PayloadKind | null;
  /** What the answer rests on; `description`: the metadata beside a media file. */
  read: "beginning" | "whole" | "description" | "nothing";
  /** Read where no key fits and the file is short enough. */
  md5: Mark;
};

/**
 * A description with fewer bytes of ciphertext could be damaged in every readable block. Real ones have 200.
 */
const SHORTEST_TELLING = 96;

const NO_KEY: KeyTest = {
  verdict: "cannot-tell",
  keys: [],
  undecided: [],
  payload: null,
  read: "whole",
  md5: "unread",
};
const NOT_A_BACKUP: KeyTest = { ...NO_KEY, verdict: "not-a-backup", read: "nothing" };

const namesOf = (answers: Answers, wanted: Attempt["answer"]): string[] =>
  answers.filter(({ attempt }) => attempt.answer === wanted).map(({ name }) => name);

function fitting(answers: Answers, read: KeyTest["read"]): KeyTest | null {
  const keys = namesOf(answers, "right-key");
  if (keys.length === 0) return null;
  const first = answers.find(({ name }) => name === keys[0])?.attempt;
  const payload = first?.answer === "right-key" ? first.payload : null;
  return { verdict: "right-key", keys, undecided: [], payload, read, md5: "unread" };
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
  const metadata = file && readMetadata(file);
  if (!metadata) return NOT_A_BACKUP;
  const answers = await tester({ ask: "metadata", file });
  const result = fitting(answers, "whole");
  if (result) return result;
  const damaged = namesOf(answers, "damaged");
  const isLong = metadata.ciphertext.length >= SHORTEST_TELLING;
  const verdict = damaged.length > 0 ? "damaged" : isLong ? "not-its-key" : "cannot-tell";
  return { ...NO_KEY, verdict, keys: damaged };
}

/**
 * Media may begin with anything. So without its tag only the metadata beside it tells whether a key fits: it
 * is from the same backup, and has a MAC of its own.
 */
async function testMedia(
  source: Source,
  { mediaHash }: Extract<Kind, { kind: "media" }>,
  tester: KeyTester,
  beside: Source | null,
): Promise<KeyTest> {
  if (source.size < TAG_BYTES) return NO_KEY;
  const isSmall = source.size <= LONGEST_TAGGED;
  if (isSmall) {
    const data = await source.read(0, source.size);
    const purpose = { use: "media", mediaHash } as const;
    const result = fitting(await tester({ ask: "tag", purpose, iv: null, data }), "whole");
    if (result) return result;
  }
  const described = beside && (await testMetadata(beside, tester));
  if (described?.verdict === "not-its-key") return { ...described, read: "description" };
  if (described && described.keys.length > 0)
    return { ...described, verdict: isSmall ? "damaged" : "right-key", read: "description" };
  return { ...NO_KEY, read: isSmall ? "whole" : "beginning" };
}

/** Does the MD5 at the end of a file fit what is before it? */
async function readMd5(header: Bytes, data: Bytes): Promise<Mark> {
  const md5 = await startMd5();
  try {
    await md5.update(header);
    await md5.update(data.subarray(0, -MD5_BYTES));
    return equalBytes(await md5.end(), data.subarray(-MD5_BYTES)) ? "ok" : "bad";
  } finally {
    md5.stop();
  }
}

/**
 * Tests which of the tester's keys open a file.
 *
 * Reads at most {@link START_BYTES} of ciphertext. Where no key fits and the ciphertext has at most
 * {@link LONGEST_TAGGED}, it reads all of it: the payload may be one without a known beginning, and only a
 * file that is whole by its MD5 shows that a key is not its key. Damage to the header or to the first blocks
 * looks the same as a wrong key. Rejects when the file cannot be read.
 *
 * @param beside - the metadata beside a media file, if it is there.
 */
export async function testKeys(
  source: Source,
  kind: Kind,
  tester: KeyTester,
  beside: Source | null = null,
): Promise<KeyTest> {
  if (kind.kind === "media-metadata") return testMetadata(source, tester);
  if (kind.kind === "media") return testMedia(source, kind, tester, beside);
  if (!("prefix" in kind)) return NOT_A_BACKUP;
  const { iv, dataOffset, trailer } = kind.prefix;
  const dataEnd = source.size - trailer;
  if (dataEnd - dataOffset < TAG_BYTES) return NO_KEY;
  const answers = await tester({ ask: "start", iv, start: await readStart(source, dataOffset) });
  const begins = fitting(answers, "beginning");
  if (begins) return begins;
  const undecided = namesOf(answers, "plausible");
  if (dataEnd - dataOffset > LONGEST_TAGGED) return { ...NO_KEY, undecided, read: "beginning" };
  const data = await source.read(dataOffset, dataEnd);
  const tagged = fitting(await tester({ ask: "tag", purpose: { use: "backup" }, iv, data }), "whole");
  if (tagged) return tagged;
  const md5 = await readMd5(await source.read(0, dataOffset), data);
  const isAnother = md5 === "ok" && undecided.length === 0;
  return { ...NO_KEY, verdict: isAnother ? "not-its-key" : "cannot-tell", undecided, md5 };
}

/**
 * What a full check says of a media file, with what the metadata beside it says of the key: without a known
 * beginning, the file itself cannot tell damage from another key.
 */
export function judgeBeside(checked: Checked, { verdict, read }: KeyTest): Checked {
  if (checked.verdict !== "cannot-tell" || read !== "description") return checked;
  return { ...checked, verdict: verdict === "not-its-key" ? verdict : "damaged" };
}
