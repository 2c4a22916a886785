/** The sample files that the format's own tools wrote, with the results that came with them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkWhole } from "../../src/backup/check.ts";
import { deriveFor } from "../../src/backup/derive.ts";
import { startMd5 } from "../../src/backup/digests.ts";
import { importFileKey } from "../../src/backup/gcm-stream.ts";
import { testKeys } from "../../src/backup/key-test.ts";
import { type Kind, recognise } from "../../src/backup/kind.ts";
import { type OpenOutcome, open } from "../../src/backup/open.ts";
import { type Source, sourceOf } from "../../src/backup/source.ts";
import { tryKey } from "../../src/backup/try-key.ts";
import { bytesToHex, concatBytes, hexToBytes } from "../../src/core/bytes.ts";
import { readKeyFile, writeKeyFile } from "../../src/core/key/key-file.ts";

const VECTORS = resolve(import.meta.dirname, "../vectors");
type Sample = {
  file: string;
  dataOffset: number;
  iv: string;
  appVersion: string;
  jidSuffix: string;
  layout: string;
  plaintextSha256: string | null;
};
const { derivation, javaKeyFile, files } = JSON.parse(
  readFileSync(resolve(VECTORS, "backups.json"), "utf8"),
) as {
  derivation: Record<string, Record<string, string>>;
  javaKeyFile: Record<string, string>;
  files: Sample[];
};
const ROOT_KEY = hexToBytes(derivation["synthetic"]?.["root"] ?? "");
const WRONG_KEY = new Uint8Array(32).fill(7);

function sample(file: string): Source {
  return sourceOf(file, new Uint8Array(readFileSync(resolve(VECTORS, file))));
}

async function openerFor(kind: Kind, key: Uint8Array) {
  if (!("prefix" in kind)) throw new Error("no backup");
  return { key: await importFileKey(await deriveFor(key, { use: "backup" })), iv: kind.prefix.iv };
}

async function openWith(
  source: Source,
  key: Uint8Array,
): Promise<OpenOutcome & { bytes: Uint8Array | null }> {
  const kind = await recognise(source);
  const parts: Uint8Array[] = [];
  let bytes: Uint8Array | null = null;
  const sink = {
    write: async (part: Uint8Array) => void parts.push(part.slice()),
    commit: async () => {
      bytes = concatBytes(...parts);
    },
    abort: async () => void parts.splice(0),
  };
  const outcome = await open(source, kind, await openerFor(kind, key), sink, { startMd5, mostBytes: 1e9 });
  return { ...outcome, bytes };
}

describe("derivation and key files", () => {
  test.each(Object.entries(derivation))("%s", async (name, labels) => {
    const key = hexToBytes(labels["root"] ?? "");
    expect(bytesToHex(await deriveFor(key, { use: "backup" }))).toBe(labels["backup encryption"]);
    expect(bytesToHex(await deriveFor(key, { use: "media-metadata" }))).toBe(
      `${labels["metadata encryption"]}${labels["metadata authentication"]}`,
    );
    expect(bytesToHex(writeKeyFile(key))).toBe(javaKeyFile[name]);
    expect(readKeyFile(hexToBytes(javaKeyFile[name] ?? ""))).toEqual({ kind: "backup-key", key });
  });
});

describe.each(files)("$file", (expected) => {
  const source = sample(expected.file);

  test("is described without a key", async () => {
    expect(await recognise(source)).toEqual({
      kind: "crypt15",
      prefix: {
        kind: "crypt15",
        dataOffset: expected.dataOffset,
        iv: hexToBytes(expected.iv),
        trailer: 0,
        appVersion: expected.appVersion,
        phoneEnding: expected.jidSuffix,
        secret: "64-digit-key",
        serverSalt: null,
      },
    });
  });

  test("fits by its beginning, and no other key does", async () => {
    const kind = await recognise(source);
    const tester = (keys: Record<string, Uint8Array>) => async (challenge: Parameters<typeof tryKey>[1]) =>
      Promise.all(
        Object.entries(keys).map(async ([name, key]) => ({ name, attempt: await tryKey(key, challenge) })),
      );
    expect(await testKeys(source, kind, tester({ right: ROOT_KEY, wrong: WRONG_KEY }))).toEqual({
      verdict: "right-key",
      keys: ["right"],
      undecided: [],
      payload: expected.layout === "tag only" ? "zip" : "sqlite",
      read: "beginning",
      md5: "unread",
    });
    const { verdict } = await testKeys(source, kind, tester({ wrong: WRONG_KEY }));
    expect(verdict).toBe(expected.layout === "tag+md5" ? "not-its-key" : "cannot-tell");
  });

  test("is checked whole", async () => {
    const kind = await recognise(source);
    const isDamaged = expected.layout === "no valid tag";
    const right = await checkWhole(source, kind, await openerFor(kind, ROOT_KEY), { startMd5 });
    expect(right).toMatchObject({
      verdict: isDamaged ? "damaged" : "right-key",
      md5: isDamaged ? "bad" : expected.layout === "tag only" ? "absent" : "ok",
      tag: isDamaged ? "bad" : "ok",
    });
    const wrong = await checkWhole(source, kind, await openerFor(kind, WRONG_KEY), { startMd5 });
    expect(wrong.verdict).toBe(expected.layout === "tag+md5" ? "not-its-key" : "cannot-tell");
  });

  test("opens to what went in, or to nothing", async () => {
    const { outcome, bytes } = await openWith(source, ROOT_KEY);
    expect(outcome).toBe(expected.plaintextSha256 === null ? "refused" : "opened");
    const hash = bytes && createHash("sha256").update(bytes).digest("hex");
    expect(hash).toBe(expected.plaintextSha256);
    expect(await openWith(source, WRONG_KEY)).toMatchObject({ outcome: "refused", bytes: null });
  });
});
