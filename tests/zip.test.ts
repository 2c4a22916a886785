/**
 * The store packages and their source maps: the same bytes from two builds (the one that stands in dist/ and
 * a fresh one), what is in them, their size, and what a build prints.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { openBuild, TARGETS } from "./checks/build.ts";
import { ROOT, readText } from "./checks/files.ts";

/** Bytes: SQLite, which *Look inside* loads, is a third of it, and the strength meter a fifth. */
const ZIP_LIMIT = 1_400_000;
const SOURCE_MAP = /\.map$/;

const { version } = JSON.parse(readText("manifest.json")) as { version: string };

/** A build is no matter of seconds on a busy machine, and not what is tested here. */
const BUILD_MS = 600_000;

/**
 * The two packages and the source maps of each, of a fresh build unless `--as-built`; and what was printed.
 */
function makeZips(timeZone: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/zip.mjs", ...options], {
    cwd: ROOT,
    env: { ...process.env, TZ: timeZone, NODE_ENV: undefined, VITEST: undefined },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`no packages: ${stdout}${stderr}`);
  const read = (name: string) => readFileSync(resolve(ROOT, `release/sixtyfour-${version}-${name}.zip`));
  return {
    packages: TARGETS.map(read),
    maps: TARGETS.map((target) => read(`${target}-maps`)),
    printed: stripVTControlCharacters(stdout + stderr),
  };
}

describe("store packages", () => {
  let first: Buffer[] = [];
  let second: Buffer[] = [];
  let maps: { first: Buffer[]; second: Buffer[] } = { first: [], second: [] };
  let printed = "";

  beforeAll(() => {
    const asBuilt = makeZips("America/Los_Angeles", "--as-built");
    const fresh = makeZips("Asia/Tokyo");
    first = asBuilt.packages;
    second = fresh.packages;
    maps = { first: asBuilt.maps, second: fresh.maps };
    printed = fresh.printed;
  }, BUILD_MS);

  test("two builds give the same bytes", () => {
    const areSame = (a: Buffer[], b: Buffer[]) => a.map((zip, at) => zip.equals(b[at] ?? Buffer.alloc(0)));
    expect(areSame(first, second)).toEqual([true, true]);
    expect(areSame(maps.first, maps.second)).toEqual([true, true]);
    // A control: one changed byte is seen.
    const changed = Buffer.from(first[0] ?? []);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(changed.equals(first[0] ?? Buffer.alloc(0))).toBe(false);
  });

  test("a build prints its steps and nothing else", () => {
    const lines = printed.split("\n").filter((line) => line !== "");
    const steps = /^(?:Building .+ \(\d+\/\d+\)|✓ All steps completed\.|release\/\S+\.zip \d+ bytes)$/;
    expect(lines.filter((line) => !steps.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
  });

  test.each(TARGETS.map((target, at) => [target, at] as const))("%s: a map of every script", (target, at) => {
    const scripts = openBuild(target).files.filter((path) => path.endsWith(".js"));
    const zipped = Object.keys(unzipSync(maps.second[at] ?? new Uint8Array()));
    expect(zipped).toEqual(scripts.map((path) => `${path}.map`).sort());
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
    const bytes = second[at]?.length;
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(ZIP_LIMIT);
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
