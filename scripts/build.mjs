// Builds dist/chrome, dist/firefox, the command line in dist/cli and the reader in dist/reader.
// `node scripts/build.mjs chrome` builds one. With `--test` it builds dist/test-chrome and dist/test-firefox
// alone: the same extension with a cheap key derivation.
import { cp, mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { buildReader } from "./build-reader.mjs";
import { ROOT } from "./paths.mjs";
import { setUp } from "./setup.mjs";

/** @typedef {import("./extension-config.mjs").Browser} Browser */

/** @type {readonly Browser[]} */
export const TARGETS = ["chrome", "firefox"];

/**
 * Source maps tell where in the sources an error of the field was thrown. The packages do not bring them.
 *
 * @param {string} from
 * @param {string} to
 */
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
 * Builds the extension into dist/<browser>, or for tests into dist/test-<browser>, with our licence and those
 * of what is bundled, and its source maps into dist/<browser>-maps.
 *
 * @param {readonly Browser[]} targets
 * @param {boolean} isForTests
 */
async function buildExtensions(targets, isForTests) {
  const { build } = await import("vite");
  const { extensionConfig } = await import("./extension-config.mjs");
  const { writeNotices } = await import("./licences.mjs");
  for (const browser of targets) {
    await build({ ...extensionConfig({ browser, isForTests }), configFile: false, logLevel: "warn" });
    const out = resolve(ROOT, "dist", isForTests ? `test-${browser}` : browser);
    await moveMaps(out, `${out}-maps`);
    await cp(resolve(ROOT, "LICENSE"), resolve(out, "LICENSE.txt"));
    await writeNotices(resolve(out, "THIRD-PARTY.txt"));
  }
}

/** Everything that is shipped. */
export async function buildAll(targets = TARGETS) {
  await prepare();
  await buildCli();
  await buildReader();
  await buildExtensions(targets, false);
}

/** What tests open in a browser where Argon2id is not their subject. Never packed. */
export async function buildForTests(targets = TARGETS) {
  await prepare();
  await buildExtensions(targets, true);
}

if (process.argv[1] === import.meta.filename) {
  const named = TARGETS.filter((target) => process.argv.includes(target));
  const build = process.argv.includes("--test") ? buildForTests : buildAll;
  await build(named.length > 0 ? named : TARGETS);
}
