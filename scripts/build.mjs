// Builds dist/chrome, dist/firefox, the command line in dist/cli and the reader in dist/reader. `node scripts/build.mjs chrome` builds one.
import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { buildReader } from "./build-reader.mjs";
import { ROOT } from "./paths.mjs";
import { setUp } from "./setup.mjs";

export const TARGETS = ["chrome", "firefox"];

/** Builds for the given browsers into dist/<browser>, with our licence and those of what is bundled. */
export async function buildAll(targets = TARGETS) {
  await setUp({ browsers: false });
  const { build } = await import("vite");
  const { writeNotices } = await import("./licences.mjs");
  const { shrinkScripts } = await import("./shrink.mjs");
  process.env.NODE_ENV = "production"; // whatever the caller has set: a package has one form
  await buildCli();
  await buildReader();
  process.chdir(ROOT); // the extension plugin's inner builds look for vite.config.ts here
  for (const target of targets) {
    process.env.TARGET = target;
    await build({ configFile: resolve(ROOT, "vite.config.ts"), logLevel: "warn" });
    const out = resolve(ROOT, "dist", target);
    await shrinkScripts(out);
    await cp(resolve(ROOT, "LICENSE"), resolve(out, "LICENSE.txt"));
    await writeNotices(resolve(out, "THIRD-PARTY.txt"));
  }
}

if (process.argv[1] === import.meta.filename) {
  const named = process.argv.slice(2);
  await buildAll(named.length > 0 ? TARGETS.filter((target) => named.includes(target)) : TARGETS);
}
