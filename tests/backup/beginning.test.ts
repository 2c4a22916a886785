/** A beginning that only looks like zlib does not show that a key fits: two bytes are not enough. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recognise } from "../../src/backup/kind.ts";
import { mayOpen, readClue } from "../../src/backup/repair.ts";
import { tryKey } from "../../src/backup/try-key.ts";
import { makeBackup } from "../support/backup-files.ts";
import { check, named, testKey } from "../support/engine.ts";

const KEY = createHash("sha256").update("the right one").digest();
const file = makeBackup(KEY);
/**
 * Where the search, which takes seconds, has found them; if the file is another one day, it searches again.
 */
const FOUND = [58_044, 90_111];

test("a wrong key under which the beginning inflates to something is not the right key", async () => {
  const source = named(file);
  const clue = await readClue(source, await recognise(source));
  if (!clue) throw new Error("no clue");
  let found = 0;
  for (const n of new Set([...FOUND, ...Array(200_000).keys()])) {
    if (found === 2) break;
    const key = createHash("sha256").update(`wrong ${n}`).digest();
    if (!mayOpen(key, clue.iv, clue.start)) continue;
    const { answer } = await tryKey(key, { ask: "start", iv: clue.iv, start: clue.start });
    expect(["no", "plausible"]).toContain(answer);
    if (answer !== "plausible") continue;
    found += 1;
    expect((await testKey(source, { wrong: { key } })).verdict).toBe("cannot-tell");
    expect((await check(source, { key })).verdict).toBe("cannot-tell");
  }
  expect(found).toBe(2);
});
