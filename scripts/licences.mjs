// The licences of everything that may be bundled: the packages that package-lock.json marks neither as used
// in development only nor as optional. The compiler is marked as optional alone: valibot names it as an
// optional peer, for its types.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** @param {string[]} path */
const readJson = async (...path) => JSON.parse(await readFile(resolve(ROOT, ...path), "utf8"));

/** Packages that name their licence and do not bring its text. */
const WITHOUT_TEXT = new Map([["Apache-2.0", "scripts/licence-texts/apache-2.0.txt"]]);

/** @param {string} folder - of a package, below the root. */
async function describe(folder) {
  const { name, version, license, homepage, repository } = await readJson(folder, "package.json");
  const id = `${name} ${version}`;
  const file = (await readdir(resolve(ROOT, folder))).find((entry) => LICENCE_FILE.test(entry));
  const path = file ? `${folder}/${file}` : WITHOUT_TEXT.get(license);
  if (!path) throw new Error(`${id} (${license}) brings no licence text`);
  const text = (await readFile(resolve(ROOT, path), "utf8")).replaceAll("\r\n", "\n").trim();
  return { id, license, source: repository?.url ?? repository ?? homepage, text };
}

/**
 * @param {string} folder @param {{ dev?: boolean, devOptional?: boolean, optional?: boolean }} lock - its
 *   line in the lock file.
 */
const isBundled = (folder, { dev, devOptional, optional }) =>
  folder !== "" && !dev && !devOptional && !optional;

/** Every package that a bundle may hold: name, version, licence and its text, sorted by name. */
export async function bundledPackages() {
  const { packages } = await readJson("package-lock.json");
  const folders = Object.keys(packages).filter((folder) => isBundled(folder, packages[folder]));
  return Promise.all(folders.sort().map(describe));
}

/**
 * Writes the notice that goes into the package.
 *
 * @param {string} file
 */
export async function writeNotices(file) {
  const parts = (await bundledPackages()).map(
    ({ id, license, source, text }) => `${id} (${license})\nSource: ${source}\n\n${text}\n`,
  );
  const head =
    "Sixtyfour contains these libraries, each under its own licence. Those of the key font and of the icons lie beside them.\n";
  await writeFile(file, [head, ...parts].join(`\n${"=".repeat(78)}\n\n`));
}
