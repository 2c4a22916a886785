// The licences of everything that may be bundled: the closure of package.json's `dependencies`.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { ROOT } from "./paths.mjs";

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** The folder of a package as seen from `from`, walking up as Node does. */
async function findPackage(name, from) {
  for (const folder of createRequire(resolve(from, "x.js")).resolve.paths(name) ?? []) {
    const root = resolve(folder, name);
    const text = await readFile(resolve(root, "package.json"), "utf8").catch(() => null);
    if (text !== null) return { root, ...JSON.parse(text) };
  }
  throw new Error(`${name} is not installed: run npm ci`);
}

/** Every package that a bundle may hold: name, version, licence and its text, sorted by name. */
export async function bundledPackages() {
  const found = new Map();
  async function visit(name, from) {
    const { root, version, license, homepage, repository, dependencies = {} } = await findPackage(name, from);
    const id = `${name} ${version}`;
    if (found.has(id)) return;
    const file = (await readdir(root)).find((entry) => LICENCE_FILE.test(entry));
    if (!file) throw new Error(`${id} (${license}) brings no licence text`);
    const text = (await readFile(resolve(root, file), "utf8")).replaceAll("\r\n", "\n").trim();
    const source = typeof repository === "string" ? repository : (repository?.url ?? homepage);
    found.set(id, { id, license, source, text });
    for (const next of Object.keys(dependencies)) await visit(next, root);
  }
  const { dependencies } = JSON.parse(await readFile(resolve(ROOT, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) await visit(name, ROOT);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Writes the notice that goes into the package. */
export async function writeNotices(file) {
  const parts = (await bundledPackages()).map(
    ({ id, license, source, text }) => `${id} (${license})\nSource: ${source}\n\n${text}\n`,
  );
  const head =
    "Sixtyfour contains these libraries, each under its own licence. The key font's licence lies beside it.\n";
  await writeFile(file, [head, ...parts].join(`\n${"=".repeat(78)}\n\n`));
}

if (dirname(process.argv[1] ?? "") === import.meta.dirname && process.argv[1]?.endsWith("licences.mjs")) {
  for (const { id, license } of await bundledPackages()) console.log(`${id} ${license}`);
}
