/** Encrypting files: names, times and content come back, and an attempt that fails leaves nothing. */
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { deriveFor } from "../../src/backup/derive.ts";
import { encrypt, writePrefix } from "../../src/backup/encrypt.ts";
import { importFileKey, LONGEST_PLAINTEXT } from "../../src/backup/gcm-stream.ts";
import { recognise } from "../../src/backup/kind.ts";
import { mediaName, openedName, safeName, safePath } from "../../src/backup/names.ts";
import { type Source, sourceOf } from "../../src/backup/source.ts";
import { ALL, runs } from "../support/all.ts";
import { noise, plain } from "../support/backup-files.ts";
import { check, memorySink, named, openBytes, startMd5, testKey } from "../support/engine.ts";

const KEY = noise(32);
const RIGHT = { key: KEY };
const OPTIONS = { version: "0.1.0", phoneEnding: "4912", startMd5 };

const given = (path: string, content: Uint8Array): Source => ({
  ...sourceOf(path.split("/").at(-1) ?? "", plain(content)),
  path,
  modifiedAtMs: Date.UTC(2024, 4, 6, 7, 8, 10),
});

async function encrypted(sources: Source[], options: Partial<Parameters<typeof encrypt>[3]> = {}) {
  const { sink, seen } = memorySink();
  const key = await importFileKey(await deriveFor(KEY, { use: "backup" }));
  const done = await encrypt(sources, key, sink, { ...OPTIONS, ...options });
  return { done, file: seen.committed ?? new Uint8Array(0), seen };
}

async function opened(file: Uint8Array): Promise<Record<string, Uint8Array>> {
  const { seen } = await openBytes(named(file, "x.zip.crypt15"), RIGHT);
  return unzipSync(seen.committed ?? new Uint8Array(0));
}

test("what is encrypted opens again, name by name", async () => {
  const files = fc.dictionary(
    fc
      .string({ unit: fc.constantFrom(..."abcäß€漢 .-"), minLength: 1, maxLength: 12 })
      .filter((name) => !/^\.\.?$/.test(name)),
    fc.uint8Array({ maxLength: 20_000 }),
    { minKeys: 1, maxKeys: 5 },
  );
  await fc.assert(
    fc.asyncProperty(files, async (content) => {
      const names = Object.keys(content);
      const { file } = await encrypted(
        names.map((name) => given(`folder/${name}`, content[name] as Uint8Array)),
      );
      expect(await check(named(file), RIGHT)).toMatchObject({ verdict: "right-key", md5: "ok", tag: "ok" });
      const inside = await opened(file);
      expect(
        Object.values(inside)
          .map((b) => Buffer.from(b).toString("base64"))
          .sort(),
      ).toEqual(
        Object.values(content)
          .map((b) => Buffer.from(b).toString("base64"))
          .sort(),
      );
      expect(Object.keys(inside).every((path) => path.startsWith("folder"))).toBe(true);
    }),
    { numRuns: runs(30) },
  );
});

test("several megabytes, from a source that uses its buffer again", async () => {
  const content = noise(7_000_001);
  const buffers = [new Uint8Array(2 ** 21), new Uint8Array(2 ** 21)];
  let turn = 0;
  const source: Source = {
    ...given("big.bin", content),
    async read(start, end) {
      const buffer = buffers[turn++ % 2] as Uint8Array<ArrayBuffer>;
      buffer.set(content.subarray(start, end));
      return buffer.subarray(0, end - start);
    },
  };
  const { file } = await encrypted([source]);
  expect(Buffer.compare((await opened(file))["big.bin"] ?? Buffer.of(), content)).toBe(0);
});

test("two attempts on the same files share no IV, and so no ciphertext", async () => {
  const source = given("a.txt", Buffer.alloc(5000, 1));
  const [one, two] = [(await encrypted([source])).file, (await encrypted([source])).file];
  expect(Buffer.compare(one.subarray(60, 200), two.subarray(60, 200))).not.toBe(0);
  const kinds = await Promise.all([recognise(named(one)), recognise(named(two))]);
  const ivs = kinds.map((kind) => "prefix" in kind && Buffer.from(kind.prefix.iv).toString("hex"));
  expect(ivs[0]).not.toBe(ivs[1]);
});

test("the header tells ours from WhatsApp's, and is short", async () => {
  const { file } = await encrypted([given("a.txt", Buffer.from("a"))]);
  expect(file[0]).toBeLessThan(128);
  expect(await recognise(named(file))).toMatchObject({
    kind: "crypt15",
    prefix: { appVersion: "Sixtyfour 0.1.0.0", phoneEnding: "12", secret: "64-digit-key" },
  });
  expect(writePrefix(new Uint8Array(16), "10.20.30", "")).toHaveLength(53);
  expect(() => writePrefix(new Uint8Array(16), "1".repeat(100), "")).toThrow(RangeError);
  expect(await testKey(named(file), { a: RIGHT })).toMatchObject({ verdict: "right-key", payload: "zip" });
});

test("names that lead elsewhere, or are there twice", async () => {
  const { file } = await encrypted([
    given("../../etc/passwd", Buffer.from("1")),
    given("/etc/passwd", Buffer.from("2")),
    given("a\u202etxt.exe", Buffer.from("3")),
    given("con", Buffer.from("4")),
  ]);
  expect(Object.keys(await opened(file)).sort()).toEqual([
    "_con",
    "a_txt.exe",
    "etc/passwd",
    "etc/passwd (2)",
  ]);
});

test("names that are there more than twice are counted on, before their endings", async () => {
  const { file } = await encrypted(
    ["a/b.c/x", "a/b.c/X", "a/n.txt", "a/N.txt", "a/n.TXT", "a/.env", "a/.env"].map((path, n) =>
      given(path, Buffer.of(n)),
    ),
  );
  expect(Object.keys(await opened(file))).toEqual([
    "a/b.c/x",
    "a/b.c/X (2)",
    "a/n.txt",
    "a/N (2).txt",
    "a/n (3).TXT",
    "a/env",
    "a/env (2)",
  ]);
});

test("its size and its progress are told as they are, and what is kept is not taken away again", async () => {
  const told: number[] = [];
  const sources = [given("a", noise(300)), given("b", noise(5))];
  const { done, file, seen } = await encrypted(sources, { onProgress: (bytes) => told.push(bytes) });
  expect(done).toEqual({ outcome: "encrypted", size: file.length });
  expect(told).toEqual([300, 305]);
  expect(seen.aborted).toBe(0);
});

test("times are kept, as far back as a ZIP knows any", async () => {
  const source = given("a.txt", Buffer.from("a"));
  const timeIn = async (modifiedAtMs: number) => {
    const { file } = await encrypted([{ ...source, modifiedAtMs }]);
    const zip = Buffer.from((await openBytes(named(file), RIGHT)).seen.committed ?? []);
    const [time, date] = [zip.readUInt16LE(10), zip.readUInt16LE(12)];
    const [year, month, day] = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31];
    return new Date(year, month, day, time >> 11, (time >> 5) & 63).getTime();
  };
  expect(await timeIn(Date.UTC(2024, 4, 6, 7, 8))).toBe(Date.UTC(2024, 4, 6, 7, 8));
  expect(new Date(await timeIn(0)).getFullYear()).toBe(1980);
});

test("no files at all, and one that is empty", async () => {
  expect(await opened((await encrypted([given("a", Buffer.alloc(0))])).file)).toEqual({
    a: new Uint8Array(0),
  });
  const { file } = await encrypted([]);
  expect((await check(named(file), RIGHT)).verdict).toBe("right-key");
  expect(await opened(file)).toEqual({});
});

test.runIf(ALL)("more files than 16 bits can count: a ZIP64 that says how many", async () => {
  const many = Array.from({ length: 65_600 }, (_, n) => given(`${n}`, Buffer.of(n)));
  const { file } = await encrypted(many);
  const { done, seen } = await openBytes(named(file), RIGHT);
  expect(done).toMatchObject({ outcome: "opened", facts: { kind: "zip", entries: 65_600 } });
  const inside = unzipSync(seen.committed ?? new Uint8Array(0));
  expect(Object.keys(inside)).toHaveLength(65_600);
  expect(inside["65599"]).toEqual(Uint8Array.of(65_599 % 256));
});

describe("nothing is kept", () => {
  test("beyond what GCM takes under one IV", async () => {
    const vast = { ...given("a", Buffer.of(1)), size: LONGEST_PLAINTEXT + 1 };
    const { done, seen } = await encrypted([vast]);
    expect(done).toEqual({ outcome: "too-large" });
    expect(seen).toMatchObject({ committed: null, aborted: 1, largest: 0 });
  });

  test("when it is stopped, a file fails, or the place does", async () => {
    const content = noise(5_000_000);
    const key = await importFileKey(await deriveFor(KEY, { use: "backup" }));
    const stop = new AbortController();
    const gone = { ...given("a", content), read: () => Promise.reject(new Error("gone")) };
    const attempts: [Source, object, Parameters<typeof memorySink>[0]][] = [
      [given("a", content), { signal: stop.signal, onProgress: () => stop.abort() }, {}],
      [gone, {}, {}],
      [given("a", content), {}, { write: new Error("full") }],
      [given("a", content), {}, { commit: new Error("full") }],
    ];
    for (const [source, options, fails] of attempts) {
      const { sink, seen } = memorySink(fails);
      await expect(encrypt([source], key, sink, { ...OPTIONS, ...options })).rejects.toThrow();
      expect(seen).toMatchObject({ committed: null, aborted: 1 });
    }
  });
});

describe("names from files are made safe", () => {
  test.each([
    ["../../x", "_.._x"],
    ["a/b", "a_b"],
    [".hidden", "hidden"],
    ["nul.txt", "_nul.txt"],
    ["", "file"],
    ["...", "file"],
    ["a\u0000b\u202ec", "a_b_c"],
    [`${"x".repeat(300)}.db`, `${"x".repeat(117)}.db`],
  ])("%o", (name, safe) => expect(safeName(name)).toBe(safe));

  test("paths keep their folders and leave them never", () => {
    expect(safePath("a/../../b/./c")).toBe("a/b/c");
    expect(safePath("C:\\x\\y")).toBe("C_/x/y");
    expect(safePath("..")).toBe("file");
    fc.assert(fc.property(fc.string(), (path) => !/(^|\/)\.\.?(\/|$)|^\/|\/\/|\\/.test(safePath(path))));
  });

  test("opened files are called after what is inside", () => {
    expect(openedName("msgstore.db.crypt15", "sqlite")).toBe("msgstore.db");
    expect(openedName("stickers.backup.crypt15", "zip")).toBe("stickers.backup.zip");
    expect(openedName("backup_settings.json.crypt15", null)).toBe("backup_settings.json");
    expect(openedName("strange", null)).toBe("strange.opened");
    expect(mediaName("AB.mcrypt1", Uint8Array.of(0xff, 0xd8, 0xff))).toBe("AB.jpg");
    expect(mediaName("AB.mcrypt1", new Uint8Array(0))).toBe("AB.bin");
  });
});
