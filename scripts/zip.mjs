// What a release consists of, in release/: the store packages sixtyfour-<version>-{chrome,firefox}.zip,
// beside each its source maps in sixtyfour-<version>-<browser>-maps.zip, and the reader. The same bytes from
// the same source.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { buildAll, TARGETS } from "./build.mjs";
import { BUILT_READER } from "./build-reader.mjs";
import { ROOT } from "./paths.mjs";

/** ZIP knows no time zone and no date before 1980: one fixed local time stands for all. */
const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);
/** "Made by" Unix, a plain file with mode 0644. */
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** @param {string} folder */
async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => resolve(entry.parentPath, entry.name));
}

/**
 * The store signs with a key of its own and refuses a manifest that brings one; it pins the id in tests only.
 *
 * @param {string} manifest
 */
function forStore(manifest) {
  const { key: _, ...rest } = JSON.parse(manifest);
  return Buffer.from(JSON.stringify(rest));
}

/** @param {string} folder */
async function zipFolder(folder) {
  const { zipSync } = await import("fflate");
  const files = (await listFiles(folder)).map((file) => ({
    name: relative(folder, file).split(sep).join("/"),
    file,
  }));
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  /** @type {Record<string, Uint8Array>} */
  const tree = {};
  for (const { name, file } of files) {
    const bytes = await readFile(file);
    tree[name] = name === "manifest.json" ? forStore(bytes.toString("utf8")) : bytes;
  }
  // fflate's own deflate: the zlib inside Node differs from version to version.
  return zipSync(tree, { level: 9, mtime: FIXED_TIME, os: UNIX, attrs: PLAIN_FILE });
}

/**
 * Builds everything again, unless `asBuilt` asks for what is in dist/, and writes the release.
 *
 * @param {{ asBuilt: boolean }} how
 */
async function zipAll({ asBuilt }) {
  if (!asBuilt) await buildAll();
  const { version } = JSON.parse(await readFile(resolve(ROOT, "manifest.json"), "utf8"));
  const release = resolve(ROOT, "release");
  await rm(release, { recursive: true, force: true });
  await mkdir(release, { recursive: true });
  await copyFile(BUILT_READER, resolve(release, basename(BUILT_READER)));
  for (const folder of TARGETS.flatMap((target) => [target, `${target}-maps`])) {
    const file = resolve(release, `sixtyfour-${version}-${folder}.zip`);
    const bytes = await zipFolder(resolve(ROOT, "dist", folder));
    await writeFile(file, bytes);
    console.log(`${relative(ROOT, file)} ${bytes.length} bytes`);
  }
}

if (process.argv[1] === import.meta.filename) await zipAll({ asBuilt: process.argv.includes("--as-built") });
