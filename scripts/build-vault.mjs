// Builds dist/vault: the server in one file beside the list of packages that it needs. What makes it ready to
// run anywhere stands in docs/vault-operations.md; in this checkout the packages of src/vault are linked.
import { cp, readFile, rm, symlink } from "node:fs/promises";
import { resolve } from "node:path";
import { buildNodeProgram } from "./node-program.mjs";
import { ROOT } from "./paths.mjs";

const source = resolve(ROOT, "src/vault");

export async function buildVault() {
  const { dependencies } = JSON.parse(await readFile(resolve(source, "package.json"), "utf8"));
  const outDir = resolve(ROOT, "dist/vault");
  await buildNodeProgram({
    entry: resolve(source, "main.ts"),
    folder: outDir,
    name: "sixtyfour-vault.js",
    external: Object.keys(dependencies),
  });
  for (const name of ["package.json", "package-lock.json"])
    await cp(resolve(source, name), resolve(outDir, name));
  const packages = resolve(outDir, "node_modules");
  await rm(packages, { force: true, recursive: true });
  await symlink(resolve(source, "node_modules"), packages);
}

if (process.argv[1] === import.meta.filename) await buildVault();
