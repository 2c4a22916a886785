/** A beginning that only looks like zlib proves nothing: two bytes are not enough. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recognise } from "../../src/backup/kind.ts";
import { mayOpen, readClue } from "../../src/backup/repair.ts";
import { tryKey } from "../../src/backup/try-key.ts";
import { makeBackup } from "../support/backup-files.ts";
import { check, named, prove } from "../support/engine.ts";

const KEY = createHash("sha256").update("the right one").digest();
const file = makeBackup(KEY);

test("a wrong key under which the beginning inflates to something is not the right key", async () => {
  const source = named(file);
  const clue = await readClue(source, await recognise(source));
  if (!clue) throw new Error("no clue");
  let found = 0;
  for (let n = 0; found < 2 && n < 200_000; n++) {
    const key = createHash("sha256").update(`wrong ${n}`).digest();
    if (!mayOpen(key, clue.iv, clue.start)) continue;
    const { answer } = await tryKey(key, { ask: "start", iv: clue.iv, start: clue.start });
    expect(["no", "plausible"]).toContain(answer);
    if (answer !== "plausible") continue;
    found += 1;
    expect((await prove(source, { wrong: { key } })).verdict).toBe("cannot-tell");
    expect((await check(source, { key })).verdict).toBe("cannot-tell");
  }
  expect(found).toBe(2);
});
