/** Finished files in one ZIP, however many. */
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { observe } from "../../src/backup/facts.ts";
import { zipFiles } from "../../src/backup/zip-files.ts";
import { ALL } from "../support/all.ts";
import { plain } from "../support/backup-files.ts";

async function zipped(count: number): Promise<Uint8Array> {
  async function* files() {
    for (let n = 0; n < count; n++) yield { path: `a/${n}.txt`, file: new File([`${n % 10}`], "any") };
  }
  const pieces: Uint8Array[] = [];
  const reader = zipFiles(files()).getReader();
  for (let { value } = await reader.read(); value; { value } = await reader.read()) pieces.push(value);
  return Buffer.concat(pieces);
}

function entriesOf(zip: Uint8Array): number | undefined {
  const observer = observe();
  observer.see(plain(zip));
  return observer.facts().entries;
}

test.each([0, 1, 3, ALL ? 65_535 : 4096])("%d files", async (count) => {
  const zip = await zipped(count);
  if (count > 0) expect(entriesOf(zip)).toBe(count);
  const inside = unzipSync(zip);
  expect(Object.keys(inside)).toHaveLength(count);
  if (count > 0)
    expect(Buffer.from(inside[`a/${count - 1}.txt`] ?? []).toString()).toBe(`${(count - 1) % 10}`);
});
