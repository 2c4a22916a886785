/** `open` on what archivists bring: damaged files, a cloud dump, and the same dump again. */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonLines, listed, run, scratch, VECTORS } from "./cli/built.ts";

const ARCHIVE = join(VECTORS, "archive");
const KEY = readFileSync(join(ARCHIVE, "key.txt"), "utf8");
const file = (name: string) => join(ARCHIVE, `${name}.db.crypt15`);
const DATE_MS = Date.UTC(2023, 4, 6, 7, 8, 9);

const open = (from: string, output: string, ...options: string[]) =>
  run(["open", from, "--key", "-", "--output", output, ...options], KEY);

describe("a file with something behind it", () => {
  test("opens, and the rest is named", async () => {
    const { code, out } = await open(file("trailing-newline"), `${scratch()}/`);
    expect(code).toBe(0);
    expect(out).toContain("Behind its end: 1 foreign byte.");
  });
});

describe("a database that is shorter than it says", () => {
  test("opens, with both numbers, and is not called complete", async () => {
    const { code, out } = await open(file("database-shorter-than-it-says"), `${scratch()}/`);
    expect(code).toBe(1);
    expect(out).toContain("50,000 bytes instead of 122,880");
    expect(out).not.toContain("complete");
  });
});

describe("--salvage", () => {
  test.each([
    ["checksum-and-half-tag-cut", "The 8 bytes of its tag that are left match too."],
    ["cut-at-70-percent", "The file ends before its content does."],
    ["one-bit-in-the-middle", "None of it is verified."],
    ["one-bit-in-the-iv", "The header is damaged."],
  ])("saves what can be read of %s, apart and marked, and is never done", async (name, said) => {
    const folder = scratch();
    const plainly = await open(file(name), `${folder}/`);
    expect([plainly.code, listed(folder)]).toEqual([1, []]);
    if (name !== "one-bit-in-the-iv") expect(plainly.out).toContain("Add `--salvage`");
    const { code, out } = await open(file(name), `${folder}/`, "--salvage");
    expect(code).toBe(1);
    expect(out).toContain(said);
    expect(out).not.toContain("complete and unchanged");
    expect(listed(folder)).toEqual([`${name}.db.unverified`]);
    expect(statSync(join(folder, `${name}.db.unverified`)).mode & 0o777).toBe(0o600);
    await open(file(name), `${folder}/`, "--salvage");
    expect(listed(folder)).toContain(`${name}.db (2).unverified`);
  });

  test("opens a whole file as ever, and saves nothing under another key", async () => {
    const folder = scratch();
    expect((await open(file("trailing-newline"), `${folder}/`, "--salvage")).code).toBe(0);
    const wrong = ["open", file("cut-at-70-percent"), "--key", "-", "--salvage", "--output", `${folder}/o/`];
    const { code, out } = await run(wrong, "07".repeat(32));
    expect([code, out]).toEqual([1, expect.stringContaining("Nothing could be read with your keys.")]);
    expect(listed(folder)).toEqual(["trailing-newline.db"]);
  });
});

describe("a cloud dump", () => {
  const MEDIA = [
    "WhatsApp Documents/Sent/invoice.pdf",
    "WhatsApp Documents/invoice.pdf",
    "WhatsApp Images/IMG-20230506-WA0001.jpg",
    "WhatsApp Images/Sent/IMG-20230506-WA0001.jpg",
    "WhatsApp Voice Notes/202318/PTT-20230506-WA0003.opus",
  ].map((path) => `dump/Media/${path}`);
  const HASH = "dump/Media/08F18C1A147E18F3F18ED7B1FE8D73A051615FAB705B9337412A5A841D071952.jpg";
  const opened = (folder: string) => listed(folder).filter((path) => /\.(jpg|pdf|opus)$/.test(path));

  test("keeps its folders and dates", async () => {
    const folder = join(scratch(), "o");
    await open(join(ARCHIVE, "dump"), folder);
    expect(opened(folder)).toEqual([HASH, ...MEDIA].sort());
    for (const path of MEDIA) expect(statSync(join(folder, path)).mtimeMs).toBe(DATE_MS);
  });

  test("a second run skips what is there and equal, and does the rest", async () => {
    const folder = join(scratch(), "o");
    await open(join(ARCHIVE, "dump"), folder);
    const before = listed(folder);
    const [first = "", second = "", third = ""] = MEDIA;
    rmSync(join(folder, first));
    writeFileSync(join(folder, second), "another thing");
    truncateSync(join(folder, third), 5);
    const { out } = await open(join(ARCHIVE, "dump"), folder);
    expect(out.match(/Skipped: /g)).toHaveLength(9);
    const numbered = (path: string) => path.replace(/(\.\w+)$/, " (2)$1");
    expect(listed(folder)).toEqual(
      [...before, numbered(second), numbered(third), "SHA256SUMS (2).txt"].sort(),
    );
    expect(readFileSync(join(folder, second), "utf8")).toBe("another thing");
    const third_ = await open(join(ARCHIVE, "dump"), folder);
    expect(third_.out.match(/Skipped: /g)).toHaveLength(12);
    expect(listed(folder)).not.toContain("SHA256SUMS (3).txt");
  });

  test("names that collide get a number, and nothing is left out", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "phone"));
    cpSync(file("trailing-newline"), join(folder, "phone/msgstore.db.crypt15"));
    cpSync(join(VECTORS, "wa-2026.db.crypt15"), join(folder, "phone/msgstore.db.crypt14"));
    const keys = `${KEY.trim()}\n0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799\n`;
    const args = ["open", join(folder, "phone"), "--key", "-", "--output", join(folder, "o"), "--json"];
    const { code, out } = await run(args, keys);
    expect([code, jsonLines(out)]).toMatchObject([0, [{ verdict: "right-key" }, { verdict: "right-key" }]]);
    expect(listed(join(folder, "o/phone"))).toEqual(["msgstore (2).db", "msgstore.db"]);
  });
});
