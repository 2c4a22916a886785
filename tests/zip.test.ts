/** The store packages: the same bytes from two builds (the one that stands in dist/ and a fresh one), what is in them, and their size. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { openBuild, TARGETS } from "./checks/build.ts";
import { ROOT, readText } from "./checks/files.ts";

/** Bytes, without the strength meter. */
const ZIP_LIMIT = 600_000;
const STRENGTH = "strength.js";
const SOURCE_MAP = /\.map$/;

const { version } = JSON.parse(readText("manifest.json")) as { version: string };

/** A build is no matter of seconds on a busy machine, and not what is tested here. */
const BUILD_MS = 600_000;

/** The two packages, of a fresh build unless `--as-built`. */
function makeZips(timeZone: string, ...options: string[]): Buffer[] {
  execFileSync(process.execPath, ["scripts/zip.mjs", ...options], {
    cwd: ROOT,
    env: { ...process.env, TZ: timeZone, NODE_ENV: undefined, VITEST: undefined },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return TARGETS.map((target) => readFileSync(resolve(ROOT, `dist/sixtyfour-${version}-${target}.zip`)));
}

/** Name → packed size in bytes, without unpacking. */
function packedSizes(zip: Buffer): Map<string, number> {
  const sizes = new Map<string, number>();
  unzipSync(zip, {
    filter: ({ name, size }) => {
      sizes.set(name, size);
      return false;
    },
  });
  return sizes;
}

describe("store packages", () => {
  let first: Buffer[] = [];
  let second: Buffer[] = [];

  beforeAll(() => {
    first = makeZips("America/Los_Angeles", "--as-built");
    second = makeZips("Asia/Tokyo");
  }, BUILD_MS);

  test("two builds give the same bytes", () => {
    expect(first.map((zip, at) => zip.equals(second[at] ?? Buffer.alloc(0)))).toEqual([true, true]);
    // A control: one changed byte is seen.
    const changed = Buffer.from(first[0] ?? []);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(changed.equals(first[0] ?? Buffer.alloc(0))).toBe(false);
  });

  test.each(TARGETS.map((target, at) => [target, at] as const))("%s holds the build", (target, at) => {
    const build = openBuild(target);
    const unzipped = unzipSync(second[at] ?? new Uint8Array());
    expect(Object.keys(unzipped)).toEqual(build.files);
    const { key: _, ...manifest } = JSON.parse(build.text("manifest.json")) as Record<string, unknown>;
    expect(JSON.parse(strFromU8(unzipped["manifest.json"] ?? new Uint8Array()))).toEqual(manifest);
    for (const path of build.files.filter((name) => name !== "manifest.json")) {
      expect(build.bytes(path).equals(unzipped[path] ?? new Uint8Array()), path).toBe(true);
    }
    expect(build.files.filter((path) => SOURCE_MAP.test(path))).toEqual([]);
    expect("content/main.js.map").toMatch(SOURCE_MAP);
  });

  test.each(TARGETS.map((target, at) => [target, at] as const))("%s is small", (_, at) => {
    const zip = second[at] ?? Buffer.alloc(0);
    const strength = packedSizes(zip).get(STRENGTH);
    expect(strength).toBeGreaterThan(100_000);
    expect(zip.length - (strength ?? 0)).toBeLessThanOrEqual(ZIP_LIMIT);
  });

  test.each(TARGETS)("%s brings the licences of all that is in it", (target) => {
    const build = openBuild(target);
    const { dependencies } = JSON.parse(readText("package.json")) as { dependencies: Record<string, string> };
    const notices = build.text("THIRD-PARTY.txt");
    for (const [name, wanted] of Object.entries(dependencies))
      expect(notices).toContain(`${name} ${wanted} (`);
    expect(notices).toContain("fastest-levenshtein"); // what a dependency brings with it
    expect(notices).not.toContain("vitest");
    expect(build.text("LICENSE.txt")).toBe(readText("LICENSE"));
  });
});
