/** The built command line where its output fails: the output is named, and the verdict stands. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonLines, listed, PROGRAM, run, scratch, VECTORS } from "./cli/built.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "07".repeat(32);
const WA = join(VECTORS, "wa-2026.db.crypt15");

describe("a failure of the output", () => {
  const long = "a".repeat(300);
  test.each([
    ["/proc/none/", "It does not exist."],
    ["/proc/none.db", "[A-Z].*"],
    [join(WA, "o/"), "Part of the path is not a folder."],
    [`${WA}/`, "[A-Z].*"],
    [join("/tmp", long), "The name is too long."],
    [join("/tmp", long, "o/"), "The name is too long."],
  ])("names the output and leaves the verdict alone: %s", async (output, why) => {
    const { code, out, err } = await run(["open", WA, "--key", "-", "--output", output, "--json"], KEY);
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([{ verdict: "right-key" }]);
    expect(err).toMatch(
      new RegExp(`^This key fits\\. .*\\n {4}The output could not be written to .*\\. ${why}\\n$`),
    );
    const other = await run(["open", WA, "--key", "-", "--output", output, "--json"], OTHER);
    expect(jsonLines(other.out)).toMatchObject([{ verdict: "not-its-key" }]);
  });

  test("a disk that holds no more", async () => {
    const folder = scratch();
    const script = 'ulimit -f 2; exec "$0" "$1" open "$2" --key - --output "$3"';
    const args = ["-c", script, process.execPath, PROGRAM, WA, `${folder}/`];
    const { status, stdout } = spawnSync("/bin/bash", args, { input: KEY, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^This key fits\. .*\n {4}The output could not be written to .*file of this size\.\n$/,
    );
    expect(listed(folder)).toEqual([]);
  });

  test("answers that cannot be written are no crash", () => {
    const script = 'exec "$0" "$1" test "$2" --key - > /dev/full';
    const args = ["-c", script, process.execPath, PROGRAM, WA];
    const { status, stderr } = spawnSync("/bin/bash", args, { input: KEY, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toBe("The answers could not be written to standard output. The disk is full.\n");
  });

  test("nothing encrypted names the output too", async () => {
    const { code, err } = await run(["encrypt", WA, "--key", "-", "--output", "/proc/none/"], KEY);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^Nothing was encrypted\. The output could not be written to \/proc\/none/),
    ]);
  });
});
