// Runs tests/bench/*.bench.ts. Each exports `bench(): Promise<{name, ratio, bound}[]>`; a ratio above its
// bound fails. Ratios within one run, never times: machines differ.
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { buildAll } from "./build.mjs";
import { buildVault } from "./build-vault.mjs";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";
import { setUp } from "./setup.mjs";

await setUp({ browsers: true, vault: true, vaultTests: true });
await buildAll(["chrome"]);
await buildVault();
// Before the TypeScript runner starts: it shuts Vite's own runner.
const { writePages } = await import("../tests/pages/build.mjs");
await writePages({ libraries: "none" });

const folder = resolve(ROOT, "tests/bench");
const wanted = process.argv.slice(2);
const files = (await readdir(folder))
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();

let failed = files.length === 0 ? 1 : 0;
for (const name of files) {
  /** @type {{ bench(): Promise<{ name: string, ratio: number, bound: number }[]> }} */
  const { bench } = await importTypeScript(resolve(folder, name));
  for (const result of await bench()) {
    const holds = result.ratio <= result.bound;
    if (!holds) failed += 1;
    console.log(`${result.name} ${result.ratio.toFixed(3)} ${result.bound}${holds ? "" : " EXCEEDED"}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
