/** The engine's verbs on bytes in memory, as the tests call them. */
import { createHash } from "node:crypto";
import { checkWhole } from "../../src/backup/check.ts";
import { deriveFor } from "../../src/backup/derive.ts";
import type { Digest } from "../../src/backup/digests.ts";
import { importFileKey } from "../../src/backup/gcm-stream.ts";
import { type KeyTest, type KeyTester, testKeys } from "../../src/backup/key-test.ts";
import { type Kind, recognise } from "../../src/backup/kind.ts";
import { type OpenOptions, type OpenOutcome, open, type Sink } from "../../src/backup/open.ts";
import type { Checked, Opener } from "../../src/backup/sealed-pass.ts";
import { type Source, sourceOf } from "../../src/backup/source.ts";
import { type Attempt, type Challenge, tryFileKey, tryKey } from "../../src/backup/try-key.ts";
import { concatBytes } from "../../src/core/bytes.ts";
import { type Bytes, plain } from "./backup-files.ts";

/** Node's own MD5: nothing to load for each of ten thousand files. */
export async function startMd5(): Promise<Digest> {
  const hash = createHash("md5");
  return { update: async (bytes) => void hash.update(bytes), end: async () => hash.digest(), stop() {} };
}

/** A 64-digit key, or the AES key of a `key` file. */
export type Held = { key: Uint8Array } | { fileKey: Uint8Array };

const attempt = (held: Held, challenge: Challenge): Promise<Attempt> =>
  "key" in held ? tryKey(held.key, challenge) : tryFileKey(plain(held.fileKey), challenge);

export function testerOf(keys: Record<string, Held>): KeyTester {
  return (challenge) =>
    Promise.all(
      Object.entries(keys).map(async ([name, held]) => ({ name, attempt: await attempt(held, challenge) })),
    );
}

export async function testKey(source: Source, keys: Record<string, Held>): Promise<KeyTest> {
  return testKeys(source, await recognise(source), testerOf(keys));
}

export async function openerOf(kind: Kind, held: Held): Promise<Opener> {
  if (kind.kind === "media" && "key" in held) {
    const raw = await deriveFor(held.key, { use: "media", mediaHash: kind.mediaHash });
    return { key: await importFileKey(raw.slice(0, 32)), iv: raw.slice(32) };
  }
  if (!("prefix" in kind)) return { key: await importFileKey(new Uint8Array(32)), iv: new Uint8Array(16) };
  const raw = "key" in held ? await deriveFor(held.key, { use: "backup" }) : plain(held.fileKey);
  return { key: await importFileKey(raw), iv: kind.prefix.iv };
}

export async function check(source: Source, held: Held): Promise<Checked> {
  const kind = await recognise(source);
  return checkWhole(source, kind, await openerOf(kind, held), { startMd5 });
}

/** A sink that keeps what it gets, and fails where a test tells it to. */
export function memorySink(fails: Partial<Record<"write" | "commit", Error>> = {}) {
  const parts: Uint8Array[] = [];
  const seen = { committed: null as Bytes | null, aborted: 0, largest: 0 };
  const sink: Sink = {
    async write(bytes) {
      if (fails.write) throw fails.write;
      seen.largest = Math.max(seen.largest, bytes.length);
      parts.push(bytes.slice());
    },
    async commit() {
      if (fails.commit) throw fails.commit;
      seen.committed = plain(concatBytes(...parts));
    },
    async abort() {
      seen.aborted += 1;
      parts.splice(0);
    },
  };
  return { sink, seen };
}

export async function openBytes(
  source: Source,
  held: Held,
  options: Partial<OpenOptions> = {},
  fails: Parameters<typeof memorySink>[0] = {},
): Promise<{ done: OpenOutcome | null; error: unknown; seen: ReturnType<typeof memorySink>["seen"] }> {
  const kind = await recognise(source);
  const { sink, seen } = memorySink(fails);
  const opener = await openerOf(kind, held);
  try {
    const done = await open(source, kind, opener, sink, { startMd5, mostBytes: 2 ** 30, ...options });
    return { done, error: null, seen };
  } catch (error) {
    return { done: null, error, seen };
  }
}

export const named = (bytes: Uint8Array, name = "msgstore.db.crypt15"): Source =>
  sourceOf(name, plain(bytes));

/** Counts what is read of a source, and can pretend to be longer. */
export function counting(
  source: Source,
  size = source.size,
): Source & { read: Source["read"]; bytesRead(): number } {
  let count = 0;
  return {
    ...source,
    size,
    async read(start, end) {
      const bytes = await source.read(start, end);
      const padded = new Uint8Array(Math.min(end, size) - start);
      padded.set(bytes);
      count += padded.length;
      return padded;
    },
    bytesRead: () => count,
  };
}
