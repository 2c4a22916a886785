/** Opening a file: its whole content comes out, or nothing does. */
import { deflateSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { checkWhole } from "../../src/backup/check.ts";
import { startInflate } from "../../src/backup/inflate.ts";
import { recognise } from "../../src/backup/kind.ts";
import { open, usualMostBytes } from "../../src/backup/open.ts";
import { CHUNK_BYTES, FileShrankError } from "../../src/backup/source.ts";
import { FOR_MUTANTS } from "../support/all.ts";
import {
  type Bytes,
  flip,
  makeBackup,
  makeDatabase,
  makeMedia,
  noise,
  type Shape,
  withMd5,
} from "../support/backup-files.ts";
import { counting, memorySink, named, openBytes, openerOf, startMd5 } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT = { key: KEY };
/** Of several pieces; for mutants of one and a little of the next. */
const DATABASE = makeDatabase(FOR_MUTANTS ? 520 : 1100);
const JSON_TEXT = Buffer.from(JSON.stringify({ settings: { theme: "dark" }, version: 3, list: [1, 2, 3] }));

describe("comes out as it went in", () => {
  test.each<[string, Shape, object]>([
    [
      "a database of several chunks",
      { payload: DATABASE },
      { kind: "sqlite", pages: DATABASE.length / 4096, pageBytes: 4096 },
    ],
    ["one without MD5", { payload: DATABASE, footer: "tag" }, { kind: "sqlite" }],
    [
      "one whose size is a multiple of the chunk",
      { payload: makeDatabase(FOR_MUTANTS ? 512 : 1024), zlib: false },
      {},
    ],
    ["JSON", { payload: JSON_TEXT }, { kind: "json", keys: ["settings", "version", "list"] }],
    ["noise that is not deflated", { payload: noise(DATABASE.length + 99), zlib: false }, {}],
    ["one byte", { payload: Buffer.of(1), zlib: false }, { size: 1 }],
  ])("%s", async (_, shape, facts) => {
    const { done, seen } = await openBytes(named(makeBackup(KEY, shape)), RIGHT);
    expect(done).toMatchObject({ outcome: "opened", facts, checked: { verdict: "right-key" } });
    expect(Buffer.compare(seen.committed ?? Buffer.of(9), shape.payload ?? Buffer.of(8))).toBe(0);
  });

  test("media", async () => {
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(3_000_000)]);
    const { name, media } = makeMedia(KEY, picture, "{}");
    const { done, seen } = await openBytes(named(media, name), RIGHT);
    expect(done?.outcome).toBe("opened");
    expect(Buffer.compare(seen.committed ?? Buffer.of(), picture)).toBe(0);
  });

  test("a header that was changed elsewhere than in its IV: content authentic, and said", async () => {
    const file = makeBackup(KEY, { payload: DATABASE });
    const at = file.findIndex((_, i) => Buffer.from(file.subarray(i, i + 4)).toString() === "2.26");
    const { done, seen } = await openBytes(named(flip(file, at + 5)), RIGHT);
    expect(done).toMatchObject({ outcome: "opened", checked: { verdict: "damaged", md5: "bad", tag: "ok" } });
    expect(seen.committed?.length).toBe(DATABASE.length);
  });
});

describe("nothing is kept", () => {
  const file = makeBackup(KEY, { payload: DATABASE });
  const json = makeBackup(KEY, { payload: JSON_TEXT });

  test.each([
    ["of a damaged one", flip(file, 2_000_000), "damaged"],
    ["of an altered one", withMd5(flip(file, 2_000_000)), "altered"],
    ["of one with another tag", withMd5(flip(file, file.length - 20)), "altered"],
    ["of one cut short", file.slice(0, -1_500_000), "damaged"],
    ["of JSON that was altered", withMd5(flip(json, json.length - 40)), "cannot-tell"],
  ])("%s", async (_, changed, verdict) => {
    const { done, seen } = await openBytes(named(changed), RIGHT);
    expect(done).toMatchObject({ outcome: "refused", checked: { verdict } });
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });

  test("under a wrong key", async () => {
    const { done, seen } = await openBytes(named(file), { key: noise(32) });
    expect(done).toMatchObject({ outcome: "refused", checked: { verdict: "not-its-key" } });
    expect(seen).toMatchObject({ committed: null, aborted: 1, largest: 0 });
  });

  test.each([
    ["cut", deflateSync(DATABASE).subarray(0, -30)],
    ["with a wrong checksum", flip(deflateSync(DATABASE), deflateSync(DATABASE).length - 2)],
    [
      "broken in the middle",
      Buffer.concat([deflateSync(DATABASE).subarray(0, 9000), Buffer.alloc(9000, 0xff)]),
    ],
  ])("of a zlib stream %s under a good tag: an outcome of its own", async (_, payload) => {
    const sealed = makeBackup(KEY, { payload, zlib: false });
    const { done, seen } = await openBytes(named(sealed), RIGHT);
    expect(done).toMatchObject({ outcome: "will-not-inflate", checked: { verdict: "right-key" } });
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });

  test("of a bomb beyond the limit, and memory stays small", async () => {
    const bomb = Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(200_000_000)]);
    const sealed = makeBackup(KEY, { payload: bomb });
    const { done, seen } = await openBytes(named(sealed), RIGHT, { mostBytes: 50_000_000 });
    expect(done).toEqual({ outcome: "too-large" });
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
    expect(seen.largest).toBeLessThan(8 * 1024 * 1024);
    expect((await openBytes(named(sealed), RIGHT)).done?.outcome).toBe("opened");
  });

  test("of one byte more than the limit", async () => {
    const within = await openBytes(named(file), RIGHT, { mostBytes: DATABASE.length });
    expect(within.done?.outcome).toBe("opened");
    const { done, seen } = await openBytes(named(file), RIGHT, { mostBytes: DATABASE.length - 1 });
    expect(done).toEqual({ outcome: "too-large" });
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });

  test.each(["write", "commit"] as const)("when the place fails at %s", async (step) => {
    const full = new Error("disk full");
    const { error, seen } = await openBytes(named(file), RIGHT, {}, { [step]: full });
    expect(error).toBe(full);
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });

  test("when the user stops it, wherever it is", async () => {
    for (const after of [0, 1, file.length / 2, file.length - 1, file.length]) {
      const stop = new AbortController();
      if (after === 0) stop.abort();
      const onProgress = (done: number) => done >= after && stop.abort();
      const { error, seen } = await openBytes(named(file), RIGHT, { signal: stop.signal, onProgress });
      expect((error as Error).name).toBe("AbortError");
      expect(seen).toMatchObject({ committed: null, aborted: 1 });
    }
  });

  test("when the user stops it while the last bytes are written", async () => {
    const stop = new AbortController();
    const kind = await recognise(named(file));
    const { sink, seen } = memorySink();
    const write = async (part: Bytes) => {
      await sink.write(part);
      size += part.length;
      if (size === DATABASE.length) stop.abort();
    };
    let size = 0;
    const options = { startMd5, mostBytes: 2 ** 30, signal: stop.signal };
    const done = open(named(file), kind, await openerOf(kind, RIGHT), { ...sink, write }, options);
    await expect(done).rejects.toThrow("aborted");
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });

  test("when the file becomes shorter, or can no longer be read", async () => {
    const source = named(file);
    const shrinking = {
      ...source,
      read: (start: number, end: number) => source.read(start, Math.min(end, file.length - 1_500_000)),
    };
    expect((await openBytes(shrinking, RIGHT)).error).toBeInstanceOf(FileShrankError);
    const gone = new Error("gone");
    const failing = {
      ...source,
      read: (start: number, end: number) =>
        start > 2_000_000 ? Promise.reject(gone) : source.read(start, end),
    };
    const { error, seen } = await openBytes(failing, RIGHT);
    expect(error).toBe(gone);
    expect(seen).toMatchObject({ committed: null, aborted: 1 });
  });
});

test("checking stops where it is told to, and reads no further than it had begun", async () => {
  const file = makeBackup(KEY, { payload: makeDatabase(FOR_MUTANTS ? 1700 : 3000) });
  for (const [after, mostRead] of [
    [1, 3 * CHUNK_BYTES + 5000],
    [file.length, 2 * file.length],
  ] as const) {
    const stop = new AbortController();
    const source = counting(named(file));
    const kind = await recognise(source);
    const onProgress = (done: number) => done >= after && stop.abort();
    const options = { startMd5, signal: stop.signal, onProgress };
    const done = checkWhole(source, kind, await openerOf(kind, RIGHT), options);
    await expect(done).rejects.toThrow("aborted");
    expect(source.bytesRead()).toBeLessThanOrEqual(mostRead + 5000);
  }
});

test("what comes out has at most ten times the file's bytes, or a gigabyte", () => {
  expect([0, 2 ** 20, 2 ** 30].map(usualMostBytes)).toEqual([2 ** 30, 2 ** 30, 10 * 2 ** 30]);
});

test("one reading of the file is enough", async () => {
  const source = counting(named(makeBackup(KEY, { payload: DATABASE })));
  await openBytes(source, RIGHT);
  expect(source.bytesRead()).toBeLessThan(source.size + 20_000);
});

test("the browser's inflater never gets more than 4 KiB at once", async () => {
  const sizes: number[] = [];
  const real = globalThis.DecompressionStream;
  vi.stubGlobal(
    "DecompressionStream",
    class {
      readonly readable: ReadableStream;
      readonly writable: WritableStream;
      constructor(format: CompressionFormat) {
        const inner = new real(format);
        const writer = inner.writable.getWriter();
        this.readable = inner.readable;
        this.writable = new WritableStream({
          write(chunk: Uint8Array<ArrayBuffer>) {
            sizes.push(chunk.length);
            return writer.write(chunk);
          },
          close: () => writer.close(),
        });
      }
    },
  );
  let size = 0;
  const inflater = startInflate(async (bytes) => {
    size += bytes.length;
  });
  expect(await inflater.write(Uint8Array.from(deflateSync(DATABASE)))).toBe(true);
  expect(await inflater.end()).toBe(true);
  vi.unstubAllGlobals();
  expect(size).toBe(DATABASE.length);
  expect(Math.max(...sizes)).toBe(4096);
});
