/** Files that are cut, mutated or made up: no throw, no hang, no memory beyond the file, no wrong word. */
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/backup/kind.ts";
import { LONGEST_PREFIX, readPrefix } from "../../src/backup/prefix.ts";
import { readMessage } from "../../src/backup/protobuf.ts";
import { sourceOf } from "../../src/backup/source.ts";
import { writeKeyFile } from "../../src/core/key/key-file.ts";
import { ALL, FOR_MUTANTS } from "../support/all.ts";
import { bytes, flip, makeBackup, noise, number, plain, varint } from "../support/backup-files.ts";
import { check, named, openBytes, testKey } from "../support/engine.ts";

const HEADERS = ALL ? 1_000_000 : FOR_MUTANTS ? 2000 : 100_000;

const KEY = noise(32);
const RIGHT = { key: KEY };
const WRONG = { key: noise(32) };

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("cut at every byte of the first 4 KiB", () => {
  const file = makeBackup(KEY);

  test("the right key never becomes a wrong one, a cut file never whole", async () => {
    // Beyond the header the places are alike: every one of them in `npm run test:all`.
    const step = ALL ? 1 : 31;
    for (let end = 0; end < 4096; end += end < 512 ? 1 : step) {
      const source = named(file.subarray(0, end), "x");
      const { verdict, tag } = await check(source, RIGHT);
      expect(["not-a-backup", "cannot-tell", "damaged"], `cut at ${end}`).toContain(verdict);
      expect(tag).not.toBe("ok");
    }
  });

  test("a wrong key never becomes damage, nor right", async () => {
    for (let end = 0; end < 4096; end += ALL ? 7 : 31) {
      const source = named(file.subarray(0, end), "x");
      const result = await testKey(source, { a: WRONG });
      expect(["not-a-backup", "cannot-tell", "not-its-key"], `cut at ${end}`).toContain(result.verdict);
      expect(["not-a-backup", "cannot-tell"], `cut at ${end}`).toContain(
        (await check(source, WRONG)).verdict,
      );
    }
  });

  test("nothing is kept of what is opened", async () => {
    for (let end = 0; end < 4096; end += ALL ? 17 : 67) {
      const { done, error, seen } = await openBytes(named(file.subarray(0, end), "x"), RIGHT);
      expect(error).toBeNull();
      expect(done?.outcome).toBe("refused");
      expect(seen).toMatchObject({ committed: null, aborted: 1 });
    }
  });
});

test("cut around the footer: damaged or without its MD5, never anything else", async () => {
  const file = makeBackup(KEY);
  for (let cut = 1; cut <= 80; cut++) {
    const source = named(file.subarray(0, -cut), "x");
    expect((await check(source, RIGHT)).verdict, `by ${cut}`).toBe(cut === 16 ? "right-key" : "damaged");
    expect((await check(source, WRONG)).verdict, `by ${cut}`).toBe("cannot-tell");
    const { done, seen } = await openBytes(source, RIGHT);
    // Where no more than the checksum is cut, the tag is there: the content is verified, the file is damaged.
    const expected = cut <= 16 ? ["opened", true] : ["refused", false];
    expect([done?.outcome, seen.committed !== null]).toEqual(expected);
  }
});

test("changed anywhere: the right key is never called wrong, a wrong one never right or damaged", async () => {
  const below = numbers(3);
  const whole = makeBackup(KEY, { payload: noise(3000) });
  for (let n = 0; n < (ALL ? 1500 : 300); n++) {
    // Header and footer are a twentieth of the file, and most of what can go wrong.
    const places = [below(120), whole.length - 1 - below(40), below(whole.length)];
    const file = flip(whole, places[n % 3] as number);
    const right = await check(named(file), RIGHT);
    expect(["damaged", "cannot-tell", "not-a-backup"], `${places}`).toContain(right.verdict);
    const wrong = await check(named(file), WRONG);
    expect(["not-its-key", "cannot-tell", "not-a-backup"], `${places}`).toContain(wrong.verdict);
  }
});

describe(`${HEADERS} headers`, () => {
  const good = makeBackup(KEY).subarray(0, 300);
  const KINDS = ["crypt15", "crypt14", "crypt12"];

  function judge(head: Uint8Array, size: number): boolean {
    const reading = readPrefix(head, size);
    if (!reading.ok) return false;
    const { kind, iv, dataOffset, appVersion, phoneEnding } = reading.prefix;
    if (!KINDS.includes(kind) || iv.length !== 16 || dataOffset > size || dataOffset > LONGEST_PREFIX + 10)
      throw new Error(`wrong: ${Buffer.from(head).toString("hex")}`);
    if (appVersion !== null && !/^[ -~]{1,64}$/.test(appVersion)) throw new Error("version");
    if (phoneEnding !== null && !/^[0-9]{1,4}$/.test(phoneEnding)) throw new Error("ending");
    return true;
  }

  test("mutated ones are read or refused", () => {
    const below = numbers(1);
    let read = 0;
    for (let n = 0; n < 0.6 * HEADERS; n++) {
      const head = good.slice(0, 20 + below(280));
      for (let k = below(4); k >= 0; k--) head[below(Math.min(head.length, 160))] = below(256);
      if (judge(head, below(2) === 0 ? head.length : 100_000)) read += 1;
    }
    expect(read).toBeGreaterThan(HEADERS / 100);
  });

  test("random ones are almost never taken for a backup", () => {
    const below = numbers(2);
    let read = 0;
    const head = new Uint8Array(64);
    for (let n = 0; n < 0.4 * HEADERS; n++) {
      for (let i = 0; i < head.length; i++) head[i] = below(256);
      // crypt12 has no more than three fixed bytes.
      if (head[0] === 0 && head[1] === 1) head[0] = 1;
      if (judge(head, 1e6)) read += 1;
    }
    expect(read).toBe(0);
  });
});

describe("lengths that lie", () => {
  test.each([
    ["a message of 2³⁵ bytes", varint(2 ** 35)],
    ["a length of ten bytes", Buffer.concat([Buffer.alloc(9, 0xff), Buffer.of(1)])],
    ["a length that never ends", Buffer.alloc(40, 0xff)],
    [
      "a field of four gigabytes",
      Buffer.concat([varint(40), Buffer.of(0x1a), varint(2 ** 32), Buffer.alloc(40)]),
    ],
    ["a field longer than its message", Buffer.concat([varint(20), Buffer.of(0x1a, 30), Buffer.alloc(40)])],
    ["a group, which protobuf has given up", Buffer.concat([varint(20), Buffer.of(0x1b), Buffer.alloc(40)])],
    ["field number 0", Buffer.concat([varint(20), Buffer.of(0x02, 3), Buffer.alloc(40)])],
    ["no message at all", Buffer.of(0)],
    ["nothing", Buffer.alloc(0)],
  ])("%s", (_, head) => {
    expect(readPrefix(plain(head), 2 ** 33).ok).toBe(false);
  });

  test("a varint of 2³⁵ − 1 in an unknown field is skipped", async () => {
    const file = makeBackup(KEY, { before: Buffer.concat([number(50, 2 ** 35 - 1), number(51, 2 ** 53)]) });
    expect((await check(named(file), RIGHT)).verdict).toBe("right-key");
  });

  test("nested messages that do not parse are no IV", () => {
    const message = Buffer.concat([bytes(3, Buffer.of(0x0a, 99)), number(1, 1)]);
    expect(readPrefix(plain(Buffer.concat([varint(message.length), message])), 1e6).ok).toBe(false);
    expect(readMessage(Uint8Array.of(0x0a, 2, 1), 3)).toBeNull();
    expect(readMessage(Uint8Array.of(0x0a, 2, 1), 4)?.whole).toBe(false);
  });
});

describe("what is no backup is said to look like what it is", () => {
  const latin1 = (text: string) => Buffer.from(text, "latin1");
  test.each<[string, Uint8Array, object]>([
    ["a.db", latin1("SQLite format 3\0...."), { kind: "other", look: "sqlite" }],
    ["a.zip", latin1("PK\x03\x04......"), { kind: "other", look: "zip" }],
    ["a.gz", latin1("\x1f\x8b\x08\0\0\0"), { kind: "other", look: "gzip" }],
    ["a.jpg", latin1("\xff\xd8\xff\xe0 JFIF"), { kind: "other", look: "picture" }],
    ["a.mp4", latin1("\0\0\0\x20ftypisom"), { kind: "other", look: "video" }],
    ["a.pdf", latin1("%PDF-1.7 ..."), { kind: "other", look: "pdf" }],
    ["a.json", latin1('{"a": 1}'), { kind: "other", look: "json" }],
    ["a.txt", latin1("plain words"), { kind: "other", look: "text" }],
    ["a.bin", Uint8Array.of(0, 0, 0, 0, 1, 2), { kind: "other", look: "unknown" }],
    ["a.crypt15", new Uint8Array(0), { kind: "other", look: "empty" }],
    ["a.crypt15", new Uint8Array(100), { kind: "other", look: "damaged-header" }],
    ["a.crypt8", new Uint8Array(100), { kind: "other", look: "old-crypt" }],
    ["ChatStorage.sqlite.enc", noise(100), { kind: "ios" }],
    ["font.ttf", Uint8Array.of(0, 1, 0, 0, 0, 12), { kind: "other", look: "unknown" }],
    ["x.mcrypt1-metadata", latin1("AAAA"), { kind: "media-metadata" }],
    [`${"AB".repeat(32)}.mcrypt1`, noise(50), { kind: "media", mediaHash: "ab".repeat(32) }],
    ["lines.txt", latin1("a\tb\r\nc"), { kind: "other", look: "text" }],
    ["bell.txt", latin1("a\x07b"), { kind: "other", look: "unknown" }],
    ["shift.txt", latin1("a\x0eb"), { kind: "other", look: "unknown" }],
    ["a.zlib", Uint8Array.of(0x78, 0x9c, 1, 2, 3), { kind: "other", look: "zlib" }],
    ["ChatStorage.sqlite.enc", new Uint8Array(0), { kind: "other", look: "empty" }],
    [`${"ab".repeat(32)}.mcrypt1`, new Uint8Array(0), { kind: "other", look: "empty" }],
    ["x.mcrypt1-metadata", new Uint8Array(0), { kind: "other", look: "empty" }],
    ["encrypted_backup.key", writeKeyFile(KEY), { kind: "key-file", holds: "backup-key" }],
    ["long.key", Buffer.concat([writeKeyFile(KEY), noise(5000)]), { kind: "other", look: "unknown" }],
    ["cut.crypt15", makeBackup(KEY).subarray(0, 30), { kind: "other", look: "cut-header" }],
  ])("%s", async (name, content, kind) => {
    expect(await recognise(sourceOf(name, plain(content)))).toEqual(kind);
  });
});
