// Builds dist/vault: the server in one file beside the list of packages that it needs. `npm ci --omit=dev`
// there makes it ready to run anywhere; in this checkout the packages of src/vault are linked.
import { cp, readFile, rm, symlink } from "node:fs/promises";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

const source = resolve(ROOT, "src/vault");

export async function buildVault() {
  const { build } = await import("vite");
  const { writeNotices } = await import("./licences.mjs");
  const { createStrictLogger } = await import("./strict-logger.mjs");
  const { dependencies } = JSON.parse(await readFile(resolve(source, "package.json"), "utf8"));
  const outDir = resolve(ROOT, "dist/vault");
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    build: {
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        platform: "node",
        input: resolve(source, "main.ts"),
        external: [...builtinModules, /^node:/, ...Object.keys(dependencies)],
        output: {
          format: "es",
          entryFileNames: "sixtyfour-vault.js",
          codeSplitting: false,
          banner: "#!/usr/bin/env node",
        },
      },
    },
  });
  for (const name of ["package.json", "package-lock.json"])
    await cp(resolve(source, name), resolve(outDir, name));
  await cp(resolve(ROOT, "LICENSE"), resolve(outDir, "LICENSE.txt"));
  await writeNotices(resolve(outDir, "THIRD-PARTY.txt"));
  const packages = resolve(outDir, "node_modules");
  await rm(packages, { force: true, recursive: true });
  await symlink(resolve(source, "node_modules"), packages);
}

if (process.argv[1] === import.meta.filename) await buildVault();
