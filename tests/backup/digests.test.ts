/** Sums of what comes in pieces, and the list of them that goes with opened files. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { parseSums, startHashing, sumLine } from "../../src/backup/checksum-list.ts";
import { startMd5, startSha256 } from "../../src/backup/digests.ts";
import { noise, plain } from "../support/backup-files.ts";
import { memorySink } from "../support/engine.ts";

const PIECES = [noise(5), noise(0), noise(70_000)].map(plain);
const whole = Buffer.concat(PIECES);

test.each([
  ["md5", startMd5],
  ["sha256", startSha256],
] as const)("%s is that of all pieces together", async (name, start) => {
  const digest = await start();
  for (const piece of PIECES) await digest.update(piece);
  expect(Buffer.from(await digest.end())).toEqual(createHash(name).update(whole).digest());
});

test("a line of the list has the sum of what reached the place, and a path as sha256sum reads it", async () => {
  const { sink, seen } = memorySink();
  const hashing = await startHashing(sink);
  for (const piece of PIECES) await hashing.sink.write(piece);
  await hashing.sink.commit();
  expect(Buffer.from(seen.committed ?? [])).toEqual(whole);
  const sum = createHash("sha256").update(whole).digest("hex");
  expect(await hashing.sum()).toEqual({ sha256: sum, size: whole.length });
  const line = sumLine(sum, "folder\\a b.db");
  expect(line).toBe(`${sum}  folder/a b.db\n`);
  expect([...parseSums(`${line}\n# no line\n${sum} *b.db\nabc  c.db\n`)]).toEqual([
    ["folder/a b.db", sum],
    ["b.db", sum],
  ]);
});
