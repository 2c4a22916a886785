// Builds dist/cli/sixtyfour.js: the command line.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sqlitePlugin } from "./build-sqlite.mjs";
import { buildNodeProgram } from "./node-program.mjs";
import { ROOT } from "./paths.mjs";

export async function buildCli() {
  const { version } = JSON.parse(await readFile(resolve(ROOT, "package.json"), "utf8"));
  await buildNodeProgram({
    entry: resolve(ROOT, "src/cli/main.ts"),
    folder: resolve(ROOT, "dist/cli"),
    name: "sixtyfour.js",
    define: { __VERSION__: JSON.stringify(version), "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [sqlitePlugin()],
  });
}
