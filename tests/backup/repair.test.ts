/** Repair: the search finds the key for every typo of the table, and its shares cover all candidates. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  countOf,
  packDigits,
  readTyped,
  readTypedText,
  TYPOS,
  type Typo,
  typosFor,
  UNREADABLE,
  writeCandidate,
} from "../../src/backup/candidates.ts";
import { deriveFor } from "../../src/backup/derive.ts";
import { recognise } from "../../src/backup/kind.ts";
import {
  type Clue,
  countAll,
  deriveFileKey,
  mayOpen,
  readClue,
  searchShare,
} from "../../src/backup/repair.ts";
import { sourceOf } from "../../src/backup/source.ts";
import { bytesToHex, hexToBytes } from "../../src/core/bytes.ts";
import { readKeyFile, writeKeyFile } from "../../src/core/key/key-file.ts";
import { makeBackup, noise, plain } from "../support/backup-files.ts";

const HEX = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const KEY = hexToBytes(HEX);
const sample = readFileSync(resolve(import.meta.dirname, "../vectors/wa-2026.db.crypt15"));

async function clueOf(file: Uint8Array): Promise<Clue> {
  const source = sourceOf("x.crypt15", plain(file));
  const clue = await readClue(source, await recognise(source));
  if (!clue) throw new Error("no clue");
  return clue;
}

const find = async (text: string, clue: Clue, share = { share: 0, of: 1 }) => {
  const typed = readTyped(text);
  if (!typed) throw new Error("not searchable");
  return searchShare(
    typed,
    clue,
    share,
    () => undefined,
    () => false,
  );
};

const digits = [...HEX];
const swapped = (a: number, b: number, length = 1) => {
  const copy = [...digits];
  const held = copy.slice(a, a + length);
  copy.splice(a, length, ...digits.slice(b, b + length));
  copy.splice(b, length, ...held);
  return copy.join("");
};
const changed = (...places: number[]) =>
  digits.map((digit, i) => (places.includes(i) ? (digit === "0" ? "f" : "0") : digit)).join("");
const byColumns = () => {
  const groups = HEX.match(/.{4}/g) ?? [];
  return groups.map((_, i) => groups[(i % 4) * 4 + Math.floor(i / 4)]).join("");
};

test("the counts of the table", () => {
  // Of digits without 8 and B.
  const typed = readTyped("0123456790acdef1".repeat(4)) ?? [];
  const counts = Object.fromEntries(
    TYPOS.filter((s) => s !== "unreadable").map((typo) => [typo, countOf(typed, typo)]),
  );
  expect(counts).toEqual({
    "one-wrong": 960,
    "neighbours-swapped": 63,
    "any-two-swapped": 2016,
    "groups-swapped": 120,
    columns: 1,
    "one-missing": 1024,
    "one-extra": 65,
    "two-wrong": 453_600,
    "look-alikes": 1,
    "byte-order": 6,
    "rows-exchanged": 23,
    "part-extra": 65,
    "two-extra": 2145,
    "two-missing": 516_096,
    "group-missing": 1_048_576,
  });
  expect(countOf(readTyped(`8b8b${"0".repeat(60)}`) ?? [], "look-alikes")).toBe(16);
  expect(countOf(readTyped("8".repeat(64)) ?? [], "look-alikes")).toBe(2 ** 14);
  expect(countOf(readTyped(`????${HEX.slice(4)}`) ?? [], "unreadable")).toBe(65_536);
});

const groupsOf = HEX.match(/.{4}/g) ?? [];
const rowsOf = (HEX.match(/.{16}/g) ?? []).map((row) => row.replace(/.{4}/g, "$& ").trim());

describe("each typo is found", async () => {
  const clue = await clueOf(sample);
  test.each<[Typo, string]>([
    ["one-wrong", changed(17)],
    ["one-wrong", changed(63)],
    ["neighbours-swapped", swapped(4, 5)],
    ["any-two-swapped", swapped(0, 63)],
    ["groups-swapped", swapped(8, 52, 4)],
    ["columns", byColumns()],
    ["one-missing", HEX.slice(0, 30) + HEX.slice(31)],
    ["one-missing", HEX.slice(1)],
    ["one-extra", `${HEX.slice(0, 30)}a${HEX.slice(30)}`],
    ["one-extra", `${HEX}7`],
    ["unreadable", `${HEX.slice(0, 5)}?${HEX.slice(6, 60)}?${HEX.slice(61)}`],
    ["unreadable", `${HEX.slice(0, 40)}????${HEX.slice(44)}`],
    ["two-wrong", changed(0, 2)],
    ["look-alikes", HEX.replaceAll("0", "O").replaceAll("1", "l").replaceAll("5", "S")],
    ["look-alikes", HEX.replaceAll("8", "B").replaceAll("2", "Z").replaceAll("6", "G")],
    ["look-alikes", HEX.replaceAll("b", "8").replaceAll("1", "I").replaceAll("0", "o")],
    ["one-wrong", changed(17).replaceAll("1", "I").replaceAll("5", "S")],
    ["one-missing", HEX.slice(1).replaceAll("1", "I")],
    ["rows-exchanged", [1, 0, 2, 3].map((row) => rowsOf[row]).join("\n")],
    ["rows-exchanged", [3, 2, 0, 1].map((row) => rowsOf[row]).join("\n")],
    ["byte-order", HEX.replace(/(.)(.)/g, "$2$1")],
    ["byte-order", HEX.replace(/(..)(..)/g, "$2$1")],
    ["byte-order", (HEX.match(/../g) ?? []).reverse().join("")],
    ["byte-order", HEX.replace(/(..)(..)(..)(..)/g, "$4$3$2$1")],
    ["part-extra", [...groupsOf.slice(0, 5), groupsOf[4], ...groupsOf.slice(5)].join(" ")],
    ["part-extra", [rowsOf[0], ...rowsOf].join("\n")],
    ["two-extra", `a${HEX.slice(0, 30)}b${HEX.slice(30)}`],
    ["two-missing", HEX.slice(1, 3) + HEX.slice(4)],
    ["group-missing", groupsOf.slice(1).join(" ")],
    [
      "one-wrong",
      `Row A: ${rowsOf
        .map((row, i) => `${i ? `\nRow ${"ABCD"[i]}: ` : ""}${row}`)
        .join("")
        .replace("579e", "578e")}`,
    ],
    ["one-wrong", `${changed(9)}\nurl: https://web.whatsapp.com\nuser: phone\npin: 1234`],
    ["one-missing", groupsOf.map((group, i) => `${i + 1}. ${i === 7 ? group.slice(1) : group}`).join("\n")],
  ])("%s: %s", async (typo, text) => {
    const found = await find(text, clue);
    expect(found && bytesToHex(found.key)).toBe(HEX);
    expect(found?.typo).toBe(typo);
  });

  test("of a file whose payload only its tag confirms", async () => {
    const json = makeBackup(KEY, { payload: Buffer.from('{"theme":"dark"}') });
    expect((await find(changed(3), await clueOf(json)))?.typo).toBe("one-wrong");
  });

  test("none is invented for another key's file", async () => {
    const other = await clueOf(makeBackup(noise(32)));
    for (const text of [`${HEX}0`, HEX.slice(1), `?${HEX.slice(1)}`, `${HEX}00`, `0000${HEX}`])
      expect(await find(text, other)).toBeNull();
  });

  test("it stops when it is told to", async () => {
    const typed = readTyped(HEX) ?? [];
    let asked = 0;
    const other = await clueOf(makeBackup(noise(32)));
    const found = await searchShare(
      typed,
      other,
      { share: 0, of: 1 },
      () => undefined,
      () => ++asked >= 2,
    );
    expect(found).toBeNull();
    expect(asked).toBe(2);
  });
});

test("shares try every candidate once", async () => {
  const typed = readTyped(`${HEX.slice(0, 62)}??`) ?? [];
  let tried = 0;
  const other = await clueOf(makeBackup(noise(32)));
  for (let share = 0; share < 3; share++)
    await searchShare(
      typed,
      other,
      { share, of: 3 },
      (more) => (tried += more),
      () => false,
    );
  expect(tried).toBe(countAll(typed));
});

test("the key is found by the one share that has it", async () => {
  const clue = await clueOf(sample);
  const text = HEX.slice(1);
  const found = await Promise.all([0, 1, 2].map((share) => find(text, clue, { share, of: 3 })));
  expect(found.flatMap((one) => (one ? [bytesToHex(one.key)] : []))).toEqual([HEX]);
});

test("every typo anywhere in a key is among its row's candidates", () => {
  const into = new Uint8Array(64);
  const isAmong = (typo: Typo, typed: readonly number[], right: readonly number[]) => {
    for (let n = 0; n < countOf(typed, typo); n++) {
      writeCandidate(typed, typo, n, into);
      if (right.every((digit, i) => into[i] === digit)) return true;
    }
    return false;
  };
  const other = (digit: number | undefined, by: number) => ((digit ?? 0) + 1 + (by % 15)) % 16;
  for (let at = 0; at < 64; at++) {
    const right = [...noise(64)].map((byte) => byte % 16);
    const wrong = right.with(at, other(right[at], at));
    const swappedWith = (to: number) => right.with(at, right[to] ?? 0).with(to, right[at] ?? 0);
    const typos: [Typo, number[]][] = [
      ["one-wrong", wrong],
      ["one-missing", right.toSpliced(at, 1)],
      ["one-extra", right.toSpliced(at, 0, at % 16)],
      ["two-extra", right.toSpliced(at, 0, at % 16).toSpliced((at * 7) % 65, 0, 3)],
      ["part-extra", right.toSpliced(at & ~3, 0, ...right.slice(at & ~3, (at & ~3) + 4))],
      ["unreadable", right.with(at, UNREADABLE)],
      ["any-two-swapped", swappedWith((at + 7) % 64)],
    ];
    if (at < 63) typos.push(["neighbours-swapped", swappedWith(at + 1)]);
    if (at % 16 === 0) typos.push(["two-missing", right.toSpliced(at, 1).toSpliced(40, 1)]);
    if (at % 32 === 0) typos.push(["group-missing", right.toSpliced(at, 4)]);
    if (at % 8 === 0) typos.push(["two-wrong", wrong.with(63, other(right[63], at + 3))]);
    for (const [typo, typed] of typos) expect(isAmong(typo, typed, right), `${typo} at ${at}`).toBe(true);
  }
});

test("candidates of a row differ from each other, and from what was typed", () => {
  for (const typo of ["one-wrong", "one-missing", "two-wrong"] as const) {
    const typed = readTyped(typo === "one-missing" ? HEX.slice(1) : HEX) ?? [];
    const [into, key] = [new Uint8Array(64), new Uint8Array(32)];
    const seen = new Set<string>();
    const step = typo === "two-wrong" ? 37 : 1;
    const count = countOf(typed, typo);
    for (let n = 0; n < count; n += step) {
      writeCandidate(typed, typo, n, into);
      packDigits(into, key);
      seen.add(bytesToHex(key));
    }
    // A digit put in beside an equal one is the same key.
    expect(seen.size).toBeGreaterThan((count / step) * (typo === "one-missing" ? 0.9 : 0.999));
    if (typo !== "one-missing") expect(seen.has(HEX)).toBe(false);
  }
});

test("what was typed is read with its gaps, and refused when it cannot be searched", () => {
  expect(readTyped(HEX.toUpperCase().replace(/.{4}/g, "$& "))).toHaveLength(64);
  expect(typosFor(readTyped(HEX) ?? [])).not.toContain("one-extra");
  for (const text of [
    "",
    HEX.slice(3),
    `${HEX}000`,
    "hunter2-Summer!",
    `???${HEX.slice(3)}`,
    `${HEX.slice(0, 2)}????${HEX.slice(6)}`,
    `?${HEX}`,
  ])
    expect(readTyped(text), text).toBeNull();
});

test("the first look seldom takes another key", () => {
  let passed = 0;
  const [iv, first] = [new Uint8Array(16).fill(3), new Uint8Array(16).fill(4)];
  for (let n = 0; n < 20_000; n++) if (mayOpen(noise(32), iv, first)) passed += 1;
  expect(passed).toBeLessThan(40);
});

test("it never refuses the right key, whatever the zlib header", async () => {
  for (let n = 0; n < 100; n++) {
    const key = noise(32);
    const { iv, start } = await clueOf(makeBackup(key, { zlib: { level: n % 10 } }));
    expect(mayOpen(key, iv, start)).toBe(true);
    expect(deriveFileKey(key)).toEqual(await deriveFor(key, { use: "backup" }));
  }
});

describe("key files", () => {
  test("every near miss is refused", () => {
    const file = writeKeyFile(KEY);
    expect(readKeyFile(file)).toEqual({ kind: "backup-key", key: KEY });
    for (let at = 0; at < 27; at++) {
      const wrong = file.slice();
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      expect(readKeyFile(wrong), `byte ${at}`).toBeNull();
    }
    for (const wrong of [file.slice(1), file.slice(0, -1), Uint8Array.of(...file, 0), new Uint8Array(0)])
      expect(readKeyFile(wrong)).toBeNull();
  });

  test("WhatsApp's own gives the AES key at its place", () => {
    const payload = noise(131);
    payload.set([0, 1], 0);
    const file = Buffer.concat([
      Buffer.from("aced0005757200025b42acf317f8060854e0020000787000000083", "hex"),
      payload,
    ]);
    expect(readKeyFile(file)).toEqual({
      kind: "crypt14-key",
      fileKey: plain(payload.subarray(99)),
      serverSalt: plain(payload.subarray(3, 35)),
    });
    const longer = Buffer.concat([file, Buffer.of(0)]);
    longer.writeUInt32BE(132, 23);
    expect(readKeyFile(longer)).toBeNull();
    for (const at of [0, 1]) {
      const other = Uint8Array.from(file);
      other[27 + at] = 2;
      expect(readKeyFile(other)).toBeNull();
    }
    payload[1] = 2;
    expect(readKeyFile(Buffer.concat([file.subarray(0, 27), payload]))).toBeNull();
  });
});

test("what was typed says how many digits were counted, and how many only looked like one", () => {
  expect(readTypedText(HEX.slice(3))).toMatchObject({ typed: null, count: 61, replaced: 0 });
  expect(readTypedText(HEX.replaceAll("0", "O"))).toMatchObject({ count: 64, replaced: 5 });
  expect(readTypedText("hunter2-Summer!")).toMatchObject({ typed: null });
});
