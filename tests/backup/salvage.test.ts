/** What can be read of a damaged file comes out, and is never called verified unless a tag says so. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/backup/kind.ts";
import { type SalvageOptions, type SalvageOutcome, salvage } from "../../src/backup/salvage.ts";
import type { Source } from "../../src/backup/source.ts";
import { hexToBytes } from "../../src/core/bytes.ts";
import { flip, makeBackup, makeMedia, noise, plain } from "../support/backup-files.ts";
import { type Held, memorySink, named, openBytes, openerOf, startMd5 } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT: Held = { key: KEY };
const WRONG: Held = { key: noise(32) };
const THEIRS: Held = {
  key: hexToBytes("9c1e7f40b2d853a6e17a0c5f38d4926bb07e61f2a94c0d8358ef1b6a724dc935"),
};

/** Pages that compress, so that deflate has many blocks. */
function pagesOf(count: number): Buffer {
  const database = Buffer.alloc(count * 4096);
  database.write("SQLite format 3\0", "latin1");
  database.writeUInt16BE(4096, 16);
  database.writeUInt32BE(count, 28);
  for (let at = 100; at < database.length; at += 64) noise(20).copy(database, at);
  return database;
}
const DATABASE = pagesOf(40);

async function salvaged(source: Source, held: Held, options: Partial<SalvageOptions> = {}) {
  const kind = await recognise(source);
  const { sink, seen } = memorySink();
  const all = { startMd5, mostBytes: 2 ** 30, isKeyKnown: false, ...options };
  // A header that does not read has no IV of its own.
  const asBackup = "prefix" in kind || kind.kind === "media" ? kind : await recognise(named(makeBackup(KEY)));
  const done = await salvage(source, kind, await openerOf(asBackup, held), sink, all);
  return { done, out: seen.committed, aborted: seen.aborted };
}
const factsOf = (done: SalvageOutcome) => (done.outcome === "salvaged" ? done.salvaged : null);
const vector = (name: string) =>
  named(readFileSync(resolve(import.meta.dirname, "../vectors/archive", `${name}.db.crypt15`)));
const isBeginning = (part: Uint8Array | null, whole: Uint8Array) =>
  part !== null && part.length > 0 && Buffer.compare(part, whole.subarray(0, part.length)) === 0;

describe("somebody else's files", () => {
  test("checksum and half the tag cut: all comes out, and half a tag fits", async () => {
    const { done, out } = await salvaged(vector("checksum-and-half-tag-cut"), THEIRS);
    expect(factsOf(done)).toMatchObject({ isAuthentic: false, end: "ended", tagBytes: 8 });
    const whole = await openBytes(vector("trailing-newline"), THEIRS);
    expect(whole.done).toMatchObject({ outcome: "opened", checked: { after: 1 } });
    expect(Buffer.compare(out ?? Buffer.of(), whole.seen.committed ?? Buffer.of())).toBe(0);
  });

  test("cut, and with one bit changed: the beginning comes out, and where the damage begins", async () => {
    const whole = (await openBytes(vector("trailing-newline"), THEIRS)).seen.committed as Uint8Array;
    for (const [name, end] of [
      ["cut-at-70-percent", "cut"],
      ["one-bit-in-the-middle", expect.stringMatching(/broken|wrong-sum/)],
    ]) {
      const { done, out } = await salvaged(vector(name as string), THEIRS);
      const found = factsOf(done);
      expect(found).toMatchObject({ isAuthentic: false, tagBytes: 0, end });
      expect(found?.readTo).toBeGreaterThan(8000);
      expect(out?.subarray(0, 1000)).toEqual(plain(whole.subarray(0, 1000)));
    }
  });

  test("a bit in the IV: the right IV is found, and the tag verifies everything", async () => {
    const { done, out } = await salvaged(vector("one-bit-in-the-iv"), THEIRS);
    expect(factsOf(done)).toMatchObject({ isAuthentic: true, end: "ended", foundAt: expect.any(Number) });
    const whole = await openBytes(vector("trailing-newline"), THEIRS);
    expect(out).toEqual(whole.seen.committed);
  });

  test("a database that is shorter than its header says opens, and both numbers are told", async () => {
    const { done } = await openBytes(vector("database-shorter-than-it-says"), THEIRS);
    expect(done).toMatchObject({ outcome: "opened", facts: { size: 50_000, missesOf: 30 * 4096 } });
  });
});

describe("cut anywhere", () => {
  const file = makeBackup(KEY, { payload: DATABASE });

  test("what comes out is the beginning, and is authentic only where a whole tag says so", async () => {
    for (let length = file.length; length >= 0; length -= length > file.length - 40 ? 1 : 2999) {
      const source = named(file.slice(0, length));
      const { done, out, aborted } = await salvaged(source, RIGHT);
      const found = factsOf(done);
      const hasTag = length >= file.length - 16;
      expect(found?.isAuthentic ?? false, `${length}`).toBe(hasTag);
      if (!found) {
        expect([out, aborted], `${length}`).toEqual([null, 1]);
        // A header and the first page are enough to save something.
        expect(length).toBeLessThan(1400);
        continue;
      }
      expect(isBeginning(out, DATABASE), `${length}`).toBe(true);
      if (!hasTag && length < file.length - 36) expect(found, `${length}`).toMatchObject({ end: "cut" });
    }
    for (const length of [file.length - 17, 5000, 1000])
      expect((await salvaged(named(file.slice(0, length)), WRONG)).done).toEqual({ outcome: "nothing" });
  });

  test("a bit anywhere behind the header: never authentic, and its beginning is right", async () => {
    for (let at = 900; at < file.length - 17; at += 2711) {
      const { done, out } = await salvaged(named(flip(file, at)), RIGHT);
      const found = factsOf(done);
      expect(found?.isAuthentic, `${at}`).toBe(false);
      // Deflate may go on after a fault: what came before it is right.
      expect(isBeginning(out?.slice(0, 2000) ?? null, DATABASE), `${at}`).toBe(true);
      expect(found?.readTo, `${at}`).toBeGreaterThanOrEqual(at);
    }
  });
});

describe("a damaged header", () => {
  const file = makeBackup(KEY, { payload: DATABASE });
  const dataOffset = file.length - 32 - deflateSync(DATABASE).length;

  test.each<[string, Uint8Array]>([
    ["its length", plain(file).fill(0x7f, 0, 2)],
    ["all behind the IV", plain(file).fill(0xaa, 30, dataOffset)],
    ["a byte before it", Buffer.concat([Buffer.of(7), file])],
    ["a byte of the IV", plain(file).fill((file[12] as number) ^ 0xff, 12, 13)],
  ])("%s: the data behind it is found, and its tag verifies it", async (_, bytes) => {
    const { done, out } = await salvaged(named(bytes), RIGHT);
    expect(factsOf(done)).toMatchObject({ isAuthentic: true, end: "ended" });
    expect(isBeginning(out, DATABASE) && out?.length === DATABASE.length).toBe(true);
    expect((await salvaged(named(bytes), WRONG)).done).toEqual({ outcome: "nothing" });
  });

  test("the IV itself gone: nothing, and nothing is left behind", async () => {
    const { done, out, aborted } = await salvaged(named(plain(file).fill(0, 0, 40)), RIGHT);
    expect([done, out, aborted]).toEqual([{ outcome: "nothing" }, null, 1]);
  });
});

test("all that is verified comes out: one zlib stream behind the other, and bytes behind both", async () => {
  for (const rest of [noise(50), Buffer.alloc(0)]) {
    const payload = Buffer.concat([deflateSync(DATABASE), deflateSync(Buffer.from("more")), rest]);
    const { done, out } = await salvaged(named(makeBackup(KEY, { payload, zlib: false })), RIGHT);
    expect(factsOf(done)).toMatchObject({ isAuthentic: true, end: "ended" });
    expect(Buffer.compare(out ?? rest, Buffer.concat([DATABASE, Buffer.from("more"), rest]))).toBe(0);
  }
});

test("media: only where its key is known, or its beginning", async () => {
  const { name, media } = makeMedia(KEY, noise(3000), "{}");
  const cut = named(media.slice(0, 2000), name);
  expect((await salvaged(cut, RIGHT)).done).toEqual({ outcome: "nothing" });
  const { done, out } = await salvaged(cut, RIGHT, { isKeyKnown: true });
  expect(factsOf(done)).toMatchObject({ isAuthentic: false, end: null });
  expect(out).toHaveLength(2000);
});

test("no more than the limit, and nothing of it is kept", async () => {
  const file = named(makeBackup(KEY, { payload: DATABASE }).slice(0, -40));
  const { done, out, aborted } = await salvaged(file, RIGHT, { mostBytes: 10_000 });
  expect([done, out, aborted]).toEqual([{ outcome: "too-large" }, null, 1]);
});
