// Builds dist/chrome, dist/firefox, the command line in dist/cli and the reader in dist/reader.
// `node scripts/build.mjs chrome` builds one. With `--test` it builds dist/test-chrome and dist/test-firefox
// alone: the same extension with a cheap key derivation.
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { buildReader } from "./build-reader.mjs";
import { ROOT } from "./paths.mjs";
import { setUp } from "./setup.mjs";

export const TARGETS = ["chrome", "firefox"];

/**
 * `folder`: where the vite.config.ts stands, as the extension plugin's inner builds look for it in the
 * current one.
 */
const SHIPPED = { folder: ROOT, prefix: "" };
const FOR_TESTS = { folder: resolve(ROOT, "tests"), prefix: "test-" };

/** Source maps tell where in the sources an error of the field was thrown. The packages do not bring them. */
async function moveMaps(from, to) {
  await rm(to, { force: true, recursive: true });
  const paths = await readdir(from, { recursive: true });
  for (const path of paths.filter((name) => name.endsWith(".map"))) {
    await mkdir(dirname(resolve(to, path)), { recursive: true });
    await rename(resolve(from, path), resolve(to, path));
  }
}

async function prepare() {
  await setUp({ browsers: false });
  process.env.NODE_ENV = "production"; // whatever the caller has set: a package has one form
}

/**
 * Builds the extension into dist/<prefix><browser>, with our licence and those of what is bundled, and its
 * source maps into dist/<prefix><browser>-maps.
 */
async function buildExtensions(targets, { folder, prefix }) {
  const { build } = await import("vite");
  const { writeNotices } = await import("./licences.mjs");
  process.chdir(folder);
  for (const target of targets) {
    process.env.TARGET = target;
    await build({ configFile: resolve(folder, "vite.config.ts"), logLevel: "warn" });
    const out = resolve(ROOT, "dist", prefix + target);
    await moveMaps(out, `${out}-maps`);
    await cp(resolve(ROOT, "LICENSE"), resolve(out, "LICENSE.txt"));
    await writeNotices(resolve(out, "THIRD-PARTY.txt"));
  }
  process.chdir(ROOT);
}

/** Everything that is shipped. */
export async function buildAll(targets = TARGETS) {
  await prepare();
  await buildCli();
  await buildReader();
  await buildExtensions(targets, SHIPPED);
}

/** What tests open in a browser where Argon2id is not their subject. Never packed. */
export async function buildForTests(targets = TARGETS) {
  await prepare();
  await buildExtensions(targets, FOR_TESTS);
}

if (process.argv[1] === import.meta.filename) {
  const named = TARGETS.filter((target) => process.argv.includes(target));
  const build = process.argv.includes("--test") ? buildForTests : buildAll;
  await build(named.length > 0 ? named : TARGETS);
}
