/** `inside` of the built command line: what it says, what it writes, and that nothing clear stays behind. */
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandText, usageText } from "../src/ui/text/en/command.ts";
import { insideText, writtenText } from "../src/ui/text/en/inside.ts";
import { jsonLines, listed, run, scratch } from "./cli/built.ts";
import { flip, makeBackup } from "./support/backup-files.ts";
import { makeSmall, NEWER_COUNTS, OLDER_COUNTS } from "./support/message-databases.ts";

async function made() {
  const folder = scratch();
  const key = randomBytes(32);
  const plain = join(folder, "msgstore.db");
  const sealed = join(folder, "msgstore.db.crypt15");
  const database = await makeSmall("lid");
  writeFileSync(plain, database);
  writeFileSync(sealed, makeBackup(key, { payload: database }));
  return { folder, plain, sealed, key: key.toString("hex") };
}

const FACTS = {
  ...{ generation: "lid", chats: NEWER_COUNTS.chats, messages: NEWER_COUNTS.messages },
  ...{ first: "2014-03-03T09:00:00.000Z", newest: "2026-11-29T18:42:00.000Z", damaged: false },
};

test("the same answer for an encrypted and a plain database, and nothing is written", async () => {
  const { folder, plain, sealed, key } = await made();
  const before = listed(folder);
  const clear = await run(["inside", plain, "--json"]);
  const encrypted = await run(["inside", sealed, "--key", "-", "--json"], key);
  expect([clear.code, encrypted.code]).toEqual([0, 0]);
  expect(jsonLines(clear.out)).toMatchObject([{ file: plain, kind: "other", ...FACTS }]);
  expect(jsonLines(encrypted.out)).toMatchObject([{ file: sealed, kind: "crypt15", ...FACTS }]);
  expect(listed(folder)).toEqual(before);
});

test("--chats names every chat, and what a message holds never reaches the terminal", async () => {
  const { plain } = await made();
  const { code, out } = await run(["inside", plain, "--chats"]);
  expect(code).toBe(0);
  for (const name of ["+491510000001", "+491510000002", "Walking group"]) expect(out).toContain(name);
  expect(out).not.toContain("Good morning");
  expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test.each([
  ["html", "html"],
  ["text", "txt"],
  ["json", "json"],
])("--export %s writes one file, and never over another", async (format, ending) => {
  const { folder, sealed, key } = await made();
  const args = ["inside", sealed, "--key", "-", "--export", format, "--output", `${folder}/`];
  const path = join(folder, `msgstore.${ending}`);
  const first = await run(args, key);
  expect(first.code).toBe(0);
  expect(first.out).toContain(writtenText(path));
  const written = readFileSync(path, "utf8");
  expect(written).toContain("Good morning");
  expect((await run(args, key)).code).toBe(1);
  expect(readFileSync(path, "utf8")).toBe(written);
  expect(listed(folder)).toEqual(["msgstore.db", "msgstore.db.crypt15", `msgstore.${ending}`].sort());
});

test("several databases of several generations", async () => {
  const { folder, plain } = await made();
  const old = join(folder, "old.db");
  writeFileSync(old, await makeSmall("before-2021"));
  const { code, out } = await run(["inside", plain, old, "--json"]);
  expect(code).toBe(0);
  expect(jsonLines(out)).toMatchObject([
    FACTS,
    { generation: "before-2021", messages: OLDER_COUNTS.messages },
  ]);
});

test("what cannot be looked into is said, in a sentence, and the rest goes on", async () => {
  const { folder, plain, sealed, key } = await made();
  const text = join(folder, "notes.txt");
  const noise = join(folder, "noise.db");
  const altered = join(folder, "altered.db.crypt15");
  writeFileSync(text, "No database");
  writeFileSync(noise, Buffer.concat([Buffer.from("SQLite format 3\0"), randomBytes(8000)]));
  writeFileSync(altered, flip(readFileSync(sealed), 3000));
  const { code, out, err } = await run(["inside", text, noise, altered, plain, "--key", "-"], key);
  expect(code).toBe(1);
  expect(err).toContain(insideText["not-a-database"]);
  expect(err).toContain(insideText.refused);
  expect(out).toContain(`${NEWER_COUNTS.messages} messages`);
  const wrong = await run(["inside", sealed, "--key", "-"], `${"0".repeat(63)}1`);
  expect(wrong.code).toBe(1);
  const without = await run(["inside", sealed]);
  expect(without.code).toBe(1);
  expect(without.err).toContain(insideText["no-key"]);
});

test.each([
  [["--export", "pdf", "--output", "x"], "bad-export"],
  [["--export", "html"], "no-output"],
  [["--output", "x"], "bad-export"],
] as const)("wrong usage: %j", async (args, why) => {
  const { code, err } = await run(["inside", "msgstore.db", ...args]);
  expect(code).toBe(2);
  expect(err).toBe(`${usageText[why]}\n${commandText.helpSaysMore}\n`);
});
