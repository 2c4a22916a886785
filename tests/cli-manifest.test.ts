/** Several files opened at once: their paths, and the list of their sums. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const scratch = mkdtempSync(join(tmpdir(), "sixtyfour-sums-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function open(output: string): void {
  const args = ["dist/cli/sixtyfour.js", "open", join(scratch, "in"), "--key", "-", "--output", output];
  execFileSync(process.execPath, args, { cwd: ROOT, input: KEY });
}

test("paths are kept, and sha256sum finds every sum right; a second time nothing is overwritten", () => {
  const sample = (name: string) => readFileSync(resolve(ROOT, "tests/vectors", name));
  mkdirSync(join(scratch, "in/deep"), { recursive: true });
  writeFileSync(join(scratch, "in/wa.db.crypt15"), sample("wa-2026.db.crypt15"));
  writeFileSync(join(scratch, "in/deep/stickers.backup.crypt15"), sample("stickers.backup.crypt15"));
  const output = join(scratch, "out");
  open(output);
  const list = readFileSync(join(output, "SHA256SUMS.txt"), "utf8");
  expect(list).toMatch(/^[0-9a-f]{64} {2}in\/deep\/stickers\.backup\.zip\n[0-9a-f]{64} {2}in\/wa\.db\n$/);
  const said = execFileSync("sha256sum", ["-c", "SHA256SUMS.txt"], { cwd: output, encoding: "utf8" });
  expect(said.match(/: OK$/gm)).toHaveLength(2);
  open(output);
  expect(readdirSync(output).sort()).toEqual(["SHA256SUMS.txt", "in"]);
});
