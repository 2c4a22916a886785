/**
 * The engine in a page of its own, and beside it what the browser alone would take for the same work.
 *
 * Runs in Chromium: `files.ts` writes what it reads, `../backups.bench.ts` calls it.
 */

import { unsafe } from "@noble/ciphers/aes.js";
import { packDigits, readTyped, writeCandidate } from "../../../src/backup/candidates.ts";
import { checkWhole } from "../../../src/backup/check.ts";
import { encrypt } from "../../../src/backup/encrypt.ts";
import { importFileKey } from "../../../src/backup/gcm-stream.ts";
import { testKeys } from "../../../src/backup/key-test.ts";
import { recognise } from "../../../src/backup/kind.ts";
import { open } from "../../../src/backup/open.ts";
import { countAll, deriveFileKey, mayOpen } from "../../../src/backup/repair.ts";
import type { Source } from "../../../src/backup/source.ts";
import { tryKey } from "../../../src/backup/try-key.ts";
import { hexToBytes } from "../../../src/core/bytes.ts";
import { startWorkerMd5 } from "../../../src/ui/features/backups/worker-digest.ts";

type Given = { fileKey: string; rootKey: string };

const input = document.querySelector("input") as HTMLInputElement;

function fileNamed(name: string): File {
  const found = [...(input.files ?? [])].find((file) => file.name === name);
  if (!found) throw new Error(`no file ${name}`);
  return found;
}

function sourceNamed(name: string): Source {
  const file = fileNamed(name);
  const read = async (start: number, end: number) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer());
  return { name, path: name, size: file.size, modifiedAtMs: null, read };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

async function openerOf(name: string, { fileKey }: Given) {
  const source = sourceNamed(name);
  const kind = await recognise(source);
  if (!("prefix" in kind)) throw new Error("not a backup");
  return { source, kind, opener: { key: await importFileKey(hexToBytes(fileKey)), iv: kind.prefix.iv } };
}

const nowhere = { write: async () => undefined, commit: async () => undefined, abort: async () => undefined };

async function check(name: string, given: Given, startMd5: typeof startWorkerMd5 | null): Promise<number> {
  const { source, kind, opener } = await openerOf(name, given);
  return timed(async () => {
    const checked = await checkWhole(source, kind, opener, { startMd5 });
    if (checked.verdict !== "right-key") throw new Error(checked.verdict);
  });
}

/** AES-256-GCM in the one call that WebCrypto has, of the file read in one piece. */
async function oneShot(name: string, given: Given): Promise<number> {
  const { kind } = await openerOf(name, given);
  const key = await crypto.subtle.importKey("raw", hexToBytes(given.fileKey), "AES-GCM", false, ["decrypt"]);
  return timed(async () => {
    const bytes = await fileNamed(name).arrayBuffer();
    const sealed = new Uint8Array(
      bytes,
      kind.prefix.dataOffset,
      bytes.byteLength - kind.prefix.dataOffset - 16,
    );
    await crypto.subtle.decrypt({ name: "AES-GCM", iv: kind.prefix.iv }, key, sealed);
  });
}

async function openNowhere(name: string, given: Given): Promise<number> {
  const { source, kind, opener } = await openerOf(name, given);
  return timed(async () => {
    const done = await open(source, kind, opener, nowhere, { startMd5: null, mostBytes: 2 ** 40 });
    if (done.outcome !== "opened") throw new Error(done.outcome);
  });
}

/** The most that may be given to the browser's inflater at once; what that costs is the browser's own. */
const WRITE_BYTES = 4096;

/**
 * The browser's inflater over the plain zlib stream, in writes as small as ours, with nothing else between.
 */
function inflateAlone(name: string): Promise<number> {
  return timed(async () => {
    const inSmall = new TransformStream<Uint8Array, BufferSource>({
      transform(piece, controller) {
        for (let at = 0; at < piece.length; at += WRITE_BYTES)
          controller.enqueue(piece.slice(at, at + WRITE_BYTES));
      },
    });
    const small = fileNamed(name).stream().pipeThrough(inSmall);
    await small.pipeThrough(new DecompressionStream("deflate")).pipeTo(new WritableStream());
  });
}

async function encryptNowhere(name: string, { fileKey }: Given): Promise<number> {
  const key = await importFileKey(hexToBytes(fileKey));
  return timed(() =>
    encrypt([sourceNamed(name)], key, nowhere, {
      version: "0.1.0",
      phoneEnding: "",
      startMd5: startWorkerMd5,
    }),
  );
}

/** Deflate, then AES-256-GCM in one call. */
async function deflateAndEncrypt(name: string, { fileKey }: Given): Promise<number> {
  const key = await crypto.subtle.importKey("raw", hexToBytes(fileKey), "AES-GCM", false, ["encrypt"]);
  return timed(async () => {
    const deflated = fileNamed(name).stream().pipeThrough(new CompressionStream("deflate"));
    const bytes = await new Response(deflated).arrayBuffer();
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(16) }, key, bytes);
  });
}

async function test(name: string, { rootKey }: Given): Promise<number> {
  const key = hexToBytes(rootKey);
  return timed(async () => {
    const source = sourceNamed(name);
    const result = await testKeys(source, await recognise(source), async (challenge) => [
      { name: "", attempt: await tryKey(key, challenge) },
    ]);
    if (result.verdict !== "right-key") throw new Error(result.verdict);
  });
}

const CANDIDATES = 20_000;

/** Milliseconds for candidates of two wrong digits, as the search tries them. */
function search(): Promise<number> {
  const typed = readTyped("0123456789abcdef".repeat(4));
  if (!typed || countAll(typed) < CANDIDATES) throw new Error("no candidates");
  const [iv, first] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)];
  const [digits, key] = [new Uint8Array(64), new Uint8Array(32)];
  return timed(async () => {
    for (let n = 0; n < CANDIDATES; n++) {
      writeCandidate(typed, "two-wrong", n, digits);
      packDigits(digits, key);
      mayOpen(key, iv, first);
    }
  });
}

/** The cryptographic calls of one candidate, on one key over and over: HKDF and two AES blocks. */
function searchAlone(): Promise<number> {
  const [key, block] = [new Uint8Array(32).fill(3), new Uint8Array(16)];
  return timed(async () => {
    for (let n = 0; n < CANDIDATES; n++) {
      const schedule = unsafe.expandKeyLE(deriveFileKey(key));
      unsafe.encryptBlock(schedule, block);
      unsafe.encryptBlock(schedule, block);
    }
  });
}

const calls = {
  check: (name: string, given: Given) => check(name, given, null),
  checkWithMd5: (name: string, given: Given) => check(name, given, startWorkerMd5),
  oneShot,
  openNowhere,
  inflateAlone,
  encryptNowhere,
  deflateAndEncrypt,
  test,
  search,
  searchAlone,
};
export type Calls = typeof calls;

(globalThis as unknown as { bench: Calls }).bench = calls;
