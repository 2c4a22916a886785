// How a program for Node is built: the command line and the vault's server.
import { chmod, cp } from "node:fs/promises";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * Writes one executable file, readable, with our licence and those of what is in it beside it. Node's own
 * modules stay outside.
 *
 * @param {object} program
 * @param {string} program.entry
 * @param {string} program.folder - where to, emptied first.
 * @param {string} program.name - of the file.
 * @param {string[]} [program.external] - packages that are not brought along.
 * @param {Record<string, string>} [program.define]
 * @param {import("vite").Plugin[]} [program.plugins]
 */
export async function buildNodeProgram({ entry, folder, name, external = [], define = {}, plugins = [] }) {
  const { build } = await import("vite");
  const { writeNotices } = await import("./licences.mjs");
  const { createStrictLogger } = await import("./strict-logger.mjs");
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    define,
    plugins,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        platform: "node",
        input: entry,
        external: [...builtinModules, /^node:/, ...external],
        output: { format: "es", entryFileNames: name, codeSplitting: false, banner: "#!/usr/bin/env node" },
      },
    },
  });
  await chmod(resolve(folder, name), 0o755);
  await cp(resolve(ROOT, "LICENSE"), resolve(folder, "LICENSE.txt"));
  await writeNotices(resolve(folder, "THIRD-PARTY.txt"));
}
