// Builds dist/cli/sixtyfour.js: the command line in one file, Node's own modules left outside.
import { chmod, cp, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

export async function buildCli() {
  const { build } = await import("vite");
  const { writeNotices } = await import("./licences.mjs");
  const { createStrictLogger } = await import("./strict-logger.mjs");
  const { version } = JSON.parse(await readFile(resolve(ROOT, "package.json"), "utf8"));
  const outDir = resolve(ROOT, "dist/cli");
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    define: { __VERSION__: JSON.stringify(version), "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir,
      emptyOutDir: true,
      target: "node20",
      minify: false,
      rolldownOptions: {
        platform: "node",
        input: resolve(ROOT, "src/cli/main.ts"),
        external: [...builtinModules, /^node:/],
        output: {
          format: "es",
          entryFileNames: "sixtyfour.js",
          codeSplitting: false,
          banner: "#!/usr/bin/env node",
        },
      },
    },
  });
  await chmod(resolve(outDir, "sixtyfour.js"), 0o755);
  await cp(resolve(ROOT, "LICENSE"), resolve(outDir, "LICENSE.txt"));
  await writeNotices(resolve(outDir, "THIRD-PARTY.txt"));
}
